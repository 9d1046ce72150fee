"""The facts that can only help a condition: those that it never uses against itself.

A fact that occurs only unnegated, as what bars it counted with it, can be supposed true when
looking for a completion that holds; one that occurs only under "not", false. Nothing is lost by
that, and most trials are saved.
"""

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType
from typing import Any

from quiz.answers_from_json import Fact
from quiz.logic import COMPARE
from quiz.rules import Expression, Rules

Helping = Iterator[tuple[str, Fact]]


class Search:
    """A walk through a condition; each term and guard is looked into once for each side."""

    def __init__(self, rules: Rules) -> None:
        self._rules = rules
        self._seen: set[tuple[str, str, bool]] = set()

    def helping(self, part: Any, wanted: bool) -> Helping:
        """Yield the facts of a condition with the values that help it to come out as wanted."""
        if isinstance(part, tuple):
            yield from KINDS.get(part[0], _either_side)(self, part, wanted)

    def rule(self, kind: str, name: str, wanted: bool) -> Helping:
        """Yield what helps the rule of a term, or the guard of a fact."""
        rules = self._rules.terms if kind == "term" else self._rules.guards
        key = (kind, name, wanted)
        if name in rules and key not in self._seen:
            self._seen.add(key)
            yield from self.helping(rules[name], wanted)


def favoured(expression: Expression, rules: Rules) -> Mapping[str, Fact]:
    """Map each tick or option that only helps a condition to the value with which it does."""
    found: dict[str, set[Fact]] = {}
    for name, value in Search(rules).helping(expression, True):
        found.setdefault(name, set()).add(value)
    only = ((name, values.pop()) for name, values in found.items() if len(values) == 1)
    return {name: value for name, value in only if value is not None}


def _fact(search: Search, part: Expression, wanted: bool) -> Helping:
    yield part[1], wanted
    yield from search.rule("guard", part[1], wanted)


def _chosen(search: Search, part: Expression, wanted: bool) -> Helping:
    yield part[1], part[2] if wanted else None
    yield from search.rule("guard", part[1], wanted)


def _counted(search: Search, part: Expression, wanted: bool) -> Helping:
    """A number or a date is no tick; what bars it bars whatever is compared with it."""
    yield part[1], None
    yield from search.rule("guard", part[1], wanted)


def _term(search: Search, part: Expression, wanted: bool) -> Helping:
    yield from search.rule("term", part[1], wanted)


def _parts(search: Search, part: Expression, wanted: bool) -> Helping:
    for inner in part[1:]:
        yield from search.helping(inner, wanted)


def _not(search: Search, part: Expression, wanted: bool) -> Helping:
    yield from search.helping(part[1], not wanted)


def _any(search: Search, part: Expression, wanted: bool) -> Helping:
    yield from search.rule("guard", part[2], wanted)
    yield from search.helping(part[3], wanted)


def _compare(search: Search, part: Expression, wanted: bool) -> Helping:
    for number in part[1:]:
        plain = number[0] == "number"
        yield from (_counted if plain else _either_side)(search, number, wanted)


def _either_side(search: Search, part: Expression, _: bool) -> Helping:
    """What stands in a number, or chooses between two conditions, may help on both sides."""
    for wanted in (True, False):
        if part[0] in ("number", "sum"):
            yield from search.rule("guard", part[2] if part[0] == "sum" else part[1], wanted)
        for inner in part[1:]:
            yield from search.helping(inner, wanted)


KINDS: Mapping[str, Callable[[Search, Expression, bool], Helping]] = MappingProxyType(
    {
        "fact": _fact,
        "chosen": _chosen,
        "within": _counted,
        "same_year": _counted,
        "term": _term,
        "and": _parts,
        "or": _parts,
        "not": _not,
        "any": _any,
        **dict.fromkeys(COMPARE, _compare),
    }
)
