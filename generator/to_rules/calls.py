"""What expressions may call: periods and shares, dates, and sums over the lines of a table."""

import ast
from collections.abc import Callable, Mapping
from functools import partial
from types import MappingProxyType

from generator.policy.problem import suggested
from generator.to_rules.scope import Scope
from generator.to_rules.units import FAULTY, TRUTH, WRONG, Typed, whole

type Inner = Callable[[ast.expr, Scope], Typed]

PERIODS = ("years", "months", "days")


def _refused(scope: Scope, message: str) -> Typed:
    scope.place.refuse(message)
    return FAULTY


def _literal(unit: str, node: ast.Call, scope: Scope, _: Inner) -> Typed:
    """`years(3)`, `months(12)`, `percent(50)`."""
    figure = _figure(node)
    if figure is None:
        return _refused(scope, f"'{ast.unparse(node)}' must hold one whole number: {unit}(3)")
    scope.used.figures.append((figure, unit))
    return whole(figure, unit)


def _figure(node: ast.Call) -> int | None:
    if len(node.args) != 1 or not isinstance(node.args[0], ast.Constant):
        return None
    value = node.args[0].value
    return value if isinstance(value, int) and not isinstance(value, bool) else None


def _within(node: ast.Call, scope: Scope, inner: Inner) -> Typed:
    """`within(graduation, years(5))`: the date is not longer ago than that."""
    if len(node.args) != 2:
        return _refused(scope, "write within(date, years(5)), with months or days as well")
    date, period = _date(node.args[0], scope), inner(node.args[1], scope)
    if WRONG in (date.unit, period.unit):
        return FAULTY
    if period.unit not in PERIODS or period.literal is None:
        written = ast.unparse(node.args[1])
        return _refused(scope, f"'{written}' is no period; write years(5), months(6) or days(30)")
    return Typed(["within", date.json, period.unit, period.literal], TRUTH)


def _same_year(node: ast.Call, scope: Scope, _: Inner) -> Typed:
    """`same_year(graduation)`: the date lies in the year of the check."""
    if len(node.args) != 1:
        return _refused(scope, "write same_year(date)")
    date = _date(node.args[0], scope)
    return date if date.unit == WRONG else Typed(["same_year", date.json], TRUTH)


def _date(node: ast.expr, scope: Scope) -> Typed:
    dates = [name for name, question in scope.questions.items() if question.type == "date"]
    if not isinstance(node, ast.Name) or node.id not in dates:
        written = ast.unparse(node)
        return _refused(
            scope, f"no question of type date is called '{written}'{_near(node, dates)}"
        )
    scope.used.facts.add((node.id, None))
    return Typed(["date", node.id], "date")


def _near(node: ast.expr, known: list[str]) -> str:
    return suggested(node.id, known) if isinstance(node, ast.Name) else ""


def _any(node: ast.Call, scope: Scope, inner: Inner) -> Typed:
    """`any(r.recent for r in interns)`."""
    loop = _loop(node, scope)
    if loop is None:
        return FAULTY
    variable, rows, inside = loop
    value = inner(_generator(node).elt, inside)
    if value.unit not in (TRUTH, WRONG):
        return _refused(scope, "any(…) needs a condition before 'for'")
    conditions = [_truth(test, inside, inner) for test in _generator(node).generators[0].ifs]
    json = ["and", *conditions, value.json] if conditions else value.json
    return Typed(["any", variable, rows, json], TRUTH)


def _sum(node: ast.Call, scope: Scope, inner: Inner) -> Typed:
    """`sum(r.number for r in interns if r.recent)`."""
    loop = _loop(node, scope)
    if loop is None:
        return FAULTY
    variable, rows, inside = loop
    value = inner(_generator(node).elt, inside)
    if value.unit == TRUTH:
        return _refused(scope, "sum(…) needs a number before 'for'")
    conditions = [_truth(test, inside, inner) for test in _generator(node).generators[0].ifs]
    counts = [["and", *conditions]] if len(conditions) > 1 else conditions
    return Typed(["sum", variable, rows, value.json, *counts], value.unit)


def _truth(node: ast.expr, scope: Scope, inner: Inner) -> object:
    found = inner(node, scope)
    if found.unit not in (TRUTH, WRONG):
        scope.place.refuse(f"'{ast.unparse(node)}' is no condition")
    return found.json


def _generator(node: ast.Call) -> ast.GeneratorExp:
    (argument,) = node.args
    assert isinstance(argument, ast.GeneratorExp)  # noqa: S101 - _loop has looked
    return argument


def _loop(node: ast.Call, scope: Scope) -> tuple[str, str, Scope] | None:
    """The variable and the rows question of a comprehension, and the scope inside it."""
    form = f"write {ast.unparse(node.func)}(… for r in rows), with one 'for'"
    if len(node.args) != 1 or not isinstance(node.args[0], ast.GeneratorExp):
        scope.place.refuse(form)
        return None
    first, *more = node.args[0].generators
    if more or not isinstance(first.target, ast.Name) or not isinstance(first.iter, ast.Name):
        scope.place.refuse(form)
        return None
    rows = [name for name, question in scope.questions.items() if question.type == "rows"]
    if first.iter.id not in rows:
        scope.place.unknown("question of type rows", first.iter.id, rows)
        return None
    scope.used.facts.add((first.iter.id, None))
    return first.target.id, first.iter.id, scope.inside(first.target.id, first.iter.id)


CALLS: Mapping[str, Callable[[ast.Call, Scope, Inner], Typed]] = MappingProxyType(
    {
        "years": partial(_literal, "years"),
        "months": partial(_literal, "months"),
        "days": partial(_literal, "days"),
        "percent": partial(_literal, "percent"),
        "within": _within,
        "same_year": _same_year,
        "any": _any,
        "sum": _sum,
    }
)
"""What each call compiles to."""
