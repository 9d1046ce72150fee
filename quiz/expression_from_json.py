"""From the JSON arrays of rules.json to expressions, checked.

Percentages are hundredths. So that whole numbers are enough at run time, each numeric expression
has a scale, the power of a hundred that it is multiplied by, and both sides of a comparison, an
addition or a choice are brought to the larger one here.
"""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any, NamedTuple

from quiz.logic import COMPARE
from quiz.rules import NUMBERS, Expression, Question, variable

UNITS = ("years", "months", "days")


class Names(NamedTuple):
    """What an expression may name: questions, terms, readings by interpretation, row variables and
    their questions.
    """

    questions: Mapping[str, Question]
    terms: frozenset[str]
    readings: Mapping[str, tuple[str, ...]] = MappingProxyType({})
    lines: Mapping[str, str] = MappingProxyType({})


def truth_from(source: Any, names: Names) -> Expression:
    """Read an expression that is true, false or unknown; ValueError, KeyError or TypeError if it is
    none.
    """
    if isinstance(source, bool):
        return ("constant", source)
    return TRUTHS[source[0]](source, names)


def number_from(source: Any, names: Names) -> tuple[Expression, int]:
    """Read a numeric expression, with its scale; ValueError, KeyError or TypeError if it is
    none.
    """
    return NUMERIC[source[0]](source, names)


def raised(expression: Expression, scale: int, to: int) -> Expression:
    """Return a numeric expression at a larger scale."""
    return expression if scale == to else ("*", expression, ("whole", 100 ** (to - scale)))


def _of_type(names: Names, question: str, *types: str) -> Question:
    found = names.questions[question]
    if found.type not in types:
        raise ValueError(question)
    return found


def _yes(source: Any, names: Names) -> Expression:
    _, question = source
    return ("fact", _of_type(names, question, "yes_no").id)


def _is(source: Any, names: Names) -> Expression:
    _, question, option = source
    found = _of_type(names, question, "choice", "choices")
    if option not in found.options:
        raise ValueError(option)
    return (
        ("chosen", question, option)
        if found.type == "choice"
        else ("fact", variable(question, option))
    )


def _term(source: Any, names: Names) -> Expression:
    _, term = source
    if term not in names.terms:
        raise ValueError(term)
    return ("term", term)


def _reading(source: Any, names: Names) -> Expression:
    _, interpretation, reading = source
    if reading not in names.readings[interpretation]:
        raise ValueError(reading)
    return ("reading", interpretation, reading)


def _joined(source: Any, names: Names) -> Expression:
    return (source[0], *(truth_from(part, names) for part in source[1:]))


def _not(source: Any, names: Names) -> Expression:
    _, part = source
    return ("not", truth_from(part, names))


def _choose(source: Any, names: Names) -> Expression:
    _, condition, left, right = source
    return ("choose", *(truth_from(part, names) for part in (condition, left, right)))


def _compare(source: Any, names: Names) -> Expression:
    (left, right), _ = _balanced(source[1:], names)
    return (source[0], left, right)


def _balanced(sources: Any, names: Names) -> tuple[list[Expression], int]:
    if len(sources) != 2:
        raise ValueError(sources)
    read = [number_from(part, names) for part in sources]
    scale = max(size for _, size in read)
    return [raised(part, size, scale) for part, size in read], scale


def _within(source: Any, names: Names) -> Expression:
    _, (kind, question), unit, number = source
    _of_type(names, question, "date")
    if kind != "date" or unit not in UNITS or _whole(number) < 0:
        raise ValueError(source)
    return ("within", question, unit, number)


def _same_year(source: Any, names: Names) -> Expression:
    _, (kind, question) = source
    if kind != "date":
        raise ValueError(source)
    return ("same_year", _of_type(names, question, "date").id)


def _inside(names: Names, name: str, question: str) -> Names:
    _of_type(names, question, "rows")
    return names._replace(lines={**names.lines, name: question})


def _any(source: Any, names: Names) -> Expression:
    _, name, question, part = source
    return ("any", name, question, truth_from(part, _inside(names, name, question)))


def _field_type(source: Any, names: Names) -> str:
    _, name, field = source
    return names.questions[names.lines[name]].fields[field].type


def _truth_field(source: Any, names: Names) -> Expression:
    if _field_type(source, names) != "yes_no":
        raise ValueError(source)
    return ("line", source[1], source[2], names.lines[source[1]])


def _whole(value: Any) -> int:
    if isinstance(value, bool) or not isinstance(value, int):
        raise TypeError(value)
    return value


def _constant(source: Any, _: Names) -> tuple[Expression, int]:
    kind, value = source
    return ("whole", _whole(value)), int(kind == "percent")


def _number(source: Any, names: Names) -> tuple[Expression, int]:
    _, question = source
    return ("number", _of_type(names, question, *NUMBERS).id), 0


def _arithmetic(source: Any, names: Names) -> tuple[Expression, int]:
    (left, right), scale = _balanced(source[1:], names)
    return (source[0], left, right), scale


def _product(source: Any, names: Names) -> tuple[Expression, int]:
    _, left, right = source
    (one, first), (other, second) = number_from(left, names), number_from(right, names)
    return ("*", one, other), first + second


def _if(source: Any, names: Names) -> tuple[Expression, int]:
    (left, right), scale = _balanced(source[2:], names)
    return ("if", truth_from(source[1], names), left, right), scale


def _sum(source: Any, names: Names) -> tuple[Expression, int]:
    _, name, question, part, *condition = source
    inside = _inside(names, name, question)
    value, scale = number_from(part, inside)
    counts = truth_from(condition[0], inside) if condition else ("constant", True)
    return ("sum", name, question, value, counts), scale


def _number_field(source: Any, names: Names) -> tuple[Expression, int]:
    if _field_type(source, names) not in NUMBERS:
        raise ValueError(source)
    return ("field", source[1], source[2], names.lines[source[1]]), 0


TRUTHS: Mapping[str, Callable[[Any, Names], Expression]] = MappingProxyType(
    {
        "yes": _yes,
        "is": _is,
        "term": _term,
        "reading": _reading,
        "and": _joined,
        "or": _joined,
        "not": _not,
        "if": _choose,
        "within": _within,
        "same_year": _same_year,
        "any": _any,
        "field": _truth_field,
        **dict.fromkeys(COMPARE, _compare),
    }
)

NUMERIC: Mapping[str, Callable[[Any, Names], tuple[Expression, int]]] = MappingProxyType(
    {
        "whole": _constant,
        "percent": _constant,
        "number": _number,
        "+": _arithmetic,
        "-": _arithmetic,
        "*": _product,
        "if": _if,
        "sum": _sum,
        "field": _number_field,
    }
)
