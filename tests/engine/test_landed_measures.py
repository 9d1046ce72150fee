"""Every measure of the real document, on random complete answers, against Python's eval of the
data's own text.
"""

from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

import pytest

from generator.from_yaml.load import load
from generator.to_rules.rules import compiled_rules
from quiz.rules_from_json import rules_from
from quiz.session import Session
from tests.engine.by_source import Source
from tests.engine.changed import applied
from tests.engine.sheets import AS_OF, answer

ROOT = Path(__file__).parents[2]
SHEETS = 1_200
ALL_SHEETS = 10_000
"""Complete sheets in every run, and in the long one."""


class Landed:
    """The real rule book, compiled, and its source."""

    def __init__(self) -> None:
        policy = load(ROOT)
        (document,) = policy.documents.values()
        self.source = Source(policy, document)
        self.measures = list(document.measures)
        self.rules = compiled_rules(policy).rules
        self.session = Session(rules_from(self.rules))


@cache
def landed() -> Landed:
    return Landed()


def likely(question: Any, random: Random, yes: float) -> Any:
    """Return an answer that says yes as often as is wanted, so that conditions that join many facts
    hold too.
    """
    if question["type"] == "yes_no":
        return random.random() < yes
    if question["type"] == "choices":
        chance = yes if question["id"] != "received" else 0.1
        return {each["id"]: random.random() < chance for each in question["options"]}
    return answer(question, random)


def checked(sheets: int) -> Counter[tuple[str, str]]:
    """Compare the engine with Python on so many sheets, half of them as drawn, half mended for one
    measure; count each measure's outcomes.
    """
    found: Counter[tuple[str, str]] = Counter()
    random, book = Random(sheets), landed()
    for place in range(sheets // 2):
        yes = (0.3, 0.6, 0.85, 0.97)[place % 4]
        answers = {each["id"]: likely(each, random, yes) for each in book.rules["questions"]}
        found.update(compared(answers))
        found.update(compared(mended(answers, book.measures[place % len(book.measures)])))
    return found


def counted(found: Counter[tuple[str, str]]) -> dict[str, int]:
    """Return on how many sheets each measure was compared."""
    times: Counter[str] = Counter()
    for (name, _), number in found.items():
        times[name] += number
    return dict(times)


def mended(answers: Any, measure: str) -> Any:
    """Return the answers with one set of changes that makes a measure met, if there is one."""
    book = landed()
    (verdict,) = book.session.case(answers, AS_OF.isoformat(), [measure]).verdicts()
    first = next(iter(verdict.would_change), None)
    return answers if first is None else applied(book.session.rules, answers, first.set)


def compared(answers: Any) -> Iterator[tuple[str, str]]:
    """Compare the engine with Python on one sheet; yield each measure with its status."""
    book = landed()
    outcomes = book.session.case(answers, AS_OF.isoformat()).outcomes
    for name in book.measures:
        held, sum_ = book.source.outcome(name, answers, AS_OF)
        outcome = outcomes[name]
        assert ("eligible" if held else "ineligible") == outcome.status, (name, answers)
        assert sum_ == (outcome.amount and outcome.amount[:3]), (name, answers)
        yield name, outcome.status


@pytest.mark.parametrize("sheets", [SHEETS, pytest.param(ALL_SHEETS, marks=pytest.mark.slow)])
def test_the_engine_agrees_with_python_on_the_text_of_every_measure(sheets: int) -> None:
    found = checked(sheets)
    assert dict.fromkeys(landed().measures, sheets) == counted(found)
    met = {name for name, status in found if status == "eligible"}
    missed = {name for name, status in found if status == "ineligible"}
    assert set(landed().measures) == met == missed
