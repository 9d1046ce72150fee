"""What holds for every rule book holds for the real one, on answers drawn at random."""

from itertools import chain
from random import Random
from typing import Any

import pytest

from tests.engine.sheets import AS_OF, part
from tests.engine.test_landed_measures import landed, likely
from tests.engine.trials import TODAY, Trial, asked, changes_something, completed, unsound

SEEDS = range(20)
STEPS = 4
"""So many of the plan's questions of a person are tried."""


class LandedTrial(Trial):
    """The real rule book with partial answers; the text of the data, by Python's eval, judges."""

    def __init__(self, seed: int) -> None:
        self.random = Random(seed)
        self.source = landed().rules
        self.session = landed().session
        yes = (0.15, 0.3, 0.6, 0.9)[seed % 4]
        questions = self.source["questions"]
        self.whole = {each["id"]: likely(each, self.random, yes) for each in questions}
        self.whole["role"][self.random.choice(list(self.whole["role"]))] = True
        self.part = self.less(self.whole)

    def less(self, answers: Any) -> Any:
        """Leave out some answers; "don't know" only where the question allows it, tables whole."""
        sure = {each["id"] for each in self.source["questions"] if not each["unknown"]}
        found = part(answers, self.random)
        return {
            name: answers[name] if isinstance(value, list) else value
            for name, value in found.items()
            if name not in sure or value
        }

    def expected(self, measure: Any, answers: Any) -> Any:
        held, sum_ = landed().source.outcome(measure["id"], answers, AS_OF)
        return "eligible" if held else "ineligible", sum_

    def some(self, number: int) -> list[Any]:
        """Return so many of the measures that the partial answers leave open."""
        outcomes = self.case(self.part).outcomes
        open_ = [
            each for each in self.source["measures"] if outcomes[each["id"]].status == "unknown"
        ]
        return self.random.sample(open_, min(number, len(open_)))


@pytest.mark.parametrize("seed", SEEDS)
def test_every_open_verdict_of_the_document_has_a_completion_each_way(seed: int) -> None:
    trial = LandedTrial(seed)
    for measure in trial.some(5):
        for wanted, never in (("eligible", "ineligible"), ("ineligible", "eligible")):
            assert wanted == completed(trial, measure, never), measure["id"]


@pytest.mark.parametrize("seed", SEEDS)
def test_answering_more_never_opens_a_settled_verdict_of_the_document(seed: int) -> None:
    trial = LandedTrial(seed)
    sheets = [trial.part]
    for _ in range(3):
        sheets.append(trial.less(sheets[-1]))
    for less, more in zip(sheets[1:], sheets, strict=False):
        before, after = trial.case(less).outcomes, trial.case(more).outcomes
        settled = {name for name, each in before.items() if each.status != "unknown"}
        assert [name for name in settled if before[name].status != after[name].status] == []


@pytest.mark.parametrize("seed", SEEDS)
def test_each_question_that_the_plan_asks_of_a_person_can_change_something(seed: int) -> None:
    trial = LandedTrial(seed)
    role = trial.random.choice(list(trial.whole["role"]))
    trial.part = {"role": {each: each == role for each in trial.whole["role"]}}
    for _ in range(STEPS):
        plan = trial.case(trial.part).plan()
        if plan.next is None:
            return
        slots = list(asked(trial, plan))
        assert [slot for slot in slots if not changes_something(trial, plan, slot)] == []
        name = plan.next.question
        given = trial.whole[name]
        told = {option: given[option] for _, option in slots} if isinstance(given, dict) else given
        trial.part = {**trial.part, name: told}


@pytest.mark.parametrize("seed", SEEDS)
def test_what_would_change_a_no_of_the_document_works_and_is_minimal(seed: int) -> None:
    trial = LandedTrial(seed)
    sources = {each["id"]: each for each in trial.source["measures"]}
    verdicts = trial.session.case(trial.whole, TODAY).verdicts()
    offered = list(
        chain.from_iterable([(v.measure, c.set) for c in v.would_change] for v in verdicts)
    )
    assert len(offered) > 10
    for measure, changed in trial.random.sample(offered, min(20, len(offered))):
        assert unsound(trial, sources[measure], changed) is None, (measure, changed)
