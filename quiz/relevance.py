"""Which open facts can still change a condition: exact where each occurs once, otherwise by
trial.
"""

from quiz.expressions import truth
from quiz.rules import Expression
from quiz.settle import MOST_SPLITS, apart, repeated, settle
from quiz.sheet import Sheet
from quiz.stretches import stretches


def matters(name: str, expression: Expression, sheet: Sheet) -> bool:
    """Tell whether, for some completion of the other facts, a fact changes an open condition.

    True without proof beyond so many trial values; no measure of a real document comes near.
    """
    return _matters(name, expression, sheet, [MOST_SPLITS])


def decides(name: str, expression: Expression, sheet: Sheet) -> bool:
    """Tell whether one value of a fact settles a condition and another leaves room; a no proves
    nothing.
    """
    value, open_ = truth(expression, sheet)
    if value is not None or name not in open_:
        return False
    sheets = [sheet.supposing({name: each}) for each in stretches(name, expression, sheet)]
    outcomes = {each: truth(expression, each)[0] for each in sheets}
    settled = {each for each in outcomes.values() if each is not None}
    if len(settled) == 1:
        (only,) = settled
        waiting = (each for each, value in outcomes.items() if value is None)
        return any(settle(expression, each) is not only for each in waiting)
    return len(settled) > 1


def _matters(name: str, expression: Expression, sheet: Sheet, left: list[int]) -> bool:
    value, open_ = truth(expression, sheet)
    often = repeated(open_)
    if value is not None or name not in open_ or not often:
        return value is None and name in open_
    if settle(expression, sheet) is not None:
        return False
    kind = expression[0]
    if kind in ("and", "or"):
        (together,) = (
            part for part in apart(expression[1:], sheet) if name in truth((kind, *part), sheet)[1]
        )
        if len(together) == 1:
            return _matters(name, together[0], sheet, left)
        return _split(name, (kind, *together), often, sheet, left)
    if kind == "term":
        return _matters(name, sheet.rules.terms[expression[1]], sheet, left)
    return _split(name, expression, often, sheet, left)


def _split(
    name: str, expression: Expression, often: list[str], sheet: Sheet, left: list[int]
) -> bool:
    """Try each value of another repeated fact; when there is none, compare the values of the
    fact.
    """
    for other in often:
        values = list(stretches(other, expression, sheet)) if other != name else []
        if len(values) > 1:
            left[0] -= len(values)
            return left[0] < 0 or any(
                _matters(name, expression, sheet.supposing({other: value}), left)
                for value in values
            )
    values = list(stretches(name, expression, sheet))
    if len(values) < 2:
        return True
    found = {_residue(expression, sheet.supposing({name: value})) for value in values}
    return len(found) > 1


def _residue(expression: Expression, sheet: Sheet) -> object:
    """Return what is left of a condition: its outcome, or the facts that it still hangs on."""
    value = settle(expression, sheet)
    return tuple(sorted(truth(expression, sheet)[1])) if value is None else value
