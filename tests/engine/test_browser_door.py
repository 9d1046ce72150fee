"""The door from a page: JSON in, JSON out, a typed error for whatever is wrong, never anything
else.
"""

import json
from copy import deepcopy
from random import Random
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quiz import browser
from quiz.to_json import to_json
from tests.engine import book as make
from tests.engine.cases import QUESTIONS, TERMS
from tests.engine.generated import generated
from tests.engine.sheets import complete

CODES = {
    "unknown_question",
    "unknown_option",
    "unknown_measure",
    "wrong_type",
    "out_of_bounds",
    "wrong_date",
    "too_large",
    "not_json",
    "bad_rules",
}
AS_OF = "2018-11-24"
MEASURES = [
    make.measure("first", ["yes", "works"], amount=make.yuan(1500)),
    make.measure("second", [">=", ["number", "staff"], ["whole", 5]]),
]
RULES = make.book(QUESTIONS, MEASURES, TERMS)
FUZZED = settings(
    deadline=None, derandomize=True, database=None, suppress_health_check=list(HealthCheck)
)


@pytest.fixture(autouse=True)
def _a_rule_book_is_loaded() -> None:
    assert browser.load(json.dumps(RULES)) == '{"ok":true,"measures":2,"questions":15}'


def asked(request: Any) -> Any:
    return json.loads(browser.ask(request if isinstance(request, str) else json.dumps(request)))


def error(request: Any) -> Any:
    found = asked(request)
    assert found["ok"] is False
    return found["error"]


def about(answers: Any) -> Any:
    return {"answers": answers, "as_of": AS_OF}


def test_everything_is_given_where_nothing_is_named() -> None:
    found = asked(about({}))
    assert list(found) == ["ok", "plan", "barred", "verdicts", "totals"]
    assert [each["measure"] for each in found["verdicts"]] == ["first", "second"]


def test_only_what_is_wanted_is_given() -> None:
    found = asked({**about({}), "want": ["plan", "plan"], "only": ["second"]})
    assert list(found) == ["ok", "plan"]
    assert found["plan"]["next"]["question"] == "staff"


def test_a_second_rule_book_takes_the_place_of_the_first() -> None:
    browser.load(json.dumps(make.book(QUESTIONS, MEASURES[1:], TERMS)))
    assert [each["measure"] for each in asked(about({}))["verdicts"]] == ["second"]


WRONG = [
    (about({"staf": 3}), "unknown_question", "staf", "staff"),
    (about({"nothing_like_it": 3}), "unknown_question", "nothing_like_it", None),
    (about({"has": {"laon": True}}), "unknown_option", "has.laon", "loan"),
    (about({"size": "smal"}), "unknown_option", "size", "small"),
    (about({"size": True}), "wrong_type", "size", None),
    (about({"has": ["loan"]}), "wrong_type", "has", None),
    (about({"has": {"loan": "yes"}}), "wrong_type", "has.loan", None),
    (about({"works": 1}), "wrong_type", "works", None),
    (about({"works": "true"}), "wrong_type", "works", None),
    (about({"staff": True}), "wrong_type", "staff", None),
    (about({"staff": "3"}), "wrong_type", "staff", None),
    (about({"staff": [3]}), "wrong_type", "staff", None),
    (about({"staff": -1}), "out_of_bounds", "staff", None),
    (about({"staff": 41}), "out_of_bounds", "staff", None),
    (about({"staff": 10**4000}), "out_of_bounds", "staff", None),
    (about({"born": 2018}), "wrong_type", "born", None),
    (about({"born": "2018-13"}), "wrong_date", "born", None),
    (about({"crew": {}}), "wrong_type", "crew", None),
    (about({"crew": [3]}), "wrong_type", "crew.0", None),
    (about({"crew": [{}, {"numbr": 3}]}), "unknown_option", "crew.1.numbr", "number"),
    (about({"crew": [{"number": True}]}), "wrong_type", "crew.0.number", None),
    (about({"crew": [{"number": 41}]}), "out_of_bounds", "crew.0.number", None),
    (about({"crew": [{"new": 1}]}), "wrong_type", "crew.0.new", None),
    (about({"crew": [{}] * 51}), "too_large", "crew", None),
    (about([]), "wrong_type", "", None),
    (about("x"), "wrong_type", "", None),
    ({"answers": {}}, "wrong_date", "as_of", None),
    ({"answers": {}, "as_of": "2018"}, "wrong_date", "as_of", None),
    ({"answers": {}, "as_of": 20181124}, "wrong_date", "as_of", None),
    ({"answers": {}, "as_of": "1899-12-31"}, "wrong_date", "as_of", None),
    ({**about({}), "only": ["frist"]}, "unknown_measure", "only.frist", "first"),
    ({**about({}), "only": "first"}, "wrong_type", "only", None),
    ({**about({}), "only": [3]}, "unknown_measure", "only.3", None),
    ({**about({}), "want": ["plans"]}, "wrong_type", "want", "plan"),
    ({**about({}), "want": "plan"}, "wrong_type", "want", None),
    ([], "wrong_type", "", None),
    ("", "not_json", "", None),
    ("{", "not_json", "", None),
    ('{"answers": {"staff": 1.5}}', "not_json", "", None),
    ('{"answers": {"staff": NaN}}', "not_json", "", None),
    ('{"answers": {"staff": 1e3}}', "not_json", "", None),
    ('{"answers": {"staff": ' + "9" * 5000 + "}}", "not_json", "", None),
    ("[" * 2000, "not_json", "", None),
    ("[" * 2000 + "]" * 2000, "not_json", "", None),
    ("[" * 100_000, "too_large", "", None),
    (" " * 200_001, "too_large", "", None),
]


