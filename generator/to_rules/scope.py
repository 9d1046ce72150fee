"""The names that an expression may use at its place."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from generator.policy.measure import Interpretation
from generator.policy.question import Question
from generator.policy.term import Term
from generator.to_rules.place import Place

WHO = "who"
"""The name that stands for the option of `for_some`."""


@dataclass(frozen=True)
class Uses:
    """What expressions used: facts (question, option), terms, readings, figures with units."""

    facts: set[tuple[str, str | None]] = field(default_factory=set)
    terms: set[str] = field(default_factory=set)
    readings: set[tuple[str, str]] = field(default_factory=set)
    figures: list[tuple[int, str]] = field(default_factory=list)

    def add(self, other: "Uses") -> None:
        """Take in what another expression used."""
        self.facts.update(other.facts)
        self.terms.update(other.terms)
        self.readings.update(other.readings)
        self.figures.extend(other.figures)


@dataclass(frozen=True)
class Scope:
    """Questions, terms, readings and row variables, and what the expressions used of them."""

    place: Place
    questions: Mapping[str, Question]
    terms: Mapping[str, Term]
    interpretations: Mapping[str, Interpretation] = MappingProxyType({})
    lines: Mapping[str, str] = MappingProxyType({})
    who: str | None = None
    used: Uses = field(default_factory=Uses)

    def inside(self, variable: str, rows: str) -> "Scope":
        """The scope within a comprehension over a rows question."""
        return replace(self, lines={**self.lines, variable: rows})

    def at(self, place: Place) -> "Scope":
        """The same names at another place, with a fresh record of what is used."""
        return replace(self, place=place, used=Uses())

    def names(self) -> Iterator[str]:
        """All names, to find the nearest one."""
        yield from self.questions
        yield from (name for name, term in self.terms.items() if term.rule is not None)
        yield from self.interpretations
        yield from self.lines
