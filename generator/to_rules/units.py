"""What an expression measures, and how two of them may meet."""

from dataclasses import dataclass
from typing import Any

type Json = Any
"""An expression of rules.json: an array, true or false."""

TRUTH = "yes or no"
PLAIN = "a plain number"
WRONG = "wrong"
"""The unit of an expression whose problem is noted already; it meets every other in silence."""

NUMBERS = ("count", "months", "years", "percent", "yuan")


@dataclass(frozen=True)
class Typed:
    """An expression with its unit; `literal` is its figure where it is nothing but one."""

    json: Json
    unit: str
    literal: int | None = None


FAULTY = Typed(["whole", 0], WRONG)


def whole(number: int, unit: str) -> Typed:
    """A literal of a unit."""
    return Typed(["whole", number], unit, number)


def met(left: Typed, right: Typed) -> tuple[Typed, Typed] | None:
    """Both sides in one unit, to be compared, added or chosen between; None if they do not meet."""
    if left.unit == right.unit or WRONG in (left.unit, right.unit):
        return left, right
    if {left.unit, right.unit} == {"years", "months"}:
        return in_months(left), in_months(right)
    if left.unit in ("count", "yuan") and right.literal is not None and right.unit == PLAIN:
        return left, Typed(right.json, left.unit, right.literal)
    if right.unit in ("count", "yuan") and left.literal is not None and left.unit == PLAIN:
        return Typed(left.json, right.unit, left.literal), right
    return None


def in_months(value: Typed) -> Typed:
    """A period in months."""
    if value.unit != "years":
        return value
    if value.literal is not None:
        return whole(12 * value.literal, "months")
    return Typed(["*", value.json, ["whole", 12]], "months")


def product(left: Typed, right: Typed) -> Typed | None:
    """The product of two numbers; None where it has no sense."""
    if WRONG in (left.unit, right.unit):
        return FAULTY
    if left.unit == right.unit == "percent":
        return None
    unit = _product_unit(left.unit, right.unit)
    return None if unit is None else Typed(["*", as_share(left), as_share(right)], unit)


def _product_unit(left: str, right: str) -> str | None:
    for free in (PLAIN, "percent", "count"):
        if left == free:
            return right
        if right == free:
            return left
    return None


def as_share(value: Typed) -> Json:
    """A percentage as a share of one; other numbers as they are."""
    if value.unit != "percent":
        return value.json
    if value.literal is not None:
        return ["percent", value.literal]
    return ["*", value.json, ["percent", 1]]
