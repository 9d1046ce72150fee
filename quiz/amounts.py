"""How much: the amount of a measure with its worked lines, as a range where answers are missing."""

from typing import NamedTuple

from quiz import rules
from quiz.answers_from_json import Line
from quiz.expressions import guard, number, truth
from quiz.logic import Span, counted, product, smaller
from quiz.rules import MOST_LINES, Factor, Quotes
from quiz.sheet import Sheet

HUNDRED = 100
UNBOUNDED_BELOW = ("at_most",)
UNBOUNDED_ABOVE = ("at_least",)
UNSTATED = ("as_paid", "not_stated")


class Step(NamedTuple):
    """One worked line: a product of factors; `row` is the line of the table that it stands for."""

    row: int | None
    factors: tuple["Worked", ...]
    low: int
    high: int


class Worked(NamedTuple):
    """A factor as it counts; `given` is the figure before its cap, None where that is not known."""

    low: int
    high: int
    given: int | None
    capped: bool
    unit: str
    quotes: Quotes


class Amount(NamedTuple):
    """What a measure pays; integers of its unit, None where the text or the kind sets no bound."""

    kind: str
    low: int | None
    high: int | None
    unit: str
    paid_to: str
    period: str
    years: int | None
    steps: tuple[Step, ...]


def amount(stated: rules.Amount, sheet: Sheet) -> tuple[Amount, tuple[str, ...]]:
    """Return what is paid, and the variables that the sum still hangs on."""
    possible, open_ = _cases(stated, sheet)
    worked = [_amount(each, sheet) for each in possible]
    hangs_on = open_ + tuple(name for _, names in worked for name in names)
    if len(worked) == 1:
        return worked[0][0], hangs_on
    return _one_of([each for each, _ in worked]), hangs_on


def _cases(stated: rules.Amount, sheet: Sheet) -> tuple[list[rules.Amount], tuple[str, ...]]:
    """Return the cases that may apply: the first that holds, and those before it that may hold."""
    possible: list[rules.Amount] = []
    open_: tuple[str, ...] = ()
    for case in stated.cases:
        value, names = truth(case.condition, sheet)
        if value is not False:
            possible.append(case.amount)
            open_ += names
        if value is True:
            return possible, open_
    return [*possible, stated], open_


def _one_of(found: list[Amount]) -> Amount:
    """Return the range of an amount that is one of several."""
    kinds = {each.kind for each in found}
    lows = [each.low for each in found if each.low is not None]
    highs = [each.high for each in found if each.high is not None]
    return found[0]._replace(
        kind=kinds.pop() if len(kinds) == 1 else "range",
        low=min(lows) if len(lows) == len(found) else None,
        high=max(highs) if len(highs) == len(found) else None,
        steps=(),
    )


def _amount(stated: rules.Amount, sheet: Sheet) -> tuple[Amount, tuple[str, ...]]:
    bare = Amount(
        stated.kind, None, None, stated.unit, stated.paid_to, stated.period, stated.years, ()
    )
    if stated.kind in UNSTATED:
        return bare, ()
    low, steps, first = _sum(stated.low or stated.product, stated.over, sheet)
    high, more, second = _sum(stated.high, stated.over, sheet) if stated.high else (low, (), ())
    filled = bare._replace(
        low=None if stated.kind in UNBOUNDED_BELOW else low.low,
        high=None if stated.kind in UNBOUNDED_ABOVE else high.high,
        steps=steps + more,
    )
    return filled, first + second


def _sum(
    factors: tuple[Factor, ...], over: str | None, sheet: Sheet
) -> tuple[Span, tuple[Step, ...], tuple[str, ...]]:
    """Add up the worked lines: one, or one for each line of a rows question."""
    if over is None:
        step, open_ = _step(factors, None, {}, sheet)
        return Span(step.low, step.high), (step,), open_
    lines = sheet.facts.get(over) if guard(over, sheet)[0] is not False else ()
    if not isinstance(lines, tuple):
        step, open_ = _step(factors, 0, {}, sheet)
        return Span(0, MOST_LINES * step.high), (), (over, *open_)
    worked = [
        _step(factors, row, line, sheet) for row, line in enumerate(lines) if isinstance(line, dict)
    ]
    steps = tuple(step for step, _ in worked)
    ends = Span(sum(step.low for step in steps), sum(step.high for step in steps))
    return ends, steps, tuple(name for _, names in worked for name in names)


def _step(
    factors: tuple[Factor, ...], row: int | None, line: Line, sheet: Sheet
) -> tuple[Step, tuple[str, ...]]:
    outer, sheet.lines = sheet.lines, {"r": line}
    whole, scale = Span(1, 1), 1
    open_: tuple[str, ...] = ()
    worked: list[Worked] = []
    for factor in factors:
        value, factor_worked, names = _factor(factor, sheet)
        whole, scale, open_ = product(whole, value), scale * HUNDRED**factor.scale, open_ + names
        worked.append(factor_worked)
    sheet.lines = outer
    ends = counted(whole)
    return Step(row, tuple(worked), ends.low // scale, ends.high // scale), (
        () if ends.low == ends.high else open_
    )


def _factor(factor: Factor, sheet: Sheet) -> tuple[Span, Worked, tuple[str, ...]]:
    value, open_ = number(factor.value, sheet)
    given, capped = value, False
    if factor.at_most is not None:
        cap, names = number(factor.at_most, sheet)
        value, open_ = smaller(value, cap), open_ + names
        capped = given.low > cap.high
    low, high = (_shown(end, factor) for end in (value.low, value.high))
    known = _shown(given.low, factor) if given.low == given.high else None
    return value, Worked(low, high, known, capped, factor.unit, factor.quotes), open_


def _shown(value: int, factor: Factor) -> int:
    """Return a factor as people read it: percentages stay hundredths."""
    scale = factor.scale - (factor.unit == "percent")
    return value // int(HUNDRED**scale) if scale > 0 else value * int(HUNDRED**-scale)
