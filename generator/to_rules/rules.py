"""From a policy to rules.json, the one file that the engine reads."""

import json
from collections.abc import Mapping
from dataclasses import dataclass

from generator.policy.files import QUESTIONS, frame_file, measure_file
from generator.policy.policy import Policy
from generator.policy.problem import Problem, Problems
from generator.to_rules.measures import measure
from generator.to_rules.place import Place
from generator.to_rules.questions import questions
from generator.to_rules.quotes import Text
from generator.to_rules.scope import Uses
from generator.to_rules.terms import terms
from generator.to_rules.units import Json

FORMAT = "mingbai-rules/1"


@dataclass(frozen=True)
class Compiled:
    """A rule book as JSON values, what each part used, and the problems found."""

    rules: dict[str, Json]
    guards: Uses
    terms: Mapping[str, Uses]
    measures: Mapping[str, Uses]
    problems: tuple[Problem, ...]


def to_rules(policy: Policy) -> bytes:
    """The canonical JSON of the rule book; raises Problems where it is wrong."""
    compiled = compiled_rules(policy)
    if compiled.problems:
        raise Problems(compiled.problems)
    return canonical(compiled.rules)


def canonical(rules: Json) -> bytes:
    """JSON in one way only: as ordered, without white space, UTF-8."""
    return json.dumps(rules, ensure_ascii=False, separators=(",", ":")).encode()


def compiled_rules(policy: Policy) -> Compiled:
    """Compile everything and keep every problem."""
    found: list[Problem] = []
    first = next(iter(policy.site.languages))
    texts = {name: Text(document, first) for name, document in policy.documents.items()}
    guards = Uses()
    asked = questions(policy, Place(QUESTIONS, (), found), guards)
    rules_of_terms = terms(policy, texts, found)
    measures = {
        (document.id, name): measure(name, document, policy, texts[document.id], found)
        for document in policy.documents.values()
        for name in document.measures
    }
    _refuse_twins(measures, found)
    rules = {
        "format": FORMAT,
        "questions": asked,
        "terms": {name: rule for name, (rule, _) in rules_of_terms.items()},
        "groups": _groups(policy, texts, found),
        "measures": [compiled for compiled, _ in measures.values()],
    }
    return Compiled(
        rules,
        guards,
        {name: used for name, (_, used) in rules_of_terms.items()},
        {name: used for (_, name), (_, used) in measures.items()},
        tuple(found),
    )


def _refuse_twins(measures: Mapping[tuple[str, str], object], found: list[Problem]) -> None:
    """An id names one measure of the whole site: `/zh/check/{id}/` names no document."""
    first: dict[str, str] = {}
    for document, name in measures:
        if name in first:
            place = Place(measure_file(document, name), (), found)
            place.refuse(f"{first[name]} has a measure of this name already")
        first.setdefault(name, document)


def _groups(policy: Policy, texts: Mapping[str, Text], found: list[Problem]) -> dict[str, Json]:
    groups: dict[str, Json] = {}
    for document in policy.documents.values():
        for name, group in document.frame.groups.items():
            place = Place(frame_file(document.id), ("groups", name), found)
            members = [
                measure for measure, value in document.measures.items() if value.only_one_of == name
            ]
            if name in groups:
                place.refuse("another document has a group of this name already")
            quotes = texts[document.id].quotes(group.quote, group.article, place.at("quote"))
            groups[name] = {"members": members, "quotes": quotes}
    return groups
