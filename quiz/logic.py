"""Kleene's three truth values, and whole numbers known only as a span.

A truth is True, False or None, None standing for unknown. A number is a span from low to high; it
may also be absent, because a guard bars its question: then a comparison with it is false, and in a
sum it counts nothing.
"""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import NamedTuple

Truth = bool | None


def both(left: Truth, right: Truth) -> Truth:
    """Return Kleene's "and"."""
    if left is False or right is False:
        return False
    return None if left is None or right is None else True


def either(left: Truth, right: Truth) -> Truth:
    """Return Kleene's "or"."""
    if left is True or right is True:
        return True
    return None if left is None or right is None else False


def negated(value: Truth) -> Truth:
    """Return Kleene's "not"."""
    return None if value is None else not value


class Span(NamedTuple):
    """A whole number between two bounds, both included; `there` is False when absent, None when it
    may be absent.
    """

    low: int
    high: int
    there: Truth = True


ABSENT = Span(0, 0, False)
Compare = Callable[[Span, Span], Truth]


def below(left: Span, right: Span) -> Truth:
    """Tell whether the left number is less than the right."""
    if left.high < right.low:
        return True
    return False if left.low >= right.high else None


def at_most(left: Span, right: Span) -> Truth:
    """Tell whether the left number is not greater than the right."""
    return negated(below(right, left))


def above(left: Span, right: Span) -> Truth:
    """Tell whether the left number is greater than the right."""
    return below(right, left)


def at_least(left: Span, right: Span) -> Truth:
    """Tell whether the left number is not less than the right."""
    return negated(below(left, right))


def equal(left: Span, right: Span) -> Truth:
    """Tell whether two numbers are the same."""
    if left.high < right.low or right.high < left.low:
        return False
    return True if left.low == left.high == right.low == right.high else None


def different(left: Span, right: Span) -> Truth:
    """Tell whether two numbers differ."""
    return negated(equal(left, right))


COMPARE: Mapping[str, Compare] = MappingProxyType(
    {"<": below, "<=": at_most, ">": above, ">=": at_least, "==": equal, "!=": different}
)


def compared(how: str, left: Span, right: Span) -> Truth:
    """Compare two numbers; false where one of them is absent."""
    there = both(left.there, right.there)
    return False if there is False else both(there, COMPARE[how](left, right))


def counted(number: Span) -> Span:
    """Return a number as it counts in a sum: nothing where it is absent."""
    if number.there is True:
        return number
    return Span(min(number.low, 0), max(number.high, 0))


def total(left: Span, right: Span) -> Span:
    """Add two numbers; absent only where both are."""
    there = either(left.there, right.there)
    one, other = counted(left), counted(right)
    return Span(one.low + other.low, one.high + other.high, there)


def difference(left: Span, right: Span) -> Span:
    """Take the right number from the left; absent only where both are."""
    return total(left, Span(-right.high, -right.low, right.there))


def product(left: Span, right: Span) -> Span:
    """Multiply two numbers; absent where one of them is."""
    ends = [one * other for one in left[:2] for other in right[:2]]
    there = both(left.there, right.there)
    return ABSENT if there is False else Span(min(ends), max(ends), there)


def smaller(left: Span, right: Span) -> Span:
    """Return the smaller of two numbers; an absent cap does not cap."""
    if right.there is False:
        return left
    high = min(left.high, right.high) if right.there else left.high
    return Span(min(left.low, right.low), high, left.there)


def one_of(left: Span, right: Span) -> Span:
    """Return the span of a number that is one of two."""
    there = left.there if left.there is right.there else None
    present = [number for number in (left, right) if number.there is not False] or [ABSENT]
    return Span(
        min(number.low for number in present), max(number.high for number in present), there
    )


TIMES: Mapping[str, Callable[[Span, Span], Span]] = MappingProxyType(
    {"+": total, "-": difference, "*": product}
)
