"""Every verdict on complete answers is what Python's own `eval` of the rules' text gives."""

from random import Random
from typing import Any

import pytest

from quiz.rules_from_json import rules_from
from quiz.session import Session
from tests.engine.by_eval import facts_for, met, paid
from tests.engine.generated import generated
from tests.engine.sheets import AS_OF, complete

BOOKS = 250
SHEETS = 44


def differences(source: Any, session: Session, answers: Any) -> list[Any]:
    """List the measures on which the engine and Python disagree."""
    case = session.case(answers, AS_OF.isoformat())
    found = []
    for each in source["measures"]:
        facts = facts_for(source, each, answers, AS_OF)
        holds = met(each["conditions"], facts)
        expected: Any = ("eligible" if holds else "ineligible", None)
        if holds and each["amount"] is not None:
            expected = ("eligible", paid(each["amount"], facts))
        outcome = case.outcomes[each["id"]]
        sum_ = outcome.amount and (outcome.amount.kind, outcome.amount.low, outcome.amount.high)
        if expected != (outcome.status, sum_):
            found.append((each["id"], expected, (outcome.status, sum_)))
    return found


@pytest.mark.parametrize("batch", range(5))
def test_complete_sheets_over_generated_rule_books_agree(batch: int) -> None:
    sheets = 0
    for seed in range(batch, BOOKS, 5):
        source = generated(seed)
        session = Session(rules_from(source))
        random = Random(seed)
        for _ in range(SHEETS):
            answers = complete(source, random)
            assert differences(source, session, answers) == [], (seed, answers)
            sheets += 1
    assert sheets * 5 >= 10_000
