"""What is settled, what is paid and which days are meant, from data."""

from typing import Any

import pytest

from tests.engine.cases import BEFORE, DAYS, SETTLED, SUMS, Bench

BENCH = Bench()


def titled(cases: Any) -> Any:
    return [pytest.param(each, id=each["title"]) for each in cases]


@pytest.mark.parametrize("case", titled(SETTLED))
def test_a_condition_is_settled_exactly(case: Any) -> None:
    assert case["expected"] is BENCH.settled(case["expression"], case["answers"])


@pytest.mark.parametrize("case", titled(SETTLED))
def test_to_suppose_what_only_helps_loses_nothing(case: Any) -> None:
    may_hold = BENCH.helped(case["expression"], case["answers"])
    assert may_hold is (case["expected"] is not False)


def test_a_measure_is_settled_as_its_condition_is() -> None:
    assert BENCH.decided() == []


@pytest.mark.parametrize("case", titled(SUMS))
def test_a_sum_is_worked_line_by_line(case: Any) -> None:
    assert (case["expected"], case["steps"]) == BENCH.sum(case["amount"], case["answers"])


@pytest.mark.parametrize("case", DAYS, ids=lambda case: case["text"])
def test_a_date_is_its_first_and_last_day(case: Any) -> None:
    assert case["days"] == BENCH.days(case["text"])


@pytest.mark.parametrize(
    "case", BEFORE, ids=lambda case: f"{case['day']}-{case['number']}{case['unit']}"
)
def test_a_day_that_a_month_lacks_is_its_last_day(case: Any) -> None:
    assert case["before"] == BENCH.before(case["day"], case["unit"], case["number"])


def test_there_are_cases_of_each_kind() -> None:
    assert min(len(SETTLED), len(SUMS), len(DAYS), len(BEFORE)) > 15
