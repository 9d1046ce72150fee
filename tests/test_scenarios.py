"""Every scenario of the documents, run in CPython, and how many there are."""

import json
import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest

from generator.check.scenarios import scenarios
from generator.from_yaml.load import load
from generator.policy.frozen import plain
from generator.policy.policy import Policy
from generator.to_rules.rules import to_rules
from quiz.dates import before, days
from tests.projects import INVENTED, ROOT


@pytest.fixture(scope="module")
def policy() -> Policy:
    return load(ROOT)


def test_every_scenario_gives_what_it_expects(policy: Policy) -> None:
    assert scenarios(policy, to_rules(policy)).problems == ()


def test_the_scenarios_of_the_invented_document_give_what_they_expect() -> None:
    invented = load(INVENTED)
    assert scenarios(invented, to_rules(invented)).problems == ()


def test_there_are_at_least_four_for_each_measure_and_350_in_all(policy: Policy) -> None:
    for document in policy.documents.values():
        counted = Counter(
            measure for each in document.scenarios.values() for measure in each.expect
        )
        assert {name: counted[name] for name in document.measures if counted[name] < 4} == {}
        assert len(document.scenarios) >= 350


def test_each_measure_is_got_missed_and_left_open_by_somebody(policy: Policy) -> None:
    for document in policy.documents.values():
        seen = {
            (measure, expected.status)
            for each in document.scenarios.values()
            for measure, expected in each.expect.items()
        }
        statuses = ("eligible", "ineligible", "unknown")
        assert {(name, status) for name in document.measures for status in statuses} - seen == set()


def test_each_period_has_somebody_on_its_last_day_and_somebody_a_day_outside(
    policy: Policy,
) -> None:
    rules = json.loads(to_rules(policy))
    periods = set(_periods([rules["terms"], rules["measures"]]))
    assert len(periods) >= 2
    for question, unit, number in periods:
        assert {0, -1} <= set(_from_the_edge(policy, question, unit, number)), question


def _periods(part: Any) -> Iterator[tuple[str, str, int]]:
    """Yield the question, the unit and the number of each `within` of a rule book."""
    if isinstance(part, list) and part[:1] == ["within"]:
        yield part[1][1], part[2], part[3]
    inner = part.values() if isinstance(part, dict) else part if isinstance(part, list) else ()
    for each in inner:
        yield from _periods(each)


def _from_the_edge(policy: Policy, question: str, unit: str, number: int) -> Iterator[int]:
    """Yield how many days after the first day that counts the answers lie, to the day alone."""
    for document in policy.documents.values():
        for each in document.scenarios.values():
            said = each.answers.get(question)
            if isinstance(said, str) and len(said) == len(each.as_of):
                yield days(said)[0] - before(days(each.as_of)[0], unit, number)


def test_a_persona_has_one_to_three_sentences_in_both_languages(policy: Policy) -> None:
    for document in policy.documents.values():
        for name, each in document.scenarios.items():
            assert 1 <= len(re.findall(r"[^。！？]+[。！？]?", each.persona["zh"])) <= 3, name
            assert 1 <= len(re.split(r"(?<=[.!?])\s+", each.persona["en"].strip())) <= 3, name


def test_some_are_several_things_at_once(policy: Policy) -> None:
    for document in policy.documents.values():
        roles = [plain(each.answers).get("role") or {} for each in document.scenarios.values()]
        assert len([each for each in roles if sum(each.values()) > 1]) >= 10


def test_more_than_twenty_places_are_read_in_two_ways(policy: Policy) -> None:
    found = [
        each
        for document in policy.documents.values()
        for measure in document.measures.values()
        for each in measure.interpretations.values()
    ]
    assert len(found) > 20
    assert all(len(each.readings) > 1 and each.taken in each.readings for each in found)
    assert all(set(each.why) == set(policy.site.languages) for each in found)
