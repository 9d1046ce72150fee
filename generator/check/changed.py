"""Every small change that one can make to an expression: an operator, a figure, an option."""

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType

from generator.to_rules.units import Json

type Changes = Iterator[tuple[str, Json]]
"""What was changed, in words, and the changed expression."""

_NEIGHBOUR: Mapping[str, str] = MappingProxyType(
    {"<": "<=", "<=": "<", ">": ">=", ">=": ">", "==": "!=", "!=": "=="}
)


def changed(expression: Json, options: Mapping[str, list[str]]) -> Changes:
    """Each expression that differs by one change; `options` are those of each question."""
    if isinstance(expression, bool):
        yield f"{expression} turned round", not expression
        return
    yield from _HERE.get(expression[0], _inside_only)(expression, options)
    for index, part in enumerate(expression[1:], start=1):
        if isinstance(part, list | bool):
            for what, new in changed(part, options):
                yield what, [*expression[:index], new, *expression[index + 1 :]]


def _inside_only(_: Json, __: object) -> Changes:
    yield from ()


def _joined(expression: Json, _: object) -> Changes:
    other = "or" if expression[0] == "and" else "and"
    if len(expression) > 2:
        yield f"'{expression[0]}' became '{other}'", [other, *expression[1:]]
    for index in range(1, len(expression)) if len(expression) > 2 else ():
        rest = [expression[0], *expression[1:index], *expression[index + 1 :]]
        yield f"part {index} of '{expression[0]}' dropped", rest


def _compared(expression: Json, _: object) -> Changes:
    operator = _NEIGHBOUR[expression[0]]
    yield f"'{expression[0]}' became '{operator}'", [operator, *expression[1:]]


def _turned(expression: Json, _: object) -> Changes:
    yield f"{'.'.join(map(str, expression[1:]))} turned round", ["not", expression]


def _not(expression: Json, _: object) -> Changes:
    yield "'not' dropped", expression[1]


def _option(expression: Json, options: Mapping[str, list[str]]) -> Changes:
    _, question, option = expression
    known = options[question]
    other = known[(known.index(option) + 1) % len(known)]
    if other == option:
        yield from _turned(expression, options)
    else:
        yield f"{question}.{option} became {question}.{other}", ["is", question, other]


def _figure(expression: Json, _: object) -> Changes:
    kind, number = expression
    for other in (number + 1, number - 1):
        if other >= 0:
            yield f"{number} became {other}", [kind, other]


def _within(expression: Json, _: object) -> Changes:
    *start, number = expression
    for other in (number + 1, number - 1):
        if other >= 0:
            yield f"{number} {start[2]} became {other}", [*start, other]


def _branches(expression: Json, _: object) -> Changes:
    word, condition, left, right = expression
    yield "the two sides of 'if' changed places", [word, condition, right, left]


_HERE: Mapping[str, Callable[..., Changes]] = MappingProxyType(
    {
        "and": _joined,
        "or": _joined,
        "not": _not,
        "is": _option,
        "yes": _turned,
        "term": _turned,
        "reading": _turned,
        "whole": _figure,
        "percent": _figure,
        "within": _within,
        "if": _branches,
        **dict.fromkeys(_NEIGHBOUR, _compared),
    }
)