@pytest.mark.parametrize(("request_", "code", "path", "meant"), WRONG)
def test_what_is_wrong_is_named(request_: Any, code: str, path: str, meant: str | None) -> None:
    found = error(request_)
    assert (code, path, meant) == (found["code"], found["path"], found["did_you_mean"])


def test_what_is_allowed_is_named() -> None:
    assert error(about({"has": {"laon": True}}))["allowed"] == ["loan", "grant"]
    assert error(about({"staff": 41}))["allowed"] == ["0", "40"]
    assert error(about({"born": "x"}))["allowed"] == ["YYYY", "YYYY-MM", "YYYY-MM-DD"]


def test_dont_know_is_refused_where_a_question_does_not_offer_it() -> None:
    role = make.question("role", "choices", options=["a", "b"], unknown=False)
    size = make.question("size", "choice", options=["a", "b"], unknown=False)
    browser.load(json.dumps(make.book([role, size], [])))
    for answers in ({"role": None}, {"role": {"a": None}}, {"size": None}):
        assert error(about(answers))["code"] == "wrong_type"


def test_nothing_is_answered_before_a_rule_book_is_loaded() -> None:
    browser._loaded.clear()
    assert error(about({}))["code"] == "bad_rules"


def test_a_fault_of_the_engine_is_a_reference_and_no_verdict(monkeypatch: Any) -> None:
    def broken(_: Any) -> Any:
        raise KeyError("a secret")

    monkeypatch.setattr(browser, "WANTED", {"plan": broken})
    found = error(about({}))
    assert found["code"] == "internal"
    assert len(found["path"]) == 8
    assert "secret" not in json.dumps(found)


SCALARS = (
    st.none()
    | st.booleans()
    | st.integers(-(10**30), 10**30)
    | st.floats()
    | st.text(max_size=12)
    | st.sampled_from(["2018-06", "loan", "small", "first", "plan", AS_OF])
)
NAMES = st.text(max_size=8) | st.sampled_from(
    [each["id"] for each in QUESTIONS] + ["loan", "number"]
)
ANYTHING = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(NAMES, inner, max_size=4),
    max_leaves=12,
)


@given(ANYTHING, ANYTHING, ANYTHING, ANYTHING)
@settings(FUZZED, max_examples=600)
def test_no_request_gets_more_than_a_typed_error(
    answers: Any, as_of: Any, only: Any, want: Any
) -> None:
    for request in (
        {"answers": answers, "as_of": as_of, "only": only, "want": want},
        {"answers": answers, "as_of": AS_OF},
        answers,
    ):
        answered = browser.ask(json.dumps(request))
        found = json.loads(answered)
        assert answered.encode("utf-8")
        assert found["ok"] or found["error"]["code"] in CODES


@given(st.text(max_size=60) | st.binary(max_size=60).map(lambda raw: raw.decode("latin-1")))
@settings(FUZZED, max_examples=300)
def test_no_text_gets_more_than_a_typed_error(text: str) -> None:
    for work in (browser.ask, browser.load):
        found = json.loads(work(text))
        assert not found["ok"]
        assert found["error"]["code"] in CODES


@given(st.integers(0, 10**6), st.integers(0, 10**6))
@settings(FUZZED, max_examples=300)
def test_an_answer_with_one_thing_changed_is_taken_or_refused(book: int, seed: int) -> None:
    source, random = generated(book), Random(seed)
    browser.load(json.dumps(source))
    answers = complete(source, random)
    spoilt(answers, random)
    found = asked(about(answers))
    assert found["ok"] or found["error"]["code"] in CODES


@given(st.integers(0, 10**6), st.integers(0, 10**6))
@settings(FUZZED, max_examples=600)
def test_a_rule_book_with_one_thing_changed_is_taken_whole_or_refused(book: int, seed: int) -> None:
    source, random = deepcopy(generated(book, questions=6, measures=2)), Random(seed)
    answers = complete(source, random)
    spoilt(source, random)
    if not json.loads(browser.load(json.dumps(source)))["ok"]:
        return
    requests: tuple[Any, ...] = ({}, answers)
    for each in requests:
        found = asked(about(each))
        assert found["ok"] or found["error"]["code"] in CODES


def spoilt(value: Any, random: Random) -> None:
    """Put something else in one place, at any depth."""
    while True:
        keys = list(value) if isinstance(value, dict) else list(range(len(value)))
        if not keys:
            return
        key = random.choice(keys)
        if isinstance(value[key], dict | list) and value[key] and random.random() < 0.8:
            value = value[key]
            continue
        value[key] = random.choice([None, True, 0, -5, 10**9, "x", "q0", [], {}, ["yes", "q0"]])
        return


def test_named_tuples_become_objects_and_others_arrays() -> None:
    assert to_json(({"a": (1,)},)) == [{"a": [1]}]
