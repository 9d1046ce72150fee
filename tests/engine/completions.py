"""Ways to complete answers: what is still missing, the values to try, and searches for a
completion.
"""

from collections.abc import Callable, Iterator
from datetime import date
from itertools import pairwise
from typing import Any

from quiz.dates import days, written
from tests.engine.sheets import AS_OF

Slot = tuple[str, str | None]
SMALL = range(14)


def missing(rules: Any, answers: Any) -> list[Slot]:
    """List the facts that are not asked, not known, or known too vaguely; tables left out."""
    found: list[Slot] = []
    for question in rules["questions"]:
        name, given = question["id"], answers.get(question["id"])
        if question["type"] == "choices":
            ticked = given or {}
            found += [
                (name, o["id"]) for o in question.get("options", ()) if ticked.get(o["id"]) is None
            ]
        elif given is None or (question["type"] == "date" and len(given) < 10):
            found.append((name, None))
    return found


def values(rules: Any, answers: Any, slot: Slot) -> list[Any]:
    """Return answers for a slot, at least one on each side of every threshold."""
    question = next(each for each in rules["questions"] if each["id"] == slot[0])
    kind = question["type"]
    if kind in ("yes_no", "choices"):
        return [True, False]
    if kind == "choice":
        return [each["id"] for each in question.get("options", ())]
    if kind == "date":
        return _days(answers.get(slot[0]))
    if kind == "rows":
        return [[{each["id"]: _cell(each) for each in question["fields"]}] * n for n in range(3)]
    most = question["most"]
    return [number for number in (*SMALL, 20, 50, 75, most) if question["least"] <= number <= most]


def _cell(field: Any) -> Any:
    return True if field["type"] == "yes_no" else max(1, field["least"])


def _days(known: str | None) -> list[str]:
    first, last = days(known) if known else days("1990")
    last = last if known else days("2030")[1]
    near = [date(AS_OF.year - years, month, 28) for years in range(8) for month in (2, 7, 8, 12)]
    near += [date(2023, month, 28) for month in range(1, 13)]
    tried = {day.toordinal() + step for day in near for step in range(4)}
    return [written(day) for day in sorted({first, last, *tried}) if first <= day <= last]


def filled(answers: Any, slot: Slot, value: Any) -> Any:
    """Return the answers with one slot filled."""
    name, option = slot
    return {
        **answers,
        name: value if option is None else {**(answers.get(name) or {}), option: value},
    }


def completion(rules: Any, answers: Any, slots: list[Slot], hopeful: Callable[[Any], bool]) -> Any:
    """Fill slots, each time with the first value that is hopeful; None where there is none."""
    for slot in slots:
        tried = (filled(answers, slot, value) for value in values(rules, answers, slot))
        answers = next((each for each in tried if hopeful(each)), None)
        if answers is None:
            return None
    return answers


def pairs(
    rules: Any, answers: Any, slot: Slot, others: list[Slot], seen: Callable[[Any, Any], Any]
) -> Iterator[tuple[Any, Any]]:
    """Yield completions that differ in one slot alone, by neighbouring values.

    `seen` says what an evaluator makes of a pair, None where nothing can come of it; of values that
    it cannot tell apart one is followed.
    """
    for one, other in pairwise(values(rules, answers, slot)):
        yield from _pairs(
            rules, filled(answers, slot, one), filled(answers, slot, other), others, seen
        )


def _pairs(
    rules: Any, one: Any, other: Any, slots: list[Slot], seen: Callable[[Any, Any], Any]
) -> Iterator[tuple[Any, Any]]:
    if not slots:
        yield one, other
        return
    slot, *later = slots
    found: dict[Any, tuple[Any, Any]] = {}
    for value in values(rules, one, slot):
        pair = filled(one, slot, value), filled(other, slot, value)
        found.setdefault(seen(*pair), pair)
    found.pop(None, None)
    for pair in found.values():
        yield from _pairs(rules, *pair, later, seen)
