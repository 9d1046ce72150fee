"""One set of facts under evaluation, with what has already been worked out from it."""

from collections.abc import Mapping

from quiz.answers_from_json import Fact, Line
from quiz.dates import before
from quiz.logic import Truth
from quiz.rules import MOST_LINES, Field, Question, Rules

Weighed = tuple[Truth, tuple[str, ...]]
"""A truth and, where it is unknown, the variables that it hangs on, each as often as it occurs."""


class Sheet:
    """Facts by variable and the day they are judged on; guards and terms are worked out once and
    kept.
    """

    __slots__ = (
        "facts",
        "guards",
        "limits",
        "lines",
        "readings",
        "rules",
        "stretch",
        "terms",
        "today",
        "wide",
    )

    def __init__(self, rules: Rules, facts: Mapping[str, Fact], today: int) -> None:
        self.rules = rules
        self.facts = facts
        self.today = today
        self.guards: dict[str, Weighed] = {}
        self.terms: dict[str, Weighed] = {}
        self.lines: dict[str, Line] = {}
        self.readings: Mapping[str, str] = {}
        self.limits: dict[tuple[str, int], int] = {}
        self.stretch = 1
        self.wide: Sheet | None = None

    def supposing(self, facts: Mapping[str, Fact]) -> "Sheet":
        """Return a sheet on which some variables have other values."""
        other = Sheet(self.rules, {**self.facts, **facts}, self.today)
        other.readings = self.readings
        other.limits = self.limits
        return other

    def under(self, readings: Mapping[str, str]) -> "Sheet":
        """Return the same sheet under the readings of a measure; terms and guards hold no readings
        and are shared.
        """
        if readings == self.readings:
            return self
        other = Sheet(self.rules, self.facts, self.today)
        other.readings = readings
        other.guards, other.terms, other.limits = self.guards, self.terms, self.limits
        return other

    def wider(self) -> "Sheet":
        """Return the same sheet with twice the room for every number that only a form bounds."""
        if self.wide is None:
            self.wide = Sheet(self.rules, self.facts, self.today)
            self.wide.readings, self.wide.stretch = self.readings, 2 * self.stretch
        return self.wide

    @property
    def most_lines(self) -> int:
        """The most lines that an unanswered table may have."""
        return MOST_LINES * self.stretch

    def bounds(self, of: Question | Field) -> tuple[int, int]:
        """Return the least and most that an unanswered number may be; a percentage has a bound of
        its own.
        """
        return of.least, of.most if of.type == "percent" else of.most * self.stretch

    def limit(self, unit: str, number: int) -> int:
        """Return the day that lies a number of units before today."""
        key = (unit, number)
        if key not in self.limits:
            self.limits[key] = before(self.today, unit, number)
        return self.limits[key]
