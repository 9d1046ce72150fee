"""The ways to make a condition come out as wanted: sets of facts that would have to be
otherwise.
"""

from collections.abc import Callable, Iterable, Mapping
from itertools import pairwise
from types import MappingProxyType

from quiz.answers_from_json import Fact
from quiz.dates import ALL_DAYS, year_of
from quiz.expressions import guard, truth
from quiz.logic import COMPARE, Span
from quiz.rules import ROLE, Expression
from quiz.sheet import Sheet
from quiz.stretches import linear

Way = Mapping[str, Fact]
Ways = list[Way]
MOST_WAYS = 64
NOTHING: Ways = [{}]


def ways(expression: Expression, wanted: bool, sheet: Sheet) -> Ways:
    """Return sets of facts with which a condition is no longer the opposite of what is wanted."""
    if truth(expression, sheet)[0] is not (not wanted):
        return NOTHING
    return KINDS.get(expression[0], _none)(expression, wanted, sheet)


def joined(left: Ways, right: Iterable[Way]) -> Ways:
    """Return every set that does both, the smallest first, and at most so many."""
    found: Ways = []
    for one in left:
        for other in right:
            both = _merged(one, other)
            if both is not None and both not in found:
                found.append(both)
    return sorted(found, key=len)[:MOST_WAYS]


def _merged(one: Way, other: Way) -> Way | None:
    both = dict(one)
    for name, fact in other.items():
        agreed = _agreed(both.get(name, fact), fact)
        if agreed is None:
            return None
        both[name] = agreed
    return both


def _agreed(one: Fact, other: Fact) -> Fact:
    """Return what satisfies both demands on a fact, None where nothing does."""
    if isinstance(one, tuple) and isinstance(other, tuple):
        low, high = max(_ends(one)[0], _ends(other)[0]), min(_ends(one)[1], _ends(other)[1])
        return (low, high) if low <= high else None
    return one if one == other else None


def _ends(fact: Fact) -> tuple[int, int]:
    if isinstance(fact, tuple) and len(fact) == 2:
        low, high = fact
        if isinstance(low, int) and isinstance(high, int):
            return low, high
    raise TypeError(fact)


def _none(_: Expression, __: bool, ___: Sheet) -> Ways:
    return []


def _both(expression: Expression, wanted: bool, sheet: Sheet) -> Ways:
    """Return the ways through an "and" that is to hold, or an "or" that is to fail."""
    found = NOTHING
    for part in expression[1:]:
        found = joined(found, ways(part, wanted, sheet))
    return found


def _either(expression: Expression, wanted: bool, sheet: Sheet) -> Ways:
    found = (way for part in expression[1:] for way in ways(part, wanted, sheet))
    return sorted(found, key=len)[:MOST_WAYS]


def _and(expression: Expression, wanted: bool, sheet: Sheet) -> Ways:
    return (_both if wanted else _either)(expression, wanted, sheet)


def _or(expression: Expression, wanted: bool, sheet: Sheet) -> Ways:
    return (_either if wanted else _both)(expression, wanted, sheet)


def _not(expression: Expression, wanted: bool, sheet: Sheet) -> Ways:
    return ways(expression[1], not wanted, sheet)


def _choose(expression: Expression, wanted: bool, sheet: Sheet) -> Ways:
    _, condition, left, right = expression
    yes = joined(ways(condition, True, sheet), ways(left, wanted, sheet))
    no = joined(ways(condition, False, sheet), ways(right, wanted, sheet))
    return sorted(yes + no, key=len)[:MOST_WAYS]


def _term(expression: Expression, wanted: bool, sheet: Sheet) -> Ways:
    return ways(sheet.rules.terms[expression[1]], wanted, sheet)


