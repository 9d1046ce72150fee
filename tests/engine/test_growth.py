"""What an answer costs grows no faster than the rule book: steps of the engine, not time."""

import json
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager

from bench.rule_books import Book
from bench.walks import recorded
from quiz import browser

SMALL, LARGE = (100, 60), (400, 240)
MORE = LARGE[0] / SMALL[0]
ROOM = 1.25
"""Two books drawn at random differ in more than their size."""


@contextmanager
def calls() -> Iterator[list[int]]:
    """Count the calls of functions, the same on every machine."""
    counted = [0]

    def count(_: object, event: str, __: object) -> None:
        counted[0] += event == "call"

    sys.setprofile(count)
    try:
        yield counted
    finally:
        sys.setprofile(None)


def steps(measures: int, questions: int) -> dict[str, float]:
    """Return the calls that a request takes on average, by the step of a walk that it is."""
    text = json.dumps(Book(measures, questions).rules)
    requests = recorded(text, measures)
    browser.load(text)
    total, number = Counter[str](), Counter[str]()
    for each in requests:
        with calls() as counted:
            browser.ask(each.text)
        total[each.step] += counted[0]
        number[each.step] += 1
    return {step: total[step] / number[step] for step in total}


def test_no_step_of_a_walk_costs_more_than_in_proportion_to_the_measures() -> None:
    small, large = steps(*SMALL), steps(*LARGE)
    assert {"first", "role", "answer", "verdicts", "again"} == set(large)
    assert {step: large[step] for step in large if large[step] > ROOM * MORE * small[step]} == {}


def test_an_answer_costs_what_it_touches_and_not_the_whole_book() -> None:
    small, large = steps(*SMALL), steps(*LARGE)
    assert large["answer"] < MORE / 2 * small["answer"]
