"""A fault in the engine is noticed: by the cases, by Python's eval, or on partial answers.

What is expected of complete answers comes from Python's own eval: status, sum, reasons, decisions
to come, groups and totals. What is expected of partial ones, and of plans and changes offered,
comes from the healthy engine, which `test_properties` proves exact.
"""

import json
from collections.abc import Iterator
from functools import cache
from importlib import import_module
from itertools import chain
from random import Random
from typing import Any

import pytest

from quiz.rules_from_json import rules_from
from quiz.session import Session
from quiz.to_json import to_json
from tests.engine.against_eval import differences
from tests.engine.cases import DATA, wrong
from tests.engine.generated import generated
from tests.engine.mutants import HOME, Mutant, built_with, mutants
from tests.engine.rivals import rivals, waiting
from tests.engine.sheets import AS_OF, complete, part

OPERATORS = ("logic", "expressions", "dates", "steps", "amounts")
UNKNOWNS = ("sheet", "settle", "stretches", "favoured", "settler", "session")
EXPLAINED = ("evaluate", "reasons", "changes", "ways", "groups", "totals")
ASKING = ("index", "live", "relevance", "moved", "plan")
MODULES = (*OPERATORS, *UNKNOWNS, *EXPLAINED, *ASKING)
HARMLESS = json.loads((DATA / "harmless_mutants.json").read_text("utf-8"))
BOOKS = range(30)
MANY = range(24)
SHEETS = 3
LATER = "2026-03-31"


@cache
def samples() -> list[Any]:
    """Return rule books, each with complete answers, and all answers with what the healthy engine
    makes of them.
    """
    found = []
    drawn = [generated(seed, free=seed % 2 == 0) for seed in BOOKS]
    drawn += [rivals(seed) for seed in MANY] + [waiting()]
    for seed, source in enumerate(drawn):
        session, random = Session(rules_from(source)), Random(seed)
        whole = [complete(source, random) for _ in range(SHEETS)]
        parts = [part(each, random) for each in whole]
        seen = [(each, by_engine(session, *each)) for each in asked(parts, whole)]
        found.append((source, whole, seen))
    return found


def asked(parts: list[Any], whole: list[Any]) -> Iterator[Any]:
    """Yield what an engine is asked: answers, day and measures, one after the other."""
    today = AS_OF.isoformat()
    for answers in ({}, *parts, *whole):
        yield answers, today, None
        yield answers, LATER, None
    for only in (["m0"], ["nobody"]):
        yield whole[0], today, only


def by_engine(session: Any, answers: Any, day: str, only: Any) -> Any:
    """Return all that an engine says of answers, or why it refuses them."""
    # The errors of an engine with a fault are other classes than those of the healthy one.
    errors: Any = import_module("quiz.errors")
    try:
        case = session.case(answers, day, only)
    except errors.QuizError as refused:
        return refused.code
    hanging = [(each.status_hangs_on, each.amount_hangs_on) for each in case.outcomes.values()]
    said = to_json((case.plan(), case.verdicts(), case.totals()))
    live: Any = import_module("quiz.live")
    return hanging, said, live.live_and_waiting(case._state), list(mattering(case._state))


def mattering(state: Any) -> Iterator[Any]:
    """Yield of each open fact whether a status hangs on it, is soon seen to, and of each that was
    not asked whether it moves a sum.
    """
    relevance, moved = (import_module(f"quiz.{each}") for each in ("relevance", "moved"))
    for name, outcome in state.outcomes.items():
        rule = state.rules.measures[name]
        sheet = state.sheet.under(rule.taken)
        for each in dict.fromkeys(outcome.status_hangs_on):
            yield relevance.matters(each, rule.meets, sheet)
            yield relevance.decides(each, rule.meets, sheet)
        for each in sorted(state.behind.sums[name] - state.answers.facts.keys()):
            yield moved.moves_sum(each, rule, sheet)


def noticed(mutant: Mutant) -> bool:
    """Tell whether an engine with a fault gives a wrong result, or none at all."""
    with built_with(mutant) as (session, rules):
        try:
            return any(wrong()) or wrong_sample(session, rules)
        except Exception:
            return True


def wrong_sample(session: Any, rules: Any) -> bool:
    for source, whole, seen in samples():
        trial = session.Session(rules.rules_from(source))
        if len(session.evaluate(trial.rules, {}, LATER)) != len(source["measures"]):
            return True
        if any(by_engine(trial, *each) != expected for each, expected in seen):
            return True
        for answers in whole:
            case = trial.case(answers, AS_OF.isoformat())
            if next(differences(source, case, answers), None):
                return True
    return False


def test_the_healthy_engine_passes_what_the_faulty_ones_must_not() -> None:
    samples()
    healthy = (HOME / "logic.py").read_text("utf-8")
    assert not noticed(Mutant("logic", "", "", healthy))


@pytest.mark.parametrize("module", MODULES)
def test_a_fault_in_the_engine_is_noticed(module: str) -> None:
    samples()
    every = list(mutants(module))
    missed = sorted([each.line, each.what] for each in every if not noticed(each))
    excused = sorted([each["line"], each["what"]] for each in HARMLESS.get(module, ()))
    assert excused == missed
    assert len(every) > 5


def test_each_harmless_fault_says_why_it_is_harmless() -> None:
    assert all(each["why"] for each in chain.from_iterable(HARMLESS.values()))
