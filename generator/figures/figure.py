"""A figure that stands in a text."""

from dataclasses import dataclass
from fractions import Fraction


@dataclass(frozen=True)
class Figure:
    """An exact number, the measure word or sign after it, how it is written, where it stands.

    It ends after its measure word.
    """

    number: Fraction
    unit: str
    written: str
    arabic: bool
    start: int = 0
    end: int = 0
