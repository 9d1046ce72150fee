"""One set of facts under evaluation, with what has already been worked out from it."""

from collections.abc import Mapping

from quiz.answers_from_json import Fact, Line
from quiz.dates import before
from quiz.logic import Truth
from quiz.rules import Rules

Weighed = tuple[Truth, tuple[str, ...]]
"""A truth and, where it is unknown, the variables that it hangs on, each as often as it occurs."""


class Sheet:
    """Facts by variable and the day they are judged on; guards and terms are worked out once and
    kept.
    """

    __slots__ = ("facts", "guards", "limits", "lines", "readings", "rules", "terms", "today")

    def __init__(self, rules: Rules, facts: Mapping[str, Fact], today: int) -> None:
        self.rules = rules
        self.facts = facts
        self.today = today
        self.guards: dict[str, Weighed] = {}
        self.terms: dict[str, Weighed] = {}
        self.lines: dict[str, Line] = {}
        self.readings: Mapping[str, str] = {}
        self.limits: dict[tuple[str, int], int] = {}

    def supposing(self, name: str, fact: Fact) -> "Sheet":
        """Return a sheet on which one variable has another value."""
        other = Sheet(self.rules, {**self.facts, name: fact}, self.today)
        other.readings = self.readings
        other.limits = self.limits
        return other

    def under(self, readings: Mapping[str, str]) -> "Sheet":
        """Return the same sheet under the readings of a measure; terms and guards hold no readings
        and are shared.
        """
        other = Sheet(self.rules, self.facts, self.today)
        other.readings = readings
        other.guards, other.terms, other.limits = self.guards, self.terms, self.limits
        return other

    def limit(self, unit: str, number: int) -> int:
        """Return the day that lies a number of units before today."""
        key = (unit, number)
        if key not in self.limits:
            self.limits[key] = before(self.today, unit, number)
        return self.limits[key]
