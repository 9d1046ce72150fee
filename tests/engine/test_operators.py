"""Each operator on its own, from data: true, false or null, a number as its bounds, or absent."""

import json
from typing import Any

import pytest

from quiz import expression_from_json
from quiz.expressions import NUMERIC, TRUTHS
from tests.engine.cases import CASES, DATA, FILES, Bench

BENCH = Bench()
IDS = [pytest.param(case, id=f"{name}: {case['title']}") for name, case in CASES]
TCK = json.loads((DATA / "dmn_tck_ternary_logic.json").read_text("utf-8"))
TERNARY = [(case, how) for case in TCK["cases"] for how in ("and", "or", "not") if how in case]


@pytest.mark.parametrize("case", IDS)
def test_an_operator_gives_what_its_data_file_says(case: Any) -> None:
    assert case["expected"] == BENCH.worth(case["expression"], case["answers"])


def test_every_operator_has_a_data_file() -> None:
    covered = {operator for file in FILES.values() for operator in file["operators"]}
    known = {*expression_from_json.TRUTHS, *expression_from_json.NUMERIC}
    assert known | {"true", "false"} == covered
    assert len(CASES) > 100


def test_the_tables_of_operators_cannot_be_changed() -> None:
    for table in (TRUTHS, NUMERIC, expression_from_json.TRUTHS, expression_from_json.NUMERIC):
        with pytest.raises(TypeError):
            table["and"] = None  # type: ignore[index]


@pytest.mark.parametrize(("case", "how"), TERNARY)
def test_three_values_join_as_in_the_dmn_technology_compatibility_kit(case: Any, how: str) -> None:
    facts = [["yes", "works"], ["is", "has", "loan"]][: 2 if how != "not" else 1]
    answers = {"works": case["A"], "has": {"loan": case.get("B")}}
    assert case[how] == BENCH.worth([how, *facts], answers)
    assert len(TERNARY) == 21
