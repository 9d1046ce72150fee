"""The worked lines of a sum: factors with their caps, multiplied, once or for each line of a
table.
"""

from typing import Any, NamedTuple

from quiz.answers_from_json import Line
from quiz.expressions import guard, number
from quiz.logic import Span, counted, product, smaller
from quiz.rules import Factor, Quotes
from quiz.sheet import Sheet

HUNDRED = 100


class Worked(NamedTuple):
    """A factor as it counts; `given` is the figure before its cap, None where that is not known."""

    low: int
    high: int | None
    given: int | None
    capped: bool
    unit: str
    quotes: Quotes


class Step(NamedTuple):
    """One worked line: a product of factors; `row` is the line of the table that it stands for.

    Yuan are rounded down, line by line. `high` is None where the text sets no bound.
    """

    row: int | None
    factors: tuple[Worked, ...]
    low: int
    high: int | None


class Sum(NamedTuple):
    """Worked lines added up: the bounds, the lines, and the variables that the sum hangs on."""

    ends: Span
    steps: tuple[Step, ...]
    open: tuple[str, ...]


def worked_sum(factors: tuple[Factor, ...], over: str | None, sheet: Sheet) -> Sum:
    """Work out a product once, or for each line of a rows question, and add up."""
    if over is None:
        return _step(factors, None, {}, sheet)
    allowed, waits = guard(over, sheet)
    lines: Any = () if allowed is False else sheet.facts.get(over)
    if lines is None:
        blank = _step(factors, None, {}, sheet)
        return Sum(Span(0, sheet.most_lines * blank.ends.high), (), (*waits, over, *blank.open))
    rows = [_step(factors, row, line, sheet) for row, line in enumerate(lines)]
    low = sum(row.ends.low for row in rows) if allowed is not None else 0
    ends = Span(low, sum(row.ends.high for row in rows))
    open_ = tuple(name for row in rows for name in row.open)
    return Sum(ends, tuple(step for row in rows for step in row.steps), waits + open_)


def _step(factors: tuple[Factor, ...], row: int | None, line: Line, sheet: Sheet) -> Sum:
    whole, scale, worked = Span(1, 1), 1, []
    open_: tuple[str, ...] = ()
    outer, sheet.lines = sheet.lines, {"r": line}
    for factor in factors:
        value, shown, names = _factor(factor, sheet)
        whole, scale, open_ = product(whole, value), scale * HUNDRED**factor.scale, open_ + names
        worked.append(shown)
    sheet.lines = outer
    exact = counted(whole)
    ends = Span(max(0, exact.low // scale), max(0, exact.high // scale))
    step = Step(row, tuple(worked), ends.low, ends.high)
    return Sum(ends, (step,), () if ends.low == ends.high else open_)


def _factor(factor: Factor, sheet: Sheet) -> tuple[Span, Worked, tuple[str, ...]]:
    given, open_ = number(factor.value, sheet)
    value, capped = given, False
    if factor.at_most is not None:
        cap, names = number(factor.at_most, sheet)
        value, open_ = smaller(given, cap), open_ + names
        capped = cap.there is True and given.low > cap.high
    known = _shown(given.low, factor) if given.low == given.high else None
    ends = _shown(value.low, factor), _shown(value.high, factor)
    return value, Worked(*ends, known, capped, factor.unit, factor.quotes), open_


def _shown(value: int, factor: Factor) -> int:
    """Return a factor as people read it: percentages stay hundredths."""
    scale = factor.scale - (factor.unit == "percent")
    if scale == 0:
        return value
    return value // int(HUNDRED**scale) if scale > 0 else value * int(HUNDRED**-scale)
