"""From the text of an expression to its JSON: Python's syntax, a small part of it, typed.

Each kind of syntax has one function in `SYNTAX`. A problem is noted once, at the scope's place;
what is wrong then has the unit WRONG, so that nothing else complains about it.
"""

import ast
from collections.abc import Callable, Mapping
from types import MappingProxyType

from generator.policy.problem import listed
from generator.to_rules.calls import CALLS
from generator.to_rules.names import attribute, name
from generator.to_rules.scope import Scope
from generator.to_rules.units import (
    FAULTY,
    PLAIN,
    TRUTH,
    WRONG,
    Json,
    Typed,
    met,
    product,
    whole,
)

MOST_CHARACTERS = 2_000
"""The longest expression."""

MOST_FIGURE = 10**12

COMPARISONS: Mapping[type[ast.cmpop], str] = MappingProxyType(
    {ast.Lt: "<", ast.LtE: "<=", ast.Gt: ">", ast.GtE: ">=", ast.Eq: "==", ast.NotEq: "!="}
)


def truth(text: str, scope: Scope) -> Json:
    """The JSON of an expression that holds or not; problems are noted at the scope's place."""
    typed = _parsed(text, scope)
    if typed.unit in (TRUTH, WRONG):
        return typed.json
    scope.place.refuse(f"a condition must stand here, but this is {_said(typed.unit)}")
    return True


def number(text: str | int, scope: Scope) -> Typed:
    """An expression that counts or measures; problems are noted at the scope's place."""
    typed = _parsed(str(text), scope)
    if typed.unit == TRUTH:
        scope.place.refuse("a number must stand here, but this is a condition")
        return FAULTY
    return typed


def _parsed(text: str, scope: Scope) -> Typed:
    if len(text) > MOST_CHARACTERS:
        scope.place.refuse(f"the expression is longer than {MOST_CHARACTERS} characters")
        return FAULTY
    try:
        tree = ast.parse(" ".join(text.split()), mode="eval")
        return typed(tree.body, scope)
    except SyntaxError as error:
        scope.place.refuse(f"this is no expression: {error.msg} at '{_near(error)}'")
    except (ValueError, RecursionError, MemoryError):
        scope.place.refuse("this expression is nested too deep or holds what cannot be read")
    return FAULTY


def _near(error: SyntaxError) -> str:
    start = max((error.offset or 1) - 1, 0)
    return (error.text or "")[start : start + 20].strip() or "the end"


def typed(node: ast.expr, scope: Scope) -> Typed:
    """One node of the syntax tree."""
    function = SYNTAX.get(type(node))
    if function is None:
        allowed = (
            "and, or, not, comparisons, + - *, names, figures, within, any, sum, x if c else y"
        )
        return _refused(scope, f"'{ast.unparse(node)}' is not allowed here; allowed are {allowed}")
    return function(node, scope)


def _refused(scope: Scope, message: str) -> Typed:
    scope.place.refuse(message)
    return FAULTY


def _condition(node: ast.expr, scope: Scope) -> Json:
    found = typed(node, scope)
    if found.unit in (TRUTH, WRONG):
        return found.json
    return _refused(scope, f"'{ast.unparse(node)}' is {_said(found.unit)}, not a condition").json


def _number(node: ast.expr, scope: Scope) -> Typed:
    found = typed(node, scope)
    if found.unit == TRUTH:
        return _refused(scope, f"'{ast.unparse(node)}' is a condition, not a number")
    return found


def _joined(node: ast.BoolOp, scope: Scope) -> Typed:
    word = "and" if isinstance(node.op, ast.And) else "or"
    return Typed([word, *(_condition(value, scope) for value in node.values)], TRUTH)


def _unary(node: ast.UnaryOp, scope: Scope) -> Typed:
    if isinstance(node.op, ast.Not):
        return Typed(["not", _condition(node.operand, scope)], TRUTH)
    return _refused(scope, f"'{ast.unparse(node)}' is not allowed here; signs are not needed")


