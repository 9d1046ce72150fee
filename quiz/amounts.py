"""How much: the amount of a measure, as a range where answers are missing.

Only what can be paid where the measure is met counts: a case that its conditions exclude does not.
Where an unanswered number sets no bound that the text or a percentage knows, the upper end is left
open: what a form accepts at most is no figure of the document.
"""

from typing import NamedTuple

from quiz import rules
from quiz.expressions import truth
from quiz.rules import ALWAYS, UNSTATED, Expression
from quiz.settle import settle
from quiz.sheet import Sheet
from quiz.steps import Step, worked_sum

Names = tuple[str, ...]


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


def amount(stated: rules.Amount, meets: Expression, sheet: Sheet) -> tuple[Amount, Names]:
    """Return what is paid where a condition is met, and the variables that the sum still hangs
    on.
    """
    paid, open_ = _of_cases(stated, meets, sheet)
    if paid.high is None or paid.low == paid.high:
        return paid, open_
    wider, _ = _of_cases(stated, meets, sheet.wider())
    return _without_bound(paid, wider), open_


def _without_bound(paid: Amount, wider: Amount) -> Amount:
    """Leave open what grows when unanswered numbers may be larger."""
    steps = (
        step._replace(
            factors=tuple(
                one._replace(high=_bound(one.high, other.high))
                for one, other in zip(step.factors, larger.factors, strict=True)
            ),
            high=_bound(step.high, larger.high),
        )
        for step, larger in zip(paid.steps, wider.steps, strict=True)
    )
    return paid._replace(high=_bound(paid.high, wider.high), steps=tuple(steps))


def _bound(high: int | None, wider: int | None) -> int | None:
    return high if high == wider else None


def _of_cases(stated: rules.Amount, meets: Expression, sheet: Sheet) -> tuple[Amount, Names]:
    if not stated.cases:
        return _of_one(stated, sheet)
    possible, open_ = _possible(stated, meets, sheet)
    worked = [_of_one(each, sheet) for each in possible]
    hangs_on = open_ + tuple(name for _, names in worked for name in names)
    return _one_of([paid for paid, _ in worked]), hangs_on


def _possible(
    stated: rules.Amount, meets: Expression, sheet: Sheet
) -> tuple[list[rules.Amount], Names]:
    """Return the cases that may apply: the first that holds, and those before it that may hold."""
    possible: list[rules.Amount] = []
    open_: Names = ()
    rest = meets
    for condition, paid in cases_of(stated):
        value, names = truth(condition, sheet)
        # A later case is left out where the measure is met in none but those before it.
        if value is not False and (
            not possible or settle(("and", rest, condition), sheet) is not False
        ):
            possible.append(paid)
            open_ += names
        if value is True:
            break
        rest = ("and", rest, ("not", condition))
    return possible, open_


def cases_of(stated: rules.Amount) -> list[tuple[Expression, rules.Amount]]:
    """List what is paid in which case; the last holds where no other does."""
    return [*((case.condition, case.amount) for case in stated.cases), (ALWAYS, stated)]


def _one_of(found: list[Amount]) -> Amount:
    """Return the range of an amount that is one of several."""
    if len(found) == 1:
        return found[0]
    kinds = {each.kind for each in found}
    lows = [each.low for each in found if each.low is not None]
    highs = [each.high for each in found if each.high is not None]
    return found[0]._replace(
        kind=found[0].kind if len(kinds) == 1 else "range",
        low=min(lows) if len(lows) == len(found) else None,
        high=max(highs) if len(highs) == len(found) else None,
        steps=(),
    )


def _of_one(stated: rules.Amount, sheet: Sheet) -> tuple[Amount, Names]:
    if stated.kind in UNSTATED:
        return _stating(stated, None, None, ()), ()
    low = worked_sum(stated.low or stated.product, stated.over, sheet)
    high = worked_sum(stated.high, stated.over, sheet) if stated.high else low
    found = _stating(
        stated,
        None if stated.kind == "at_most" else low.ends.low,
        None if stated.kind == "at_least" else high.ends.high,
        low.steps + (high.steps if stated.high else ()),
    )
    return found, low.open + (high.open if stated.high else ())


def _stating(
    stated: rules.Amount, low: int | None, high: int | None, steps: tuple[Step, ...]
) -> Amount:
    return Amount(
        stated.kind, low, high, stated.unit, stated.paid_to, stated.period, stated.years, steps
    )
