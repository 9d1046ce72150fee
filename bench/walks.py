"""Walks of people through a rule book, recorded as requests that any engine can be put to again."""

import json
from collections.abc import Callable, Iterator
from random import Random
from typing import Any, NamedTuple

from bench.rule_books import ROLES
from quiz import browser

AS_OF = "2018-11-24"
WALKS = 6

type Ask = Callable[[str], str]


class Request(NamedTuple):
    """A request, and the step of a walk that it is: first, role, answer, verdicts or again."""

    step: str
    text: str


def recorded(rules_text: str, seed: int) -> list[Request]:
    """Answer at random what the plan asks, one role at a time, and ask for all verdicts twice."""
    assert json.loads(browser.load(rules_text))["ok"]
    questions = {each["id"]: each for each in json.loads(rules_text)["questions"]}
    random = Random(seed)
    return [each for walk in range(WALKS) for each in _walk(questions, random, walk)]


def _walk(questions: Any, random: Random, walk: int) -> Iterator[Request]:
    answers: dict[str, Any] = {}
    # Only the first page of all finds an engine that has worked nothing out.
    step = "answer" if walk else "first"
    while True:
        request = _request(step, answers, "plan")
        yield request
        following = json.loads(browser.ask(request.text))["plan"]["next"]
        if following is None:
            break
        name = following["question"]
        given = _answer(questions[name], following["options"], random, walk)
        answers[name] = answers.get(name, {}) | given if isinstance(given, dict) else given
        step = "role" if name == "role" else "answer"
    yield from (_request(each, answers, "verdicts", "totals") for each in ("verdicts", "again"))


def _request(step: str, answers: Any, *want: str) -> Request:
    asked = {"answers": answers, "as_of": AS_OF, "only": None, "want": want}
    return Request(step, json.dumps(asked))


def _answer(question: Any, options: list[str], random: Random, walk: int) -> Any:
    """Return an answer as a person gives it: most boxes stay empty."""
    kind = question["type"]
    if question["id"] == "role":
        return {each: each == ROLES[walk % len(ROLES)] for each in options}
    if kind == "choices":
        return {each: random.random() < 0.3 for each in options}
    if kind == "choice":
        return random.choice(options)
    if kind == "yes_no":
        return random.random() < 0.6
    return random.randrange(60) if kind == "count" else f"20{random.randrange(10, 19)}-06-30"
