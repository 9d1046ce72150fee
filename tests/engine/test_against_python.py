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
from tests.engine.sheets import AS_OF, complete

BOOKS = 250
SHEETS = 44


@pytest.mark.parametrize("batch", range(5))
def test_complete_sheets_over_generated_rule_books_agree(batch: int) -> None:
    sheets = 0
    for seed in range(batch, BOOKS, 5):
        source = generated(seed)
        session = Session(rules_from(source))
        random = Random(seed)
        for _ in range(SHEETS):
            answers = complete(source, random)
            case = session.case(answers, AS_OF.isoformat())
            assert list(differences(source, case, answers)) == [], (seed, answers)
            sheets += 1
    assert sheets * 5 >= 10_000
