"""Which changes to the rules the scenarios notice: a proof that they would notice a mistake."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.check.changed import changed
from generator.check.mutants import mutants, options_of
from generator.check.scenarios import differences, touched
from generator.check.sound import as_rule, settled
from generator.policy.document import Scenario
from generator.policy.policy import Policy
from generator.to_rules.units import Json
from quiz import browser

type Rules = Mapping[str, Json]


@dataclass(frozen=True)
class Change:
    """One change to a measure or term: noticed, or without effect, or neither."""

    part: str
    what: str
    noticed: bool
    idle: bool
    """True where the engine proves that no answers give another verdict."""


def mutation(policy: Policy, rules: Rules) -> Iterator[Change]:
    """Every change to every measure, then to every term."""
    scenarios = [
        scenario
        for document in policy.documents.values()
        for scenario in document.scenarios.values()
    ]
    for measure in rules["measures"]:
        yield from of_measure(measure, rules, scenarios)
    for term in rules["terms"]:
        yield from of_term(term, rules, scenarios)


def of_measure(measure: Json, rules: Rules, scenarios: list[Scenario]) -> Iterator[Change]:
    """Every change to one measure."""
    name = measure["id"]
    concerned = [scenario for scenario in scenarios if name in scenario.expect]
    for what, mutant in mutants(measure, options_of(rules)):
        book = _book(rules, {name}, {name: mutant})
        noticed = _noticed(book, concerned)
        idle = not noticed and what.startswith("conditions") and _same(rules, measure, mutant)
        yield Change(name, what, noticed, idle)


def of_term(term: str, rules: Rules, scenarios: list[Scenario]) -> Iterator[Change]:
    """Every change to the rule of a term, noticed by the measures that use it."""
    using = _using(term, rules)
    concerned = [scenario for scenario in scenarios if using.intersection(scenario.expect)]
    for what, rule in changed(rules["terms"][term], options_of(rules)):
        other = {**rules, "terms": {**rules["terms"], term: rule}}
        noticed = _noticed(_book(other, using, {}), concerned)
        idle = not noticed and _never(rules, ["or", *_either(rules["terms"][term], rule)])
        yield Change(f"term {term}", what, noticed, idle)


def _using(term: str, rules: Rules) -> set[str]:
    """The measures that use a term, or a term that uses it."""
    terms = {term}
    while more := {
        name
        for name, rule in rules["terms"].items()
        if name not in terms and any(_names(rule, each) for each in terms)
    }:
        terms |= more
    return {
        measure["id"]
        for measure in rules["measures"]
        if any(_names([measure["conditions"], measure["amount"]], each) for each in terms)
    }


def _names(json_value: Json, term: str) -> bool:
    return json.dumps(["term", term]) in json.dumps(json_value)


def _book(rules: Rules, wanted: set[str], mutants: Mapping[str, Json]) -> Rules:
    """The rule book of some measures and their rivals, with mutants in place of originals."""
    groups = [group["members"] for group in rules["groups"].values()]
    kept = touched(wanted, groups)
    measures = [
        mutants.get(measure["id"], measure)
        for measure in rules["measures"]
        if measure["id"] in kept
    ]
    members = {measure["id"]: measure["only_one_of"] for measure in measures}
    remaining = {
        name: {**group, "members": [each for each in group["members"] if members.get(each) == name]}
        for name, group in rules["groups"].items()
    }
    return {**rules, "measures": measures, "groups": remaining}


def _noticed(book: Rules, scenarios: list[Scenario]) -> bool:
    loaded = json.loads(browser.load(json.dumps(book, ensure_ascii=False)))
    if not loaded["ok"]:
        return True
    present = [measure["id"] for measure in book["measures"]]
    for scenario in scenarios:
        expected = {name: each for name, each in scenario.expect.items() if name in present}
        if next(differences(scenario, expected, present), None):
            return True
    return False


def _same(rules: Rules, measure: Json, mutant: Json) -> bool:
    """Whether the conditions of both always come out alike, waiting for decisions left aside."""
    one, other = (as_rule(each["conditions"]) for each in (measure, mutant))
    if one == other:
        return False
    return _never(rules, ["or", *_either(one, other)], measure)


def _either(one: Json, other: Json) -> list[Json]:
    return [["and", one, ["not", other]], ["and", ["not", one], other]]


def _never(rules: Rules, rule: Json, measure: Json | None = None) -> bool:
    """Whether no answers fulfil a rule."""
    shell = measure or rules["measures"][0]
    node = {"id": "", "all_of": [{"id": "0", "if": rule, "quotes": []}]}
    return settled(rules, {"x": {**shell, "conditions": node}})["x"] == "ineligible"
