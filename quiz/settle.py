"""The exact step: where Kleene's values leave a condition open, split on what occurs more than
once.

A formula in which every unknown variable occurs once is exactly what Kleene's values say. Parts
that share no repeated variable are settled apart and joined again. Otherwise the most frequent
variable is given each of its values in turn (a number or a date: the stretches between its
thresholds), until both outcomes were seen. Two unknown numbers compared with each other, and
unknown lines of a table, count as free.
"""

from collections.abc import Iterable, Iterator
from typing import Any

from quiz.expressions import truth
from quiz.logic import Truth
from quiz.rules import Expression
from quiz.sheet import Sheet
from quiz.stretches import stretches

MOST_SPLITS = 2000
"""Beyond so many trial values a condition stays open, which is safe; no measure of a real document
comes near.
"""


def settle(expression: Expression, sheet: Sheet) -> Truth:
    """Return True or False where every completion of the facts gives that, and None where they
    differ.
    """
    return _settle(expression, sheet, [MOST_SPLITS])


def _settle(expression: Expression, sheet: Sheet, left: list[int]) -> Truth:
    value, open_ = truth(expression, sheet)
    if value is not None or not repeated(open_):
        return value
    if expression[0] not in ("and", "or"):
        return _split(expression, sheet, repeated(open_), left)
    how, *parts = expression
    return _joined(how, (_settled_part(how, part, sheet, left) for part in apart(parts, sheet)))


def _settled_part(how: str, parts: list[Expression], sheet: Sheet, left: list[int]) -> Truth:
    if len(parts) == 1:
        return _settle(parts[0], sheet, left)
    whole = (how, *parts)
    return _split(whole, sheet, repeated(truth(whole, sheet)[1]), left)


def _joined(how: str, values: Iterable[Truth]) -> Truth:
    decides = how == "or"
    unknown = False
    for value in values:
        if value is decides:
            return decides
        unknown = unknown or value is None
    return None if unknown else not decides


def repeated(open_: tuple[str, ...]) -> list[str]:
    """Return the variables that occur more than once, the most frequent first."""
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


def _split(expression: Expression, sheet: Sheet, names: list[str], left: list[int]) -> Truth:
    for name in names:
        values = list(stretches(name, expression, sheet))
        if len(values) > 1:
            return _outcome(_tried(name, values, expression, sheet, left))
    return None


def _tried(
    name: str, values: list[Any], expression: Expression, sheet: Sheet, left: list[int]
) -> Iterator[Truth]:
    for value in values:
        left[0] -= 1
        yield _settle(expression, sheet.supposing(name, value), left) if left[0] > 0 else None


def _outcome(values: Iterator[Truth]) -> Truth:
    """Return the one outcome, or None as soon as two differ."""
    first = next(values)
    return first if first is not None and all(value is first for value in values) else None
