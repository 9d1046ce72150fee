"""What holds for every rule book and every set of answers."""

from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quiz.changes import MOST_CHANGES
from quiz.session import Case, Session
from quiz.to_json import to_json
from tests.engine.completions import Slot, filled, missing, values
from tests.engine.sheets import part
from tests.engine.trials import TODAY, Trial, asked, changes_something, completed, unsound

SEEDS = st.tuples(st.integers(0, 10**6), st.integers(0, 10**6))
PROVEN = settings(
    deadline=None, derandomize=True, database=None, suppress_health_check=list(HealthCheck)
)


@given(SEEDS)
@settings(PROVEN, max_examples=400)
def test_a_settled_verdict_holds_for_the_complete_answers(seeds: tuple[int, int]) -> None:
    trial = Trial(seeds)
    for measure in trial.source["measures"]:
        outcome = trial.case(trial.part).outcomes[measure["id"]]
        status, sum_ = trial.expected(measure, trial.whole)
        assert outcome.status in ("unknown", status)
        if sum_ and outcome.amount:
            _, low, high = sum_
            known = outcome.amount
            assert known.low is None or low is None or known.low <= low
            assert known.high is None or high is None or high <= known.high


@given(SEEDS)
@settings(PROVEN, max_examples=300)
def test_answering_more_never_flips_a_settled_verdict(seeds: tuple[int, int]) -> None:
    trial = Trial(seeds)
    less = part(trial.part, trial.random)
    before, after = trial.case(less).outcomes, trial.case(trial.part).outcomes
    for name, outcome in before.items():
        assert {outcome.status, after[name].status} != {"eligible", "ineligible"}


@given(SEEDS)
@settings(PROVEN, max_examples=300)
def test_answering_more_never_opens_a_settled_verdict(seeds: tuple[int, int]) -> None:
    # Two unknown numbers that are compared count as free, and are seen through now and then: a
    # verdict on them may be settled on the way and open again.
    trial = Trial(seeds, free=False)
    less = part(trial.part, trial.random)
    before, after = trial.case(less).outcomes, trial.case(trial.part).outcomes
    for name, outcome in before.items():
        assert outcome.status in ("unknown", after[name].status)


@given(SEEDS)
@settings(PROVEN, max_examples=120)
def test_the_order_of_answering_does_not_matter(seeds: tuple[int, int]) -> None:
    trial = Trial(seeds)
    at_once = everything(Session(trial.session.rules).case(trial.part, TODAY))
    order = list(trial.part)
    trial.random.shuffle(order)
    answers: Any = {}
    for name in order:
        answers[name] = trial.part[name]
        case = trial.case(dict(answers))
    assert at_once == everything(trial.case(trial.part) if order else trial.case({}))
    assert not order or at_once == everything(case)


def everything(case: Case) -> Any:
    found = to_json({"plan": case.plan(), "verdicts": case.verdicts(), "totals": case.totals()})
    found["plan"]["answered"].sort()
    return found


@given(SEEDS)
@settings(PROVEN, max_examples=200)
def test_every_open_verdict_has_a_completion_each_way(seeds: tuple[int, int]) -> None:
    trial = Trial(seeds, free=False)
    for measure in trial.source["measures"]:
        if trial.status(measure["id"], trial.part) == "unknown":
            for wanted, never in (("eligible", "ineligible"), ("ineligible", "eligible")):
                assert wanted == completed(trial, measure, never)


@given(SEEDS)
@settings(PROVEN, max_examples=80)
def test_each_question_asked_can_still_change_something(seeds: tuple[int, int]) -> None:
    trial = Trial(seeds, free=False)
    plan = trial.case(trial.part).plan()
    assert [slot for slot in asked(trial, plan) if not changes_something(trial, plan, slot)] == []


