"""A fault in an operator of the engine is noticed: by the cases, by Python's eval, or on partial
answers.

What is expected of complete answers comes from Python's own eval; of partial ones from the healthy
engine, which `test_properties` proves exact.
"""

import json
from functools import cache
from itertools import chain
from random import Random
from typing import Any

import pytest

from quiz.rules_from_json import rules_from
from quiz.session import Session
from tests.engine.by_eval import facts_for, met, paid
from tests.engine.cases import DATA, wrong
from tests.engine.generated import generated
from tests.engine.mutants import HOME, Mutant, built_with, mutants
from tests.engine.sheets import AS_OF, complete, part

MODULES = ("logic", "expressions", "dates", "steps", "settle", "stretches", "favoured", "settler")
HARMLESS = json.loads((DATA / "harmless_mutants.json").read_text("utf-8"))
BOOKS = range(30)
SHEETS = 4


@cache
def samples() -> list[Any]:
    """Return rule books, each with complete and partial answers and what is expected of them."""
    found = []
    for seed in BOOKS:
        source = generated(seed, free=seed % 2 == 0)
        session, random = Session(rules_from(source)), Random(seed)
        whole = [complete(source, random) for _ in range(SHEETS)]
        parts = [part(each, random) for each in whole]
        found.append(
            (
                source,
                [(each, by_python(source, each)) for each in whole],
                [(each, by_engine(session, each)) for each in parts],
            )
        )
    return found


def by_python(source: Any, answers: Any) -> Any:
    found = []
    for each in source["measures"]:
        facts = facts_for(source, each, answers, AS_OF)
        holds = met(each["conditions"], facts)
        sum_ = paid(each["amount"], facts)[1:] if holds and each["amount"] else None
        found.append(("eligible" if holds else "ineligible", sum_))
    return found


def by_engine(session: Any, answers: Any) -> Any:
    case = session.case(answers, AS_OF.isoformat())
    found = [
        (each.status, each.amount, each.status_hangs_on, each.amount_hangs_on)
        for each in case.outcomes.values()
    ]
    return found, case.plan()


def noticed(mutant: Mutant) -> bool:
    """Tell whether an engine with a fault gives a wrong result, or none at all."""
    with built_with(mutant) as (session, rules):
        try:
            return any(wrong()) or wrong_sample(session, rules)
        except Exception:
            return True


def wrong_sample(session: Any, rules: Any) -> bool:
    for source, complete_, part_ in samples():
        trial = session.Session(rules.rules_from(source))
        if any(by_engine(trial, each) != expected for each, expected in part_):
            return True
        for each, expected in complete_:
            found = by_engine(trial, each)[0]
            if expected != [(status, paid_ and paid_[1:3]) for status, paid_, *_ in found]:
                return True
    return False


def test_the_healthy_engine_passes_what_the_faulty_ones_must_not() -> None:
    healthy = (HOME / "logic.py").read_text("utf-8")
    assert not noticed(Mutant("logic", "", "", healthy))


@pytest.mark.parametrize("module", MODULES)
def test_a_fault_in_the_engine_is_noticed(module: str) -> None:
    samples()
    every = list(mutants(module))
    missed = sorted([each.line, each.what] for each in every if not noticed(each))
    excused = sorted([each["line"], each["what"]] for each in HARMLESS.get(module, ()))
    assert excused == missed
    assert len(every) > 10


def test_each_harmless_fault_says_why_it_is_harmless() -> None:
    assert all(each["why"] for each in chain.from_iterable(HARMLESS.values()))
