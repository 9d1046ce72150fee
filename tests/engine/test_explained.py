"""What a verdict says beside its status: reasons, decisions, readings, groups, totals."""

from typing import Any

import pytest

from quiz.rules_from_json import rules_from
from quiz.session import Case, Session
from quiz.to_json import to_json
from tests.engine import book as make

TODAY = "2018-11-24"
WORKS, POOR, SIGNED = ["yes", "works"], ["yes", "poor"], ["yes", "signed"]
QUESTIONS = [
    make.question("role", "choices", "role", options=["person", "unit"], unknown=False),
    make.question("works", "yes_no", asked_if=["is", "role", "person"]),
    make.question("poor", "yes_no"),
    make.question("signed", "yes_no"),
    make.question("staff", "count"),
    make.question("assessment", "choice", options=["passed", "pending", "failed"]),
]


def case(measures: list[Any], answers: Any, groups: Any = None) -> Case:
    rules = rules_from(make.book(QUESTIONS, measures, groups=groups))
    return Session(rules).case(answers, TODAY)


def verdict(measure: Any, answers: Any) -> Any:
    (found,) = case([measure], answers).verdicts()
    return to_json(found)


def states(reason: Any) -> Any:
    """Return the states of a tree of reasons, in its shape."""
    parts = reason.get("all_of") or reason.get("any_of")
    return [reason["state"], *map(states, parts)] if parts else reason["state"]


def test_a_reason_names_the_alternative_that_fails_the_words_and_the_answer() -> None:
    measure = make.measure(
        "m", POOR, {"any_of": [SIGNED, [">=", ["number", "staff"], ["whole", 5]]]}
    )
    found = verdict(measure, {"poor": True, "signed": False, "staff": 4})["reasons"]
    assert states(found) == ["not", "met", ["not", "not", "not"]]
    leaf = found["all_of"][1]["any_of"][1]
    assert ("1.1", make.quotes()) == (leaf["id"], leaf["quotes"])
    assert leaf["facts"] == [{"question": "staff", "option": None, "answer": 4}]


def test_an_alternative_that_is_met_leaves_the_other_open_and_holds() -> None:
    measure = make.measure("m", {"any_of": [POOR, SIGNED]})
    found = verdict(measure, {"poor": True})
    assert (
        found["status"],
        states(found["reasons"]),
    ) == ("eligible", ["met", ["met", "met", "open"]])


@pytest.mark.parametrize(
    ("taken", "asked"),
    [("narrow", ["poor"]), ("wide", ["poor", "signed"])],
)
def test_a_reason_leaves_out_what_only_another_reading_looks_at(
    taken: str, asked: list[str]
) -> None:
    reading = {
        "id": "which",
        "readings": ["narrow", "wide"],
        "taken": taken,
        "only_noted": False,
    }
    measure = make.measure(
        "m",
        ["or", POOR, ["and", ["reading", "which", "wide"], SIGNED]],
        interpretations=[reading],
    )
    found = verdict(measure, {"poor": True, "signed": False})
    assert asked == [each["question"] for each in found["reasons"]["all_of"][0]["facts"]]


def test_what_bars_a_fact_stands_in_its_place() -> None:
    answers = {"role": {"person": False, "unit": True}, "works": True}
    found = verdict(make.measure("m", WORKS), answers)
    (fact,) = found["reasons"]["all_of"][0]["facts"]
    assert fact == {"question": "role", "option": "person", "answer": False}
    assert found["status"] == "ineligible"


def test_a_person_may_have_several_roles_at_once() -> None:
    measures = [make.measure(each, ["is", "role", each]) for each in ("person", "unit")]
    found = case(measures, {"role": {"person": True, "unit": True}}).outcomes
    assert [each.status for each in found.values()] == ["eligible", "eligible"]


def decided(outcome: str | None) -> tuple[str, str, int]:
    """Return status, state of the decision and how many are awaited, after an outcome."""
    node = make.decided(
        met_if=["is", "assessment", "passed"], open_if=["is", "assessment", "pending"]
    )
    found = verdict(make.measure("m", POOR, node), {"poor": True, "assessment": outcome})
    return found["status"], states(found["reasons"])[2], len(found["awaits"])


def test_a_decision_is_awaited_until_its_outcome_is_known_and_a_refusal_is_a_no() -> None:
    assert decided("passed") == ("eligible", "met", 0)
    assert decided("pending") == ("eligible", "open", 1)
    assert decided("failed") == ("ineligible", "not", 0)
    assert decided(None) == ("unknown", "open", 1)


def test_a_decision_nobody_can_know_is_always_awaited_and_changes_no_status() -> None:
    found = verdict(make.measure("m", POOR, make.decided("science")), {"poor": True})
    assert found["status"] == "eligible"
    assert [{"department": "science", "node": "1", "quotes": make.quotes()}] == found["awaits"]


