"""The values of a variable that can make a difference to a condition: options, or the stretches
between thresholds.
"""

from collections.abc import Iterable, Iterator
from typing import Any

from quiz.answers_from_json import Fact
from quiz.dates import ALL_DAYS, year_of
from quiz.expressions import number
from quiz.logic import COMPARE, TIMES
from quiz.rules import Expression
from quiz.sheet import Sheet


def stretches(name: str, expression: Expression, sheet: Sheet) -> Iterable[Fact]:
    """Return values of a variable of which each stands for all that the condition cannot tell apart
    from it.
    """
    question = sheet.rules.questions[sheet.rules.owners[name]]
    if question.type in ("yes_no", "choices"):
        return (True, False)
    if question.type == "choice":
        return question.options
    if question.type == "rows":
        return ()
    known: Any = sheet.facts.get(name)
    ends = known or (ALL_DAYS if question.type == "date" else (question.least, question.most))
    return _between(
        ends, {cut for each in _inlined(expression, sheet) for cut in _cuts(name, each, sheet)}
    )


def _between(ends: tuple[int, int], cuts: Iterable[int]) -> Iterator[tuple[int, int]]:
    """Cut a span before each threshold."""
    start = ends[0]
    for cut in sorted(cuts):
        if start < cut <= ends[1]:
            yield start, cut - 1
            start = cut
    yield start, ends[1]


def _inlined(expression: Expression, sheet: Sheet) -> Iterator[Expression]:
    """Yield an expression and its parts, terms and guards included, what stands on the lines of a
    table left out.
    """
    seen: set[Expression] = set()
    waiting: list[Any] = [expression]
    while waiting:
        part = waiting.pop()
        if isinstance(part, tuple) and part not in seen:
            seen.add(part)
            yield part
            waiting += () if part[0] in ("any", "sum") else part[1:]
            waiting.append(_behind(part, sheet))


def _behind(part: Expression, sheet: Sheet) -> Expression | None:
    """Return the rule of a term, or the guard of a fact."""
    if part[0] == "term":
        return sheet.rules.terms[part[1]]
    name = part[2] if part[0] in ("any", "sum") else part[1]
    return sheet.rules.guards.get(name) if isinstance(name, str) else None


def _cuts(name: str, part: Expression, sheet: Sheet) -> Iterable[int]:
    if part[0] == "within" and part[1] == name:
        return (sheet.limit(part[2], part[3]),)
    if part[0] == "same_year" and part[1] == name:
        first, last = year_of(sheet.today)
        return first, last + 1
    if part[0] in COMPARE:
        return _threshold(name, part, sheet)
    return ()


def _threshold(name: str, part: Expression, sheet: Sheet) -> Iterable[int]:
    """Return where a comparison changes: from the least whole number not below the threshold, and
    above it.
    """
    left, right = linear(part[1], name, sheet), linear(part[2], name, sheet)
    if left is None or right is None or left[0] == right[0]:
        return ()
    times, plus = left[0] - right[0], right[1] - left[1]
    return -(-plus // times), plus // times + 1


def linear(expression: Expression, name: str, sheet: Sheet) -> tuple[int, int] | None:
    """Return a and b where an expression is a * variable + b, None where it hangs on anything else
    too.
    """
    if expression == ("number", name):
        return 1, 0
    if expression[0] in TIMES:
        return _linear_of(expression, name, sheet)
    value, _ = number(expression, sheet)
    return (0, value.low) if value.there and value.low == value.high else None


def _linear_of(expression: Expression, name: str, sheet: Sheet) -> tuple[int, int] | None:
    how, one, other = expression
    left, right = linear(one, name, sheet), linear(other, name, sheet)
    if left is None or right is None:
        return None
    if how == "*":
        if left[0] and right[0]:
            return None
        return left[0] * right[1] + right[0] * left[1], left[1] * right[1]
    sign = 1 if how == "+" else -1
    return left[0] + sign * right[0], left[1] + sign * right[1]
