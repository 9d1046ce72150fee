"""The order of asking: roles first, one topic at a time, what most hangs on, what was received
last.
"""

from typing import Any

import pytest

from quiz.plan import Plan
from quiz.rules_from_json import rules_from
from quiz.session import Case, Session
from tests.engine import book as make

TODAY = "2018-11-24"
PERSON = ["is", "role", "person"]
QUESTIONS = [
    make.question("works", "yes_no", "job"),
    make.question("signed", "yes_no", "job"),
    make.question("poor", "yes_no", "means"),
    make.question("insured", "yes_no", "means", asked_if=["yes", "poor"]),
    make.question("role", "choices", "role", options=["person", "unit"], unknown=False),
    make.question("received", "choices", "received", options=["a", "b"]),
]
MEASURES = [
    make.measure("a", PERSON, ["yes", "poor"], ["not", ["is", "received", "a"]]),
    make.measure("b", PERSON, ["yes", "poor"], ["yes", "insured"], amount=make.yuan(1500)),
    make.measure("c", PERSON, ["yes", "works"], ["yes", "signed"], amount=make.yuan(300)),
]
IS_PERSON = {"role": {"person": True, "unit": False}}


def case(answers: Any) -> Case:
    return Session(rules_from(make.book(QUESTIONS, MEASURES))).case(answers, TODAY)


def planned(answers: Any) -> Plan:
    return case(answers).plan()


ORDER = [
    ({}, "role"),
    (IS_PERSON, "poor"),
    ({**IS_PERSON, "poor": True}, "insured"),
    ({**IS_PERSON, "poor": None}, "insured"),
    ({**IS_PERSON, "poor": False}, "works"),
    ({**IS_PERSON, "poor": True, "insured": True}, "works"),
    ({**IS_PERSON, "works": True}, "signed"),
    ({**IS_PERSON, "works": False}, "poor"),
    ({**IS_PERSON, "poor": True, "insured": True, "works": False}, "received"),
    ({**IS_PERSON, "poor": False, "works": False}, None),
    ({"role": {"person": False, "unit": True}}, None),
]


@pytest.mark.parametrize(("answers", "following"), ORDER)
def test_the_next_question_is_a_function_of_the_answers(answers: Any, following: str) -> None:
    found = planned(answers).next
    assert following == (found and found.question)


def test_a_question_says_which_measures_hang_on_it_and_what_is_at_stake() -> None:
    found = planned(IS_PERSON).next
    assert found is not None
    assert (found.measures, found.stakes, found.measures_open) == (("a", "b"), (1500, 1500), 2)


def test_only_the_options_that_still_matter_are_asked() -> None:
    found = planned({**IS_PERSON, "poor": True, "insured": False, "works": False}).next
    assert found is not None
    assert (found.question, found.options) == ("received", ("a",))


def test_an_answer_that_a_guard_bars_is_dropped_and_settled_measures_are_counted() -> None:
    found = planned({**IS_PERSON, "poor": False, "insured": True})
    assert (found.answered, found.dropped) == (("poor", "role"), ("insured",))
    assert (found.settled, found.open) == (2, 1)


@pytest.mark.parametrize(
    ("poor", "barred"), [(True, ()), (None, ()), (False, ("insured",))], ids=str
)
def test_a_question_is_barred_by_a_no_alone_whether_it_was_answered_or_not(
    poor: bool | None, barred: tuple[str, ...]
) -> None:
    assert barred == case({**IS_PERSON, "poor": poor}).barred()
    assert barred == case({**IS_PERSON, "poor": poor, "insured": True}).barred()


def test_questions_that_wait_for_another_count_for_less_than_those_to_be_asked() -> None:
    waiting = [
        make.question(f"later_{n}", "yes_no", "job", asked_if=["yes", "works"]) for n in range(12)
    ]
    hang = [["yes", each["id"]] for each in waiting]
    questions = [make.question("works", "yes_no", "job"), *waiting]
    rules = rules_from(make.book(questions, [make.measure("a", ["yes", "works"], *hang)]))
    left = [
        Session(rules).case(answers, TODAY).plan().remaining for answers in ({}, {"works": True})
    ]
    assert left == [2, 12]
