"""Every verdict on complete answers is what Python's own `eval` of the rules' text gives: status,
sum, reasons, decisions to come, who is left out, and the totals.
"""

from random import Random
from typing import Any

import pytest

from quiz.rules_from_json import rules_from
from quiz.session import Session
from tests.engine.against_eval import differences
from tests.engine.generated import generated
from tests.engine.rivals import rivals
from tests.engine.sheets import AS_OF, complete

BOOKS = 250
SHEETS = 44


@pytest.mark.parametrize("batch", range(5))
def test_complete_sheets_over_generated_rule_books_agree(batch: int) -> None:
    sheets = sum(agreed(generated(seed), seed) for seed in range(batch, BOOKS, 5))
    assert sheets * 5 >= 10_000


def test_complete_sheets_on_which_many_measures_pay_at_once_agree() -> None:
    assert sum(agreed(rivals(seed), seed) for seed in range(40)) >= 1_500


def agreed(source: Any, seed: int) -> int:
    """Compare the engine with Python on complete sheets of a rule book; return how many."""
    session, random = Session(rules_from(source)), Random(seed)
    for _ in range(SHEETS):
        answers = complete(source, random)
        case = session.case(answers, AS_OF.isoformat())
        assert list(differences(source, case, answers)) == [], (seed, answers)
    return SHEETS
