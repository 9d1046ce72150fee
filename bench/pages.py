"""How many pages of questions the people of the scenarios see, and how few could do."""

import json
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from random import Random
from statistics import mean
from typing import Any

from generator.from_yaml.load import load
from generator.policy.frozen import plain
from generator.to_rules.rules import to_rules
from quiz.expressions import guard
from quiz.live import confirmed, live_and_waiting
from quiz.rules import ROLE, variables_of
from quiz.rules_from_json import rules_from
from quiz.session import Case, Session

PROJECT = Path(__file__).parents[1]
EVERY = 8
"""Of so many scenarios one is searched for its best order."""
TRIES = 12

type Person = tuple[Mapping[str, Any], str]
"""A scenario's answers, and the day."""
type Choose = Callable[[Case], str | None]


def report() -> Iterator[str]:
    """Yield the mean and the largest number of pages for each way to order the questions."""
    policy = load(PROJECT)
    session = Session(rules_from(json.loads(to_rules(policy))))
    people = [
        (plain(scenario.answers), scenario.as_of)
        for document in policy.documents.values()
        for scenario in document.scenarios.values()
    ]
    some = people[::EVERY]
    yield f"{len(people)} people; searched {len(some)}, {TRIES} random orders each"
    yield "                               mean  worst"
    yield line("the plan", [pages(session, person, planned) for person in people])
    yield line("live questions in file order", [pages(session, each, in_order) for each in people])
    yield line("every question not barred", [pages(session, each, not_barred) for each in people])
    yield line("the plan, of those searched", [pages(session, person, planned) for person in some])
    yield line("best order found by search", [best(session, person) for person in some])


def line(name: str, counts: list[int]) -> str:
    return f"{name:29} {mean(counts):6.2f} {max(counts):6}"


def pages(session: Session, person: Person, choose: Choose) -> int:
    """Count the questions until none is left; what a person does not say is "don't know"."""
    given, as_of = person
    answers: dict[str, Any] = {}
    while (question := choose(session.case(answers, as_of))) is not None:
        answers[question] = answer(session, given, question)
    return len(answers)


def best(session: Session, person: Person) -> int:
    random = Random(1)
    orders = [planned, in_order, *[_at_random(random)] * TRIES]
    return min(pages(session, person, order) for order in orders)


def answer(session: Session, given: Mapping[str, Any], name: str) -> Any:
    """What a person answers: every tick that is not named is a no."""
    question = session.rules.questions[name]
    if question.type == "choices":
        ticks = given.get(name) or {}
        rest = None if name in given and given[name] is None and question.unknown else False
        return {option: ticks.get(option, rest) for option in question.options}
    if name in given:
        return given[name]
    return None if question.unknown else question.options[-1]


def planned(case: Case) -> str | None:
    found = case.plan().next
    return found.question if found else None


def _live(case: Case) -> list[str]:
    """The questions that matter now, in the order of the file; the roles before all others."""
    state = case._state
    live, _ = live_and_waiting(state)
    found = [
        name for name in state.rules.questions if name in live and confirmed(live[name], state)
    ]
    return [ROLE] if ROLE in found else found


def in_order(case: Case) -> str | None:
    return next(iter(_live(case)), None)


def not_barred(case: Case) -> str | None:
    """The next question that is not answered and whose guard is not known to fail."""
    state = case._state
    asked = (
        name
        for name, question in state.rules.questions.items()
        if name not in state.answers.raw
        and any(guard(each, state.sheet)[0] is not False for each in variables_of(question))
    )
    return next(asked, None)


def _at_random(random: Random) -> Choose:
    def choose(case: Case) -> str | None:
        found = _live(case)
        return random.choice(found) if found else None

    return choose
