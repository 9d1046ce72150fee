"""A figure that stands in a text."""

from dataclasses import dataclass
from fractions import Fraction


@dataclass(frozen=True)
class Figure:
    """An exact number, the measure word or sign after it, and how it is written."""

    number: Fraction
    unit: str
    written: str
    arabic: bool
