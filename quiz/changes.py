"""What would have to be otherwise for a measure that is not met: the smallest sets of changed
answers.

Read off the conditions: what all of them need is joined, what one of them needs is a choice, a
single condition needs its facts on the right side and their guards open. Unanswered facts are left
alone, so a set takes a measure from "no" to "yes", or to "it depends on what was not answered".
Each set is tried out before it is offered. Who one is (the roles) is never offered.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from quiz.answers_from_json import Fact
from quiz.dates import ALL_DAYS, written
from quiz.rules import ROLE, Measure, Rules
from quiz.settle import settle
from quiz.sheet import Sheet
from quiz.ways import Way, ways

MOST_CHANGES = 12
EFFORTS = ("can", "time", "fixed")
STATUS: Mapping[bool | None, str] = {True: "eligible", None: "unknown"}


class Setting(NamedTuple):
    """One answer that would have to be otherwise: to a value, or to bounds {"at_least",
    "at_most"}.
    """

    question: str
    option: str | None
    to: bool | str | Mapping[str, int | str]
    change: str


class Change(NamedTuple):
    """A set of answers that together would change the verdict, and the status that they lead to."""

    set: tuple[Setting, ...]
    leads_to: str


def changes(measure: Measure, sheet: Sheet) -> tuple[Change, ...]:
    """Return the sets that would change an ineligible verdict, the easiest first; none where it is
    "not for you".
    """
    found: list[Way] = []
    for way in sorted(ways(measure.meets, True, sheet), key=len):
        smallest = _smallest(way, measure, sheet)
        if smallest and smallest not in found:
            found.append(smallest)
    smallest_only = [
        way for way in found if not any(other.items() < way.items() for other in found)
    ]
    offered = [_change(way, measure, sheet) for way in smallest_only if _offered(way, sheet.rules)]
    return tuple(sorted(offered, key=_effort)[:MOST_CHANGES])


def _offered(way: Way, rules: Rules) -> bool:
    return all(rules.owners[name] != ROLE for name in way)


def _smallest(way: Way, measure: Measure, sheet: Sheet) -> Way | None:
    """Drop the facts of a set that it works without; None where it does not work."""
    if not _works(way, measure, sheet):
        return None
    for name in tuple(way):
        fewer = {key: value for key, value in way.items() if key != name}
        if _works(fewer, measure, sheet):
            way = fewer
    return way


def _works(way: Way, measure: Measure, sheet: Sheet) -> bool:
    return settle(measure.meets, _applied(way, sheet)) is not False


def _applied(way: Way, sheet: Sheet) -> Sheet:
    changed = Sheet(sheet.rules, {**sheet.facts, **way}, sheet.today)
    changed.readings = sheet.readings
    return changed


def _change(way: Way, measure: Measure, sheet: Sheet) -> Change:
    settings = tuple(_settings(way, sheet.rules))
    return Change(settings, STATUS[settle(measure.meets, _applied(way, sheet)) or None])


def _effort(change: Change) -> tuple[int, int]:
    return max(EFFORTS.index(each.change) for each in change.set), len(change.set)


def _settings(way: Way, rules: Rules) -> Iterator[Setting]:
    for name, fact in sorted(
        way.items(), key=lambda item: rules.questions[rules.owners[item[0]]].place
    ):
        question = rules.questions[rules.owners[name]]
        option = name.partition(".")[2] or None
        chosen = fact if isinstance(fact, str) else option
        effort = question.changes[chosen if chosen in question.changes else None]
        bounds = ALL_DAYS if question.type == "date" else (question.least, question.most)
        yield Setting(question.id, option, _to(fact, bounds, question.type == "date"), effort)


def _to(fact: Fact, bounds: tuple[int, int], dated: bool) -> bool | str | Mapping[str, int | str]:
    if isinstance(fact, bool | str):
        return fact
    ends = fact or bounds
    named = zip(("at_least", "at_most"), ends, bounds, strict=True)
    shown: Iterable[tuple[str, int]] = [
        (name, end) for name, end, bound in named if isinstance(end, int) and end != bound
    ]
    return {name: written(end) if dated else end for name, end in shown}