@given(SEEDS)
@settings(PROVEN, max_examples=60)
def test_following_the_plan_settles_what_the_complete_answers_settle(
    seeds: tuple[int, int],
) -> None:
    trial = Trial(seeds)
    answers: Any = {}
    while (following := trial.case(answers).plan().next) is not None:
        name, given_ = following.question, trial.whole[following.question]
        if isinstance(given_, dict):
            given_ = {**answers.get(name, {}), **{each: given_[each] for each in following.options}}
        assert answers.get(name) != given_
        answers = {**answers, name: given_}
    found, expected = trial.case(answers).outcomes, trial.case(trial.whole).outcomes
    assert [each.status for each in expected.values()] == [each.status for each in found.values()]
    sums = [each.amount and (each.amount.low, each.amount.high) for each in found.values()]
    assert sums == [
        each.amount and (each.amount.low, each.amount.high) for each in expected.values()
    ]


@given(SEEDS)
@settings(PROVEN, max_examples=120)
def test_what_would_change_a_no_works_and_is_minimal(seeds: tuple[int, int]) -> None:
    trial = Trial(seeds, free=False)
    sources = {each["id"]: each for each in trial.source["measures"]}
    for verdict in trial.case(trial.whole).verdicts():
        if verdict.would_change:
            assert verdict.status == "ineligible"
        for change in verdict.would_change:
            assert unsound(trial, sources[verdict.measure], change.set) is None


@given(SEEDS)
@settings(PROVEN, max_examples=60)
def test_a_no_that_one_answer_would_change_says_so(seeds: tuple[int, int]) -> None:
    trial = Trial(seeds, free=False)
    sources = {each["id"]: each for each in trial.source["measures"]}
    for verdict in trial.case(trial.whole).verdicts():
        if verdict.status == "ineligible" and len(verdict.would_change) < MOST_CHANGES:
            offered = {
                (each.set[0].question, each.set[0].option)
                for each in verdict.would_change
                if len(each.set) == 1
            }
            assert offered == alone(trial, sources[verdict.measure])


def alone(trial: Trial, measure: Any) -> set[Slot]:
    """Return the facts of which one other answer alone makes a measure met."""
    found = set()
    for slot in missing(trial.source, {}):
        tried = (filled(trial.whole, slot, value) for value in values(trial.source, {}, slot))
        if slot[0] != "role" and any(
            trial.expected(measure, each)[0] == "eligible" for each in tried
        ):
            found.add(slot)
    return found


@given(SEEDS)
@settings(PROVEN, max_examples=300)
def test_totals_add_up_and_count_nothing_twice(seeds: tuple[int, int]) -> None:
    trial = Trial(seeds)
    case = trial.case(trial.part)
    totals, rules = case.totals(), trial.session.rules
    counted = [each for line in totals.lines + totals.open for each in line.measures]
    assert len(counted) == len(set(counted))
    assert not set(counted) & {each.measure for each in totals.left_out}
    assert len([each for each in counted if rules.measures[each].only_one_of]) <= 1
    assert len([each for each in counted if rules.measures[each].same_payment]) <= 1
    for line in totals.lines + totals.open:
        amounts = [case.outcomes[each].amount for each in line.measures]
        for place in ("low", "high"):
            ends = [getattr(each, place) for each in amounts]
            assert getattr(line, place) == (None if None in ends else sum(ends))


@given(SEEDS)
@settings(PROVEN, max_examples=300)
def test_no_step_passes_its_cap(seeds: tuple[int, int]) -> None:
    trial = Trial(seeds)
    case = trial.case(trial.part)
    for source in trial.source["measures"]:
        paid_ = case.outcomes[source["id"]].amount
        caps = [each["at_most"] for each in (source["amount"] or {}).get("product", [])]
        if paid_ is not None and not source["amount"]["cases"]:
            for step in paid_.steps:
                for factor, cap in zip(step.factors, caps, strict=False):
                    assert cap is None or factor.high is None or factor.high <= cap[1]
                    assert factor.given is None or factor.capped == (factor.given > factor.low)