def test_another_reading_is_told_of_only_where_it_gives_something_else() -> None:
    taken = ["or", ["reading", "length", "none_needed"], SIGNED]
    read = {"readings": ["none_needed", "one_year"], "taken": "none_needed", "only_noted": False}
    measure = make.measure("m", POOR, taken, interpretations=[{"id": "length", **read}])
    (other,) = verdict(measure, {"poor": True})["readings"]
    assert (
        other["interpretation"],
        other["reading"],
        other["status"],
    ) == ("length", "one_year", "unknown")
    assert verdict(measure, {"poor": True, "signed": True})["readings"] == []
    assert verdict(measure, {"poor": False})["readings"] == []


def test_the_loser_of_a_group_stays_eligible_and_its_sum_drops_out() -> None:
    measures = [
        make.measure("small", POOR, amount=make.yuan(1000), only_one_of="one"),
        make.measure("large", POOR, amount=make.yuan(1500), only_one_of="one"),
    ]
    found = case(measures, {"poor": True}, {"one": ["small", "large"]})
    assert [(each.status, each.excluded_by) for each in found.verdicts()] == [
        ("eligible", "large"),
        ("eligible", None),
    ]
    totals = found.totals()
    assert [each.measures for each in totals.lines] == [("large",)]
    assert [tuple(each) for each in totals.left_out] == [("small", "group", "large")]


def test_the_same_payment_is_counted_once_and_open_sums_never_beside_it() -> None:
    measures = [
        make.measure("open", WORKS, amount=make.yuan(9000), same_payment="insurance"),
        make.measure("paid", POOR, amount=make.yuan(1000), same_payment="insurance"),
    ]
    totals = case(measures, {"poor": True}).totals()
    assert ([each.high for each in totals.lines], totals.open) == ([1000], ())
    assert [tuple(each) for each in totals.left_out] == [("open", "same_payment", "paid")]


def test_totals_keep_payee_period_kind_and_certainty_apart() -> None:
    measures = [
        make.measure("one", POOR, amount=make.yuan(1)),
        make.measure("two", POOR, amount=make.yuan(2)),
        make.measure("unit", POOR, amount=make.yuan(4, paid_to="unit")),
        make.measure("monthly", POOR, amount=make.yuan(8, period="month")),
        make.measure("least", POOR, amount=make.yuan(16, kind="at_least")),
        make.measure("most", POOR, amount=make.yuan(32, kind="at_most")),
        make.measure("further", POOR, amount=make.yuan(64), further_conditions=make.quotes()),
        make.measure("chosen", POOR, amount=make.yuan(128), basis="discretionary"),
        make.measure("contest", POOR, amount=make.yuan(256), basis="competitive"),
        make.measure("awaited", POOR, make.decided(), amount=make.yuan(512)),
        make.measure("bound", POOR, amount=make.yuan(1024), basis="duty"),
        make.measure("costs", POOR, amount=make.amount(kind="as_paid")),
        make.measure("unsaid", POOR, amount=make.amount(kind="not_stated")),
    ]
    totals = case(measures, {"poor": True}).totals()
    assert [
        (each.paid_to, each.period, each.kind, each.certainty, each.low, each.high)
        for each in totals.lines
    ] == [
        ("person", "once", "exact", "stated", 3, 3),
        ("unit", "once", "exact", "stated", 4, 4),
        ("person", "month", "exact", "stated", 8, 8),
        ("person", "once", "at_least", "stated", 16, None),
        ("person", "once", "at_most", "stated", None, 32),
        ("person", "once", "exact", "further", 64, 64),
        ("person", "once", "exact", "decided", 896, 896),
    ]
    assert (totals.unstated, totals.as_paid) == (("unsaid",), ("costs",))


def test_what_would_change_a_no_offers_each_way_and_never_a_role() -> None:
    measure = make.measure(
        "m", {"any_of": [SIGNED, [">=", ["number", "staff"], ["whole", 5]]]}, WORKS
    )
    answers = {"role": {"person": True, "unit": False}, "works": True, "signed": False, "staff": 4}
    changes = verdict(measure, answers)["would_change"]
    assert [[(each["question"], each["to"]) for each in change["set"]] for change in changes] == [
        [("signed", True)],
        [("staff", {"at_least": 5})],
    ]
    answers["role"] = {"person": False, "unit": True}
    assert verdict(measure, answers)["would_change"] == []


def test_a_case_that_the_conditions_exclude_is_no_part_of_the_range() -> None:
    sums = {"passed": 500, "pending": 300}
    cases = [
        {
            "if": ["is", "assessment", name],
            "kind": "exact",
            "product": [make.factor(["whole", sum_])],
        }
        for name, sum_ in sums.items()
    ]
    stated = make.amount(kind="exact", cases=cases)
    known = ["or", *(["is", "assessment", name] for name in sums)]
    found = verdict(make.measure("m", known, amount=stated), {})
    assert (found["status"], found["amount"]["kind"]) == ("unknown", "exact")
    assert (found["amount"]["low"], found["amount"]["high"]) == (300, 500)
    anybody = verdict(make.measure("m", POOR, amount=stated), {"poor": True})["amount"]
    assert (anybody["low"], anybody["high"]) == (None, None)
