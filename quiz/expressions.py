"""What an expression is worth on a sheet: one function for each operator, gathered in two read-only
tables.

A truth comes with the variables that it still hangs on, a number likewise. These lists hold a
variable as often as it occurs: where each occurs once, an unknown truth is exact, otherwise
`quiz.settle` splits on those that occur again.
"""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

from quiz.answers_from_json import Line
from quiz.dates import ALL_DAYS, year_of
from quiz.logic import ABSENT, COMPARE, TIMES, Span, compared, counted, one_of, total
from quiz.rules import Expression
from quiz.sheet import Sheet, Weighed

TRUE: Weighed = (True, ())
FALSE: Weighed = (False, ())
Counted = tuple[Span, tuple[str, ...]]


def truth(expression: Expression, sheet: Sheet) -> Weighed:
    """Return what a condition is worth, and what it hangs on."""
    return TRUTHS[expression[0]](expression, sheet)


def number(expression: Expression, sheet: Sheet) -> Counted:
    """Return what a numeric expression is worth, and what it hangs on where that is not one
    number.
    """
    return NUMERIC[expression[0]](expression, sheet)


def guard(name: str, sheet: Sheet) -> Weighed:
    """Tell whether a variable counts: whether its question may be asked of this person or unit."""
    rule = sheet.rules.guards.get(name)
    if rule is None:
        return TRUE
    known = sheet.guards.get(name)
    if known is None:
        known = sheet.guards[name] = truth(rule, sheet)
    return known


def _guarded(name: str, value: Weighed, sheet: Sheet) -> Weighed:
    """Join a fact with its guard: false if either is."""
    if value[0] is False:
        return FALSE
    allowed, open_ = guard(name, sheet)
    if allowed is False:
        return FALSE
    if allowed is True:
        return value
    return None, open_ + value[1]


def _constant(expression: Expression, _: Sheet) -> Weighed:
    return TRUE if expression[1] else FALSE


def _fact(expression: Expression, sheet: Sheet) -> Weighed:
    name = expression[1]
    value = sheet.facts.get(name)
    return _guarded(name, FALSE if value is False else TRUE if value else (None, (name,)), sheet)


def _chosen(expression: Expression, sheet: Sheet) -> Weighed:
    _, name, option = expression
    value = sheet.facts.get(name)
    if value is None:
        return _guarded(name, (None, (name,)), sheet)
    return _guarded(name, TRUE if value == option else FALSE, sheet)


def _term(expression: Expression, sheet: Sheet) -> Weighed:
    name = expression[1]
    known = sheet.terms.get(name)
    if known is None:
        known = sheet.terms[name] = truth(sheet.rules.terms[name], sheet)
    return known


def _reading(expression: Expression, sheet: Sheet) -> Weighed:
    return TRUE if sheet.readings[expression[1]] == expression[2] else FALSE


def _and(expression: Expression, sheet: Sheet) -> Weighed:
    open_: tuple[str, ...] = ()
    unknown = False
    for part in expression[1:]:
        value, names = TRUTHS[part[0]](part, sheet)
        if value is False:
            return FALSE
        if value is None:
            unknown = True
            open_ += names
    return (None, open_) if unknown else TRUE


def _or(expression: Expression, sheet: Sheet) -> Weighed:
    open_: tuple[str, ...] = ()
    unknown = False
    for part in expression[1:]:
        value, names = TRUTHS[part[0]](part, sheet)
        if value is True:
            return TRUE
        if value is None:
            unknown = True
            open_ += names
    return (None, open_) if unknown else FALSE


def _not(expression: Expression, sheet: Sheet) -> Weighed:
    value, open_ = truth(expression[1], sheet)
    return (None, open_) if value is None else FALSE if value else TRUE


def _choose(expression: Expression, sheet: Sheet) -> Weighed:
    _, condition, left, right = expression
    value, open_ = truth(condition, sheet)
    if value is not None:
        return truth(left if value else right, sheet)
    (one, first), (other, second) = truth(left, sheet), truth(right, sheet)
    if one is not None and one is other:
        return (one, ())
    return None, open_ + first + second


def _compare(expression: Expression, sheet: Sheet) -> Weighed:
    how, left, right = expression
    (one, first), (other, second) = number(left, sheet), number(right, sheet)
    value = compared(how, one, other)
    if value is not None:
        return TRUE if value else FALSE
    # A span may hold a number that is never reached: listed twice, the variables are split on.
    return None, (first + second) * (2 if how in ("==", "!=") else 1)


def _date_in(name: str, first: int, last: int, sheet: Sheet) -> Weighed:
    start, end = _days_of(name, sheet)
    if start > last or end < first:
        return FALSE
    return _guarded(name, TRUE if first <= start and end <= last else (None, (name,)), sheet)


def _days_of(name: str, sheet: Sheet) -> tuple[int, int]:
    days: Any = sheet.facts.get(name)
    return ALL_DAYS if days is None else days


def _within(expression: Expression, sheet: Sheet) -> Weighed:
    _, name, unit, size = expression
    return _date_in(name, sheet.limit(unit, size), ALL_DAYS[1], sheet)


