"""Every scenario of the documents, run in CPython, and how many there are."""

from collections import Counter

import pytest

from generator.check.scenarios import scenarios
from generator.from_yaml.load import load
from generator.policy.policy import Policy
from generator.to_rules.rules import to_rules
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


def test_each_measure_is_got_by_somebody_and_missed_by_somebody(policy: Policy) -> None:
    for document in policy.documents.values():
        seen = {
            (measure, expected.status)
            for each in document.scenarios.values()
            for measure, expected in each.expect.items()
        }
        wanted = {
            (name, status) for name in document.measures for status in ("eligible", "ineligible")
        }
        assert wanted - seen == set()
