"""How many pages people see: scenarios walked as their persons would, question by question."""

import json
from collections.abc import Iterator, Mapping
from statistics import mean
from typing import Any

import pytest

from generator.from_yaml.load import load
from generator.policy.document import Scenario
from generator.policy.frozen import plain
from generator.policy.policy import Policy
from generator.policy.question import Question
from generator.to_rules.rules import to_rules
from quiz import browser
from tests.projects import ROOT

type Answers = Mapping[str, Any]

EVERY = 9
"""One scenario of so many is walked: all of them take more than a minute."""

PERSON = ("individual", "founder")
UNIT = ("employer", "organisation", "authority")


type Walk = tuple[Scenario, list[Any]]
"""A scenario with the plan at each of its questions."""


@pytest.fixture(scope="module")
def walks() -> list[Walk]:
    """Some scenarios, each with the plans that led through it."""
    policy = load(ROOT)
    browser.load(to_rules(policy).decode())
    all_ = [each for document in policy.documents.values() for each in document.scenarios.values()]
    return [(each, list(_walked(policy, each))) for each in all_[::EVERY]]


@pytest.mark.parametrize(("roles", "others", "most"), [(PERSON, UNIT, 12), (UNIT, PERSON, 10)])
def test_few_pages_are_asked_on_average(
    walks: list[Walk], roles: tuple[str, ...], others: tuple[str, ...], most: int
) -> None:
    seen = [
        len(asked)
        for scenario, asked in walks
        if _is_one(scenario, roles) and not _is_one(scenario, others)
    ]
    assert len(seen) >= 20
    assert mean(seen) <= most


def test_no_question_is_asked_twice(walks: list[Walk]) -> None:
    for _, plans in walks:
        asked = [plan["next"]["question"] for plan in plans]
        assert len(asked) == len(set(asked))


@pytest.mark.parametrize("after", [range(1, 3), range(3, 6), range(6, 12)], ids=str)
def test_about_so_many_more_is_right_on_the_average(walks: list[Walk], after: range) -> None:
    errors = [
        plans[at]["remaining"] - (len(plans) - at)
        for _, plans in walks
        for at in after
        if at < len(plans)
    ]
    assert len(errors) >= 50
    assert abs(mean(errors)) <= 1.2


def _is_one(scenario: Scenario, roles: tuple[str, ...]) -> bool:
    said: Answers = plain(scenario.answers).get("role") or {}
    return any(said.get(role) for role in roles)


def _walked(policy: Policy, scenario: Scenario) -> Iterator[Any]:
    """The plan before each question, until nothing is left to ask."""
    given: Answers = plain(scenario.answers)
    answers: dict[str, Any] = {}
    while question := (plan := _plan(answers, scenario.as_of))["next"]:
        yield plan
        assert len(answers) <= len(policy.questions)
        name = question["question"]
        written = policy.questions.get(name)
        answers[name] = _answer(written, given.get(name), name in given, question["options"])


def _plan(answers: Answers, as_of: str) -> Any:
    request = {"answers": answers, "as_of": as_of, "only": None, "want": ["plan"]}
    answer = json.loads(browser.ask(json.dumps(request)))
    assert answer["ok"], answer
    return answer["plan"]


def _answer(question: Question | None, said: Any, has_said: bool, options: list[str]) -> Any:
    """What the person says; of what the scenario is silent on: nothing ticked, no, the last."""
    if has_said and said is None:
        return None
    if question is None or question.type == "choices":
        names = options if question is None else list(question.options)
        return {name: (said or {}).get(name, False) for name in names}
    if has_said:
        return said
    if question.type == "choice":
        return list(question.options)[-1]
    return False if question.type == "yes_no" else None