def _same_year(expression: Expression, sheet: Sheet) -> Weighed:
    return _date_in(expression[1], *year_of(sheet.today), sheet)


def _any(expression: Expression, sheet: Sheet) -> Weighed:
    _, name, question, part = expression
    lines = _lines_of(question, sheet)
    if lines is None:
        value, open_ = _on_line(truth, part, name, {}, sheet)
        return FALSE if value is False else _guarded(question, (None, (question, *open_)), sheet)
    open_, unknown = (), False
    for line in lines:
        value, names = _on_line(truth, part, name, line, sheet)
        if value is True:
            return _guarded(question, TRUE, sheet)
        unknown, open_ = unknown or value is None, open_ + names
    return _guarded(question, (None, open_) if unknown else FALSE, sheet)


def _lines_of(question: str, sheet: Sheet) -> tuple[Line, ...] | None:
    lines: tuple[Line, ...] | None = sheet.facts.get(question)  # type: ignore[assignment]
    return lines


def _on_line[T](
    work: Callable[[Expression, Sheet], T], part: Expression, name: str, line: Line, sheet: Sheet
) -> T:
    """Work something out with a row variable standing for one line."""
    outer = sheet.lines
    sheet.lines = {**outer, name: line}
    try:
        return work(part, sheet)
    finally:
        sheet.lines = outer


def _line(expression: Expression, sheet: Sheet) -> Weighed:
    _, name, field, question = expression
    value = sheet.lines[name].get(field)
    return (None, (question,)) if value is None else TRUE if value else FALSE


def _whole(expression: Expression, _: Sheet) -> Counted:
    return Span(expression[1], expression[1]), ()


def _number(expression: Expression, sheet: Sheet) -> Counted:
    name = expression[1]
    allowed, open_ = guard(name, sheet)
    if allowed is False:
        return ABSENT, ()
    ends: Any = sheet.facts.get(name)
    if ends is None:
        return Span(*sheet.bounds(sheet.rules.questions[name]), allowed), (*open_, name)
    return Span(ends[0], ends[1], allowed), open_ if ends[0] == ends[1] else (*open_, name)


def _field(expression: Expression, sheet: Sheet) -> Counted:
    _, name, field, question = expression
    value = sheet.lines[name].get(field)
    if value is not None:
        return Span(value, value), ()
    return Span(*sheet.bounds(sheet.rules.questions[question].fields[field])), (question,)


def _arithmetic(expression: Expression, sheet: Sheet) -> Counted:
    how, left, right = expression
    (one, first), (other, second) = number(left, sheet), number(right, sheet)
    return _exact(TIMES[how](one, other), first + second)


def _exact(value: Span, open_: tuple[str, ...]) -> Counted:
    """Drop what a number does not hang on because it is known all the same."""
    known = value.there is not None and value.low == value.high
    return value, () if known else open_


def _if(expression: Expression, sheet: Sheet) -> Counted:
    _, condition, left, right = expression
    value, open_ = truth(condition, sheet)
    if value is not None:
        return number(left if value else right, sheet)
    (one, first), (other, second) = number(left, sheet), number(right, sheet)
    # The span between the two is never reached: listed twice, the condition is split on.
    return _exact(one_of(one, other), open_ * 2 + first + second)


def _sum(expression: Expression, sheet: Sheet) -> Counted:
    _, name, question, part, condition = expression
    allowed, open_ = guard(question, sheet)
    if allowed is False:
        return Span(0, 0), ()
    lines = _lines_of(question, sheet)
    whole = Span(0, 0, True)
    for line in ({},) if lines is None else lines:
        value, names = _on_line(_term_of_sum, (part, condition), name, line, sheet)
        whole, open_ = total(whole, value), open_ + names
    if lines is None:
        room = sheet.most_lines
        whole, open_ = Span(min(0, room * whole.low), max(0, room * whole.high)), (*open_, question)
    return _exact(whole if allowed else counted(whole._replace(there=None)), open_)


def _term_of_sum(expression: Expression, sheet: Sheet) -> Counted:
    """Return what one line adds to a sum: nothing where its condition fails."""
    part, condition = expression
    holds, open_ = truth(condition, sheet)
    if holds is False:
        return Span(0, 0), ()
    value, names = number(part, sheet)
    return counted(value if holds else value._replace(there=None)), open_ + names


TRUTHS: Mapping[str, Callable[[Expression, Sheet], Weighed]] = MappingProxyType(
    {
        "constant": _constant,
        "fact": _fact,
        "chosen": _chosen,
        "term": _term,
        "reading": _reading,
        "and": _and,
        "or": _or,
        "not": _not,
        "choose": _choose,
        "within": _within,
        "same_year": _same_year,
        "any": _any,
        "line": _line,
        **dict.fromkeys(COMPARE, _compare),
    }
)

NUMERIC: Mapping[str, Callable[[Expression, Sheet], Counted]] = MappingProxyType(
    {
        "whole": _whole,
        "number": _number,
        "field": _field,
        "if": _if,
        "sum": _sum,
        **dict.fromkeys(TIMES, _arithmetic),
    }
)