def _guarded(name: str, values: Ways, wanted: bool, sheet: Sheet) -> Ways:
    """Join values with an open guard; a fact that is not to count may also be barred."""
    rule = sheet.rules.guards.get(name)
    if rule is None:
        return values
    if not wanted:
        return values + ways(rule, False, sheet)
    # Once the guard is open, an answer that was barred may do, or an unanswered question may stay
    # so.
    barred = guard(name, sheet)[0] is False
    return joined(values + NOTHING if barred else values, ways(rule, True, sheet))


def _fact(expression: Expression, wanted: bool, sheet: Sheet) -> Ways:
    name = expression[1]
    own = sheet.rules.owners[name] == ROLE
    return _guarded(name, [] if own else [{name: wanted}], wanted, sheet)


def _chosen(expression: Expression, wanted: bool, sheet: Sheet) -> Ways:
    _, name, option = expression
    options = sheet.rules.questions[name].options
    values: Ways = [{name: each} for each in options if (each == option) is wanted]
    return _guarded(name, values, wanted, sheet)


def _date(name: str, first: int, last: int, wanted: bool, sheet: Sheet) -> Ways:
    outside = [(ALL_DAYS[0], first - 1), (last + 1, ALL_DAYS[1])]
    spans = [(first, last)] if wanted else outside
    return _guarded(name, [{name: span} for span in spans if span[0] <= span[1]], wanted, sheet)


def _within(expression: Expression, wanted: bool, sheet: Sheet) -> Ways:
    _, name, unit, size = expression
    return _date(name, sheet.limit(unit, size), ALL_DAYS[1], wanted, sheet)


def _same_year(expression: Expression, wanted: bool, sheet: Sheet) -> Ways:
    return _date(expression[1], *year_of(sheet.today), wanted, sheet)


def _any(expression: Expression, wanted: bool, sheet: Sheet) -> Ways:
    """Return the ways to a table that counts or does not; its lines are never rewritten."""
    return _guarded(expression[2], [], wanted, sheet)


def _compare(expression: Expression, wanted: bool, sheet: Sheet) -> Ways:
    found: Ways = []
    for name in dict.fromkeys(_numbers(expression)):
        question = sheet.rules.questions[name]
        spans = _solved(expression, wanted, name, (question.least, question.most), sheet)
        found += _guarded(name, [{name: span} for span in spans], wanted, sheet)
    return found


def _numbers(expression: Expression) -> Iterable[str]:
    if expression[0] == "number":
        yield expression[1]
    for part in expression[1:]:
        if isinstance(part, tuple):
            yield from _numbers(part)


def _solved(
    expression: Expression, wanted: bool, name: str, bounds: tuple[int, int], sheet: Sheet
) -> list[tuple[int, int]]:
    """Return the stretches of a number on which a comparison comes out as wanted."""
    how, one, other = expression
    # What else hangs on the number must not pass for known at its present value.
    open_sheet = sheet.supposing({name: None})
    left, right = linear(one, name, open_sheet), linear(other, name, open_sheet)
    if left is None or right is None or left[0] == right[0]:
        return []
    times, plus = left[0] - right[0], right[1] - left[1]
    cuts = sorted({bounds[0], -(-plus // times), plus // times + 1, bounds[1] + 1})
    kept = [cut for cut in cuts if bounds[0] <= cut <= bounds[1] + 1]
    spans: list[tuple[int, int]] = []
    for start, following in pairwise(kept):
        if _holds(how, times * start, plus) is wanted:
            if spans and spans[-1][1] == start - 1:
                spans[-1] = (spans[-1][0], following - 1)
            else:
                spans.append((start, following - 1))
    return spans


def _holds(how: str, left: int, right: int) -> bool:
    return COMPARE[how](Span(left, left), Span(right, right)) is True


KINDS: Mapping[str, Callable[[Expression, bool, Sheet], Ways]] = MappingProxyType(
    {
        "and": _and,
        "or": _or,
        "not": _not,
        "choose": _choose,
        "term": _term,
        "fact": _fact,
        "chosen": _chosen,
        "within": _within,
        "same_year": _same_year,
        "any": _any,
        **dict.fromkeys(COMPARE, _compare),
    }
)
