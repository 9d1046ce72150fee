"""The rules of terms, each checked against the words that define it."""

from collections.abc import Mapping

from generator.policy.files import TERMS
from generator.policy.policy import Policy
from generator.policy.problem import Problem
from generator.policy.term import Term
from generator.to_rules.expression import truth
from generator.to_rules.place import Place
from generator.to_rules.quotes import Text, refuse_missing_figures
from generator.to_rules.scope import Scope, Uses
from generator.to_rules.units import Json


def terms(
    policy: Policy, texts: Mapping[str, Text], found: list[Problem]
) -> dict[str, tuple[Json, Uses]]:
    """The compiled rule of each term that has one, and what it used."""
    compiled: dict[str, tuple[Json, Uses]] = {}
    for name, term in policy.terms.items():
        place = Place(TERMS, (name,), found)
        quotes = _quotes(term, texts, place.at("quote"))
        if term.rule is None:
            continue
        if name in policy.questions:
            place.refuse("a question has this name already; rename the term")
        scope = Scope(place.at("rule"), policy.questions, policy.terms)
        compiled[name] = truth(term.rule, scope), scope.used
        refuse_missing_figures(scope.used.figures, quotes, place.at("rule"))
    _refuse_circles({name: uses.terms for name, (_, uses) in compiled.items()}, found)
    return compiled


def _quotes(term: Term, texts: Mapping[str, Text], place: Place) -> list[Json]:
    if term.quote is None:
        return []
    text = texts.get(term.document or next(iter(texts), ""))
    if text is None or term.article is None:
        place.refuse("a quote needs the article that it stands in")
        return []
    return text.quote(term.quote, term.article, place)


def _refuse_circles(uses: Mapping[str, set[str]], found: list[Problem]) -> None:
    for name in uses:
        circle = _way_back(name, uses)
        if circle:
            way = " → ".join(circle)
            Place(TERMS, (name, "rule"), found).refuse(f"the rule depends on itself: {way}")


def _way_back(start: str, uses: Mapping[str, set[str]]) -> tuple[str, ...]:
    """A way from a term through its rules back to itself, or nothing."""
    ways: list[tuple[str, ...]] = [(start,)]
    seen: set[str] = set()
    while ways:
        way = ways.pop(0)
        for following in sorted(uses.get(way[-1], ())):
            if following == start:
                return (*way, start)
            if following not in seen:
                seen.add(following)
                ways.append((*way, following))
    return ()
