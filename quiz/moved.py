"""Which open facts can still move the sum of a measure, where that is met."""

from collections.abc import Iterable, Iterator

from quiz.amounts import cases_of
from quiz.expressions import number, truth
from quiz.logic import smaller
from quiz.relevance import matters
from quiz.rules import ALWAYS, Amount, Expression, Factor, Measure
from quiz.settle import settle
from quiz.sheet import Sheet


def moves_sum(name: str, measure: Measure, sheet: Sheet) -> bool:
    """Tell whether, for some completion on which a measure is met, a fact changes what it pays."""
    if measure.amount is None:
        return False
    holds = measure.meets
    for condition, paid in cases_of(measure.amount):
        chosen = ("and", holds, condition)
        if _decides(name, condition, holds, sheet) or _moves(name, paid, chosen, sheet):
            return True
        holds = ("and", holds, ("not", condition))
    return False


def _decides(name: str, condition: Expression, holds: Expression, sheet: Sheet) -> bool:
    """Tell whether a fact can change a condition where another holds."""
    return name in truth(condition, sheet)[1] and matters(name, ("and", holds, condition), sheet)


def _moves(name: str, paid: Amount, holds: Expression, sheet: Sheet) -> bool:
    if paid.over is not None and _counts(name, paid.over, holds, sheet):
        return True
    factors = (*paid.product, *paid.low, *paid.high)
    left_open = (each for each in factors if paid.over is not None or not _known(each, sheet))
    return any(_moves_number(name, each, holds, sheet) for each in _numbers(left_open))


def _known(factor: Factor, sheet: Sheet) -> bool:
    """Tell whether a cap leaves one number only, whatever is below it."""
    if factor.at_most is None:
        return False
    left = smaller(number(factor.value, sheet)[0], number(factor.at_most, sheet)[0])
    return left.there is True and left.low == left.high


def _numbers(factors: Iterable[Factor]) -> Iterator[Expression]:
    for factor in factors:
        yield factor.value
        if factor.at_most is not None:
            yield factor.at_most


def _counts(name: str, fact: str, holds: Expression, sheet: Sheet) -> bool:
    """Tell whether a name is a fact that may count, or can decide whether it counts."""
    guard = sheet.rules.guards.get(fact, ALWAYS)
    if name == fact:
        return settle(("and", holds, guard), sheet) is not False
    return _decides(name, guard, holds, sheet)


def _moves_number(name: str, expression: Expression, holds: Expression, sheet: Sheet) -> bool:
    kind = expression[0]
    if kind in ("whole", "field"):
        return False
    if kind == "number":
        return _counts(name, expression[1], holds, sheet)
    if kind == "if":
        return _moves_choice(name, expression, holds, sheet)
    if kind == "sum":
        return name in number(expression, sheet)[1]
    return any(_moves_number(name, part, holds, sheet) for part in expression[1:])


def _moves_choice(name: str, expression: Expression, holds: Expression, sheet: Sheet) -> bool:
    _, condition, left, right = expression
    return (
        _decides(name, condition, holds, sheet)
        or _moves_number(name, left, ("and", holds, condition), sheet)
        or _moves_number(name, right, ("and", holds, ("not", condition)), sheet)
    )