def _compared(node: ast.Compare, scope: Scope) -> Typed:
    sides = [_number(side, scope) for side in (node.left, *node.comparators)]
    parts = [
        _comparison(node, operator, left, right, scope)
        for operator, left, right in zip(node.ops, sides, sides[1:], strict=False)
    ]
    return Typed(parts[0] if len(parts) == 1 else ["and", *parts], TRUTH)


def _comparison(
    node: ast.Compare, operator: ast.cmpop, left: Typed, right: Typed, scope: Scope
) -> Json:
    word = COMPARISONS.get(type(operator))
    both = met(left, right)
    if word is None:
        allowed = listed(COMPARISONS.values())
        return _refused(
            scope, f"'{ast.unparse(node)}' compares strangely; allowed are {allowed}"
        ).json
    if both is None:
        units = f"{_said(left.unit)} with {_said(right.unit)}"
        return _refused(scope, f"'{ast.unparse(node)}' compares {units}{_hint(left, right)}").json
    return [word, both[0].json, both[1].json]


def _hint(left: Typed, right: Typed) -> str:
    for literal, other in ((left, right), (right, left)):
        if literal.unit == PLAIN and literal.literal is not None:
            return f"; write {other.unit}({literal.literal})"
    return ""


def _arithmetic(node: ast.BinOp, scope: Scope) -> Typed:
    left, right = _number(node.left, scope), _number(node.right, scope)
    if isinstance(node.op, ast.Mult):
        found = product(left, right)
    elif isinstance(node.op, ast.Add | ast.Sub):
        both = met(left, right)
        sign = "+" if isinstance(node.op, ast.Add) else "-"
        found = Typed([sign, both[0].json, both[1].json], both[0].unit) if both else None
    else:
        return _refused(scope, f"'{ast.unparse(node)}' is not allowed; allowed are +, - and *")
    if found is None:
        units = f"{_said(left.unit)} and {_said(right.unit)}"
        return _refused(scope, f"'{ast.unparse(node)}' joins {units}, which do not go together")
    return found


def _chosen(node: ast.IfExp, scope: Scope) -> Typed:
    condition = _condition(node.test, scope)
    left, right = typed(node.body, scope), typed(node.orelse, scope)
    both = met(left, right)
    if both is None:
        units = f"{_said(left.unit)} or {_said(right.unit)}"
        return _refused(scope, f"'{ast.unparse(node)}' gives {units}; both must be of one kind")
    return Typed(["if", condition, both[0].json, both[1].json], both[0].unit)


def _constant(node: ast.Constant, scope: Scope) -> Typed:
    if isinstance(node.value, bool):
        return Typed(node.value, TRUTH)
    if not isinstance(node.value, int):
        return _refused(scope, f"'{ast.unparse(node)}' is not allowed; only whole numbers are")
    if node.value > MOST_FIGURE:
        return _refused(scope, f"{node.value} is too large; at most {MOST_FIGURE}")
    scope.used.figures.append((node.value, ""))
    return whole(node.value, PLAIN)


def _call(node: ast.Call, scope: Scope) -> Typed:
    known = isinstance(node.func, ast.Name) and node.func.id in CALLS
    if not known or node.keywords:
        written = ast.unparse(node.func)
        return _refused(
            scope, f"nothing that can be called is '{written}'; there are {listed(CALLS)}"
        )
    assert isinstance(node.func, ast.Name)  # noqa: S101 - said above, for the type checker
    return CALLS[node.func.id](node, scope, typed)


def _said(unit: str) -> str:
    return _SAID.get(unit, unit)


_SAID: Mapping[str, str] = MappingProxyType(
    {
        "count": "a number of people or things",
        "yuan": "a sum in yuan",
        "percent": "a percentage",
        **{unit: f"a number of {unit}" for unit in ("years", "months", "days")},
    }
)


SYNTAX: Mapping[type[ast.expr], Callable[..., Typed]] = MappingProxyType(
    {
        ast.BoolOp: _joined,
        ast.UnaryOp: _unary,
        ast.Compare: _compared,
        ast.BinOp: _arithmetic,
        ast.IfExp: _chosen,
        ast.Constant: _constant,
        ast.Name: name,
        ast.Attribute: attribute,
        ast.Call: _call,
    }
)
"""What each kind of syntax compiles to."""
