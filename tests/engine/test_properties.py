"""What holds for every rule book and every set of answers."""

from itertools import islice
from random import Random
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quiz.plan import Plan
from quiz.rules import variable
from quiz.rules_from_json import rules_from
from quiz.session import Case, Session
from quiz.to_json import to_json
from tests.engine.by_eval import facts_for, met, paid
from tests.engine.completions import Slot, completion, missing, pairs
from tests.engine.generated import generated
from tests.engine.sheets import AS_OF, complete, part

TODAY = AS_OF.isoformat()
SEEDS = st.tuples(st.integers(0, 10**6), st.integers(0, 10**6))
PROVEN = settings(
    deadline=None, derandomize=True, database=None, suppress_health_check=list(HealthCheck)
)


class Trial:
    """A generated rule book with partial answers, and the complete ones that they are part of."""

    def __init__(self, seeds: tuple[int, int], *, free: bool = True) -> None:
        self.random = Random(seeds[1])
        self.source = generated(seeds[0], free=free)
        self.session = Session(rules_from(self.source))
        self.whole = complete(self.source, self.random)
        self.part = part(self.whole, self.random)

    def case(self, answers: Any) -> Case:
        return self.session.case(answers, TODAY)

    def status(self, measure: str, answers: Any) -> str:
        return self.session.case(answers, TODAY, [measure]).outcomes[measure].status

    def expected(self, measure: Any, answers: Any) -> Any:
        """Return status and sum of a measure by Python's own eval; answers must be complete."""
        facts = facts_for(self.source, measure, answers, AS_OF)
        if not met(measure["conditions"], facts):
            return "ineligible", None
        return "eligible", measure["amount"] and paid(measure["amount"], facts)


@given(SEEDS)
@settings(PROVEN, max_examples=600)
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
        assert outcome.status in ("unknown", after[name].status)


@given(SEEDS)
@settings(PROVEN, max_examples=200)
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
@settings(PROVEN, max_examples=250)
def test_every_open_verdict_has_a_completion_each_way(seeds: tuple[int, int]) -> None:
    trial = Trial(seeds, free=False)
    for measure in trial.source["measures"]:
        name = measure["id"]
        if trial.status(name, trial.part) == "unknown":
            for wanted, never in (("eligible", "ineligible"), ("ineligible", "eligible")):
                found = completion(
                    trial.source, trial.part, lambda tried: trial.status(name, tried) != never
                )
                assert found is not None, (name, wanted)
                assert wanted == trial.expected(measure, found)[0]


@given(SEEDS)
@settings(PROVEN, max_examples=200)
def test_each_question_asked_can_still_change_something(seeds: tuple[int, int]) -> None:
    trial = Trial(seeds, free=False)
    plan = trial.case(trial.part).plan()
    if plan.next is None:
        return
    options = plan.next.options
    choices = (
        options
        and next(each for each in trial.source["questions"] if each["id"] == plan.next.question)[
            "type"
        ]
        == "choices"
    )
    for option in options if choices else [None]:
        assert changes_something(trial, plan, (plan.next.question, option)), option


def changes_something(trial: Trial, plan: Plan, slot: Slot) -> bool:
    assert plan.next is not None
    sources = {each["id"]: each for each in trial.source["measures"]}
    return any(changes(trial, sources[name], slot) for name in plan.next.measures)


def changes(trial: Trial, measure: Any, slot: Slot) -> bool:
    """Look for a completion on which one answer decides; the engine leads the way, Python judges."""
    name = measure["id"]

    def seen(one: Any, other: Any) -> Any:
        first, second = (
            trial.session.case(each, TODAY, [name]).outcomes[name] for each in (one, other)
        )
        open_ = first.status_hangs_on or second.status_hangs_on or first.amount_hangs_on
        return (first, second) if open_ or second.amount_hangs_on or first != second else None

    behind = trial.session.index.variables[name]
    slots = [each for each in missing(trial.source, trial.part) if each != slot]
    slots.sort(key=lambda each: variable(*each) not in behind and each[0] not in behind)
    found = pairs(trial.source, trial.part, slot, slots, seen)
    return any(
        trial.expected(measure, one) != trial.expected(measure, other)
        for one, other in islice(found, 300)
    )
