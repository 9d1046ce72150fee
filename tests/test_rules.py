"""The rule book of the invented document, and what the engine makes of it."""

import json
from typing import Any

import pytest

from generator.from_yaml.load import load
from generator.to_rules.rules import compiled_rules, to_rules
from quiz import browser
from tests.projects import INVENTED, ROOT

POLICY = load(INVENTED)
BOOK = json.loads(to_rules(POLICY))
MEASURES = {measure["id"]: measure for measure in BOOK["measures"]}
QUESTIONS = {question["id"]: question for question in BOOK["questions"]}


def quoted(node: Any) -> list[str]:
    return [quote["words"] for quote in node["quotes"]]


def test_the_rule_book_is_canonical_json_without_floats() -> None:
    text = to_rules(POLICY).decode()
    assert text == json.dumps(json.loads(text), ensure_ascii=False, separators=(",", ":"))
    json.loads(text, parse_float=lambda _: pytest.fail("a float"))
    assert to_rules(POLICY) == to_rules(load(INVENTED))


def test_the_engine_takes_it() -> None:
    answer = json.loads(browser.load(to_rules(POLICY).decode()))
    assert answer == {"ok": True, "measures": 5, "questions": 16}


def test_questions_keep_the_order_of_the_file_and_received_is_last() -> None:
    assert [*POLICY.questions, "received"] == list(QUESTIONS)
    options = [option["id"] for option in QUESTIONS["received"]["options"]]
    assert options == ["demonstration_garden_award", "garden_subsidy"]


def test_numbers_always_have_bounds() -> None:
    assert (QUESTIONS["lived"]["least"], QUESTIONS["lived"]["most"]) == (0, 120)
    assert (QUESTIONS["repair_share"]["least"], QUESTIONS["repair_share"]["most"]) == (0, 100)
    assert "least" not in QUESTIONS["graduation"]
    fields = {field["id"]: field for field in QUESTIONS["apprentices"]["fields"]}
    assert fields["number"] == {"id": "number", "type": "count", "least": 0, "most": 1000}


def test_for_some_is_spelled_out_with_the_words_of_each_line() -> None:
    node = MEASURES["apprentice-subsidy"]["conditions"]["all_of"][1]
    assert node["for_some"] is True
    assert [line["option"] for line in node["any_of"]] == ["unemployed", "disabled"]
    assert [quoted(line) for line in node["any_of"]] == [["登记失业人员"], ["残疾人"]]
    assert node["any_of"][1]["id"] == "1.1"
    assert node["any_of"][1]["all_of"][0]["if"] == ["is", "hired", "disabled"]
    assert node["any_of"][1]["all_of"][0]["id"] == "1.1.0"


def test_what_is_paid_once_asks_whether_it_was_received() -> None:
    last = MEASURES["garden-subsidy"]["conditions"]["all_of"][-1]
    members = [
        ["is", "received", "demonstration_garden_award"],
        ["is", "received", "garden_subsidy"],
    ]
    assert last["if"] == ["not", ["or", *members]]
    assert quoted(last) == ["一次性建园补贴"]
    award = MEASURES["demonstration-garden-award"]["conditions"]["all_of"][-1]
    assert award["if"] == last["if"]
    assert quoted(award) == ["同一菜园只能享受一项"]


def test_every_quote_carries_the_anchor_of_its_sentence() -> None:
    first = MEASURES["garden-subsidy"]["amount"]["product"][0]["quotes"][0]
    assert first == {"article": 1, "sentence": "art_1__p_2", "words": "给予500元一次性建园补贴"}


def test_a_decision_keeps_who_decides_and_when_it_is_known() -> None:
    node = MEASURES["equipment-grant"]["conditions"]["all_of"][-1]
    assert (node["decided_by"], node["met_if"], node["open_if"]) == (
        "industry",
        ["is", "assessment", "passed"],
        ["is", "assessment", "pending"],
    )


def test_a_factor_over_lines_and_a_cap_are_kept() -> None:
    amount = MEASURES["apprentice-subsidy"]["amount"]
    assert amount["over"] == "apprentices"
    assert amount["product"][1]["value"] == ["field", "r", "months"]
    assert amount["product"][1]["at_most"] == ["whole", 6]


def test_cases_say_only_what_differs() -> None:
    first, second = MEASURES["demonstration-garden-award"]["amount"]["cases"]
    assert set(first) == {"if", "kind", "product", "quotes"}
    assert (first["kind"], second["kind"]) == ("exact", "at_most")


def test_the_departments_of_a_measure_are_those_of_its_article() -> None:
    assert MEASURES["price-display"]["departments"] == ["market", "finance"]


def test_the_document_itself_compiles_and_the_engine_takes_it() -> None:
    policy = load(ROOT)
    assert compiled_rules(policy).problems == ()
    answer = json.loads(browser.load(to_rules(policy).decode()))
    assert answer["ok"] is True
