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
from quiz.rules import Measure, Rules
from quiz.settle import completion, settle
from quiz.sheet import Sheet
from quiz.stretches import stretches
from quiz.ways import MOST_WAYS, Way, ways

MOST_CHANGES = 12
EFFORTS = ("can", "time", "fixed")
STATUS: Mapping[bool | None, str] = {True: "eligible", None: "unknown"}


Value = bool | int | str | Mapping[str, int | str]


class Setting(NamedTuple):
    """One answer that would have to be otherwise: to a value, or to bounds {"at_least",
    "at_most"}.
    """

    question: str
    option: str | None
    to: Value
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
        for working in () if _covered(way, found) else _working(way, measure, sheet):
            smallest = _smallest(working, measure, sheet)
            if smallest not in found:
                found.append(smallest)
    minimal = [way for way in found if not _covered(way, [each for each in found if each != way])]
    offered = sorted((_change(way, measure, sheet) for way in minimal), key=_effort)
    return tuple(offered[:MOST_CHANGES])


def _covered(way: Way, found: Iterable[Way]) -> bool:
    """Tell whether a set holds all of another that works."""
    return any(each.items() <= way.items() for each in found)


def _working(way: Way, measure: Measure, sheet: Sheet) -> Iterable[Way]:
    """Return a set if all that it allows works, otherwise those stretches of its numbers that
    do.
    """
    if _works(way, measure, sheet):
        return [way]
    return [each for each in _stretched(way, measure, sheet) if _works(each, measure, sheet)]


def _works(way: Way, measure: Measure, sheet: Sheet) -> bool:
    """Tell whether no value that a set allows leaves the measure unmet."""
    return all(
        completion(measure.meets, True, _applied(each, sheet)) is not None
        for each in _stretched(way, measure, sheet)
    )


def _stretched(way: Way, measure: Measure, sheet: Sheet) -> Iterable[Way]:
    """Return a set once for each combination of the stretches that the measure can tell apart."""
    found: list[Way] = [way]
    for name, fact in way.items():
        if isinstance(fact, tuple):
            parts = list(stretches(name, measure.meets, _applied(way, sheet)))
            both = ((each, part) for each in found for part in parts)
            found = [_with(name, part, each) for each, part in both][:MOST_WAYS]
    return found


def _with(name: str, fact: Fact, way: Way) -> Way:
    return {**way, name: fact}


def _smallest(way: Way, measure: Measure, sheet: Sheet) -> Way:
    """Drop facts from a set until it works without none of those left."""
    for name in way:
        fewer = {key: value for key, value in way.items() if key != name}
        if _works(fewer, measure, sheet):
            return _smallest(fewer, measure, sheet)
    return way


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


def _to(fact: Fact, bounds: tuple[int, int], dated: bool) -> Value:
    if isinstance(fact, bool | str):
        return fact
    ends = fact or bounds
    if ends[0] == ends[1] and isinstance(ends[0], int):
        return written(ends[0]) if dated else ends[0]
    named = zip(("at_least", "at_most"), ends, bounds, strict=True)
    shown: Iterable[tuple[str, int]] = [
        (name, end) for name, end, bound in named if isinstance(end, int) and end != bound
    ]
    return {name: written(end) if dated else end for name, end in shown}
