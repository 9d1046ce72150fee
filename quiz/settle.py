"""The exact step: where Kleene's values leave a condition open, look for a completion each way.

A formula in which every unknown variable occurs once is exactly what Kleene's values say. Otherwise
an "and" can fail if one of its parts can, and it can hold if its parts can hold together: parts
that share no variable apart, the others by giving the most frequent variable each of its values in
turn (a number or a date: the stretches between its thresholds). An "or" is the mirror image. Two
unknown numbers compared with each other, an unknown number on both sides of a comparison, and
unknown lines of a table count as free.
"""

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Any

from quiz.answers_from_json import Fact
from quiz.expressions import truth
from quiz.logic import Truth
from quiz.rules import Expression
from quiz.sheet import Sheet
from quiz.stretches import stretches

Facts = Mapping[str, Fact]
MOST_SPLITS = 2000
"""Beyond so many trial values a condition stays open, which is safe; no measure of a real document
comes near.
"""


def settle(expression: Expression, sheet: Sheet) -> Truth:
    """Return True or False where every completion of the facts gives that, None where they
    differ.
    """
    value, open_ = truth(expression, sheet)
    if value is not None or not repeated(open_):
        return value
    if completion(expression, True, sheet) is None:
        return False
    return True if completion(expression, False, sheet) is None else None


def completion(
    expression: Expression, wanted: bool, sheet: Sheet, left: list[int] | None = None
) -> Facts | None:
    """Return facts with which a condition comes out as wanted or can still do so; None if there are
    none.
    """
    left = [MOST_SPLITS] if left is None else left
    value, open_ = truth(expression, sheet)
    if value is not None:
        return {} if value is wanted else None
    often = repeated(open_)
    if not often:
        return {}
    work = JOINED.get(expression[0], _tried)
    return work(expression, wanted, often, sheet, left)


def _not(
    expression: Expression, wanted: bool, _: list[str], sheet: Sheet, left: list[int]
) -> Facts | None:
    return completion(expression[1], not wanted, sheet, left)


def _term(
    expression: Expression, wanted: bool, _: list[str], sheet: Sheet, left: list[int]
) -> Facts | None:
    return completion(sheet.rules.terms[expression[1]], wanted, sheet, left)


def _joined(
    expression: Expression, wanted: bool, _: list[str], sheet: Sheet, left: list[int]
) -> Facts | None:
    """Find one part that decides, or facts with which all parts are as wanted together."""
    kind, *parts = expression
    if (kind == "or") is wanted:
        found = (completion(part, wanted, sheet, left) for part in parts)
        return next((each for each in found if each is not None), None)
    together: Facts = {}
    for group in apart(parts, sheet):
        facts = _together(kind, group, wanted, sheet, left)
        if facts is None:
            return None
        together = {**together, **facts}
    return together


def _together(
    kind: str, parts: list[Expression], wanted: bool, sheet: Sheet, left: list[int]
) -> Facts | None:
    if len(parts) == 1:
        return completion(parts[0], wanted, sheet, left)
    whole = (kind, *parts)
    return _tried(whole, wanted, repeated(truth(whole, sheet)[1]), sheet, left)


def _tried(
    expression: Expression, wanted: bool, names: list[str], sheet: Sheet, left: list[int]
) -> Facts | None:
    """Try each value of the first variable that has several; where none has, what is open is
    free.
    """
    for name in names:
        values: list[Any] = list(stretches(name, expression, sheet))
        if len(values) > 1:
            for value in values:
                left[0] -= 1
                facts = completion(expression, wanted, sheet.supposing({name: value}), left)
                if facts is not None or left[0] < 0:
                    return {name: value, **(facts or {})}
            return None
    return {}


JOINED = MappingProxyType({"not": _not, "term": _term, "and": _joined, "or": _joined})


def repeated(open_: tuple[str, ...]) -> list[str]:
    """Return the variables that occur more than once, the most frequent first."""
    if len(set(open_)) == len(open_):
        return []
    counts: dict[str, int] = {}
    for name in open_:
        counts[name] = counts.get(name, 0) + 1
    often = [name for name in counts if counts[name] > 1]
    return sorted(often, key=lambda name: -counts[name])


def apart(parts: Iterable[Expression], sheet: Sheet) -> list[list[Expression]]:
    """Gather the parts that share a variable; those that share none stay apart."""
    gathered: list[tuple[set[str], list[Expression]]] = []
    for part in parts:
        names = set(truth(part, sheet)[1])
        together = [part]
        for known in [each for each in gathered if each[0] & names]:
            gathered.remove(known)
            names, together = names | known[0], known[1] + together
        gathered.append((names, together))
    return [together for _, together in gathered]
