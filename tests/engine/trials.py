"""A rule book with answers that are tried on it: the engine leads the way, Python's eval judges."""

from collections.abc import Iterator, Sequence
from itertools import islice
from random import Random
from typing import Any

from quiz.changes import Setting
from quiz.plan import Plan
from quiz.rules import variable
from quiz.rules_from_json import rules_from
from quiz.session import Case, Session
from tests.engine.by_eval import facts_for, met, paid
from tests.engine.changed import applied
from tests.engine.completions import Slot, completion, missing, pairs
from tests.engine.generated import generated
from tests.engine.sheets import AS_OF, complete, part

TODAY = AS_OF.isoformat()
STEPS = range(21)


class Trial:
    """A generated rule book with partial answers, and the complete ones that they are part of."""

    def __init__(self, seeds: tuple[int, int], *, free: bool = True) -> None:
        self.random = Random(seeds[1])
        self.source = generated(seeds[0], free=free)
        self.session = Session(rules_from(self.source))
        self.whole = complete(self.source, self.random)
        self.part = part(self.whole, self.random)

    def full(self, answers: Any) -> Any:
        """Return answers with all that they lack filled in from the complete ones."""
        return {name: _full(value, answers.get(name)) for name, value in self.whole.items()}

    def missing_behind(self, measure: str) -> list[Slot]:
        """List what a measure hangs on and the partial answers lack; tables left out."""
        behind = self.session.index.variables[measure]
        return [each for each in missing(self.source, self.part) if variable(*each) in behind]

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


def _full(whole: Any, given: Any) -> Any:
    if isinstance(whole, dict):
        known = {key: on for key, on in (given or {}).items() if on is not None}
        return {**whole, **known}
    if given is None:
        return whole
    # A date that says less is the beginning of the one that says all.
    return whole if isinstance(given, str) and whole.startswith(given) else given


def completed(trial: Trial, measure: Any, never: str) -> str:
    """Return the status by Python of a completion that the engine leads to, past one status."""

    def hopeful(tried: Any) -> bool:
        return trial.status(measure["id"], tried) != never

    slots = trial.missing_behind(measure["id"])
    found = completion(trial.source, trial.part, slots, hopeful)
    assert found is not None
    status: str = trial.expected(measure, trial.full(found))[0]
    return status


def asked(trial: Trial, plan: Plan) -> Iterator[Slot]:
    """Yield the facts that a plan asks for next."""
    if plan.next is not None:
        sources = {each["id"]: each for each in trial.source["questions"]}
        ticks = sources[plan.next.question]["type"] == "choices"
        for option in plan.next.options if ticks else (None,):
            yield plan.next.question, option


def changes_something(trial: Trial, plan: Plan, slot: Slot) -> bool:
    assert plan.next is not None
    sources = {each["id"]: each for each in trial.source["measures"]}
    return any(changes(trial, sources[name], slot) for name in plan.next.measures)


def changes(trial: Trial, measure: Any, slot: Slot) -> bool:
    """Look for a completion on which one answer decides; the engine leads the way, Python
    judges.
    """
    name = measure["id"]

    def seen(one: Any, other: Any) -> Any:
        pair = [trial.session.case(each, TODAY, [name]).outcomes[name] for each in (one, other)]
        open_ = any(each.status_hangs_on or each.amount_hangs_on for each in pair)
        first, second = (
            (each.status, each.amount, each.status_hangs_on, each.amount_hangs_on) for each in pair
        )
        return (first, second) if open_ or first != second else None

    slots = [each for each in trial.missing_behind(name) if each != slot]
    found = pairs(trial.source, trial.part, slot, slots, seen)
    return any(
        trial.expected(measure, trial.full(one)) != trial.expected(measure, trial.full(other))
        for one, other in islice(found, 300)
    )


def unsound(trial: Trial, measure: Any, changed: Sequence[Setting]) -> str | None:
    """Say what is wrong with a set that is to change a no; None where it works and is minimal."""
    if any(each.question == "role" for each in changed):
        return "who one is cannot be otherwise"
    if statuses(trial, measure, changed) != {"eligible"}:
        return "does not work for all that it allows"
    fewer = ([each for each in changed if each is not left] for left in changed)
    if any("ineligible" not in statuses(trial, measure, each) for each in fewer):
        return "holds more than is needed"
    return None


def statuses(trial: Trial, measure: Any, changed: Sequence[Setting]) -> set[str]:
    """Return the statuses by Python for a run of values that a set allows, both ends included."""
    return {
        trial.expected(measure, applied(trial.session.rules, trial.whole, changed, step))[0]
        for step in STEPS
    }
