"""What an answer, the plan and the verdicts cost in the engine, from 22 to 1,000 measures."""

import json
from collections.abc import Callable, Iterator
from random import Random
from statistics import median
from time import perf_counter
from typing import Any

from bench.rule_books import ROLES, Book
from quiz import browser

SIZES = ((22, 40), (87, 76), (300, 200), (1000, 500))
AS_OF = "2018-11-24"
WALKS = 6


def report() -> Iterator[str]:
    """Yield one line for each size: milliseconds in CPython."""
    yield (
        "measures questions  load ms  first page  role  an answer: median  95 %  largest"
        "  pages  all verdicts  again"
    )
    for measures, questions in SIZES:
        text = json.dumps(Book(measures, questions).rules)
        yield line(measures, questions, walked(text, Random(measures), browser.load, browser.ask))


def line(measures: int, questions: int, found: dict[str, Any]) -> str:
    answers = sorted(found["answers"])
    return (
        f"{measures:8} {questions:9} {found['load']:8.1f} {found['first']:11.1f} "
        f"{found['role']:5.1f} "
        f"{median(answers):18.2f} {answers[len(answers) * 95 // 100]:5.2f} {answers[-1]:8.2f} "
        f"{found['pages']:6.1f} {found['verdicts']:13.1f} {found['again']:6.1f}"
    )


def walked(
    text: str, random: Random, load: Callable[[str], str], ask: Callable[[str], str]
) -> dict[str, Any]:
    """Answer at random what the plan asks, one role at a time; milliseconds for each step."""
    rules = json.loads(text)
    questions = {each["id"]: each for each in rules["questions"]}
    found: dict[str, Any] = {"load": timed(load, text)[1], "answers": [], "pages": 0}
    for walk in range(WALKS):
        answers: dict[str, Any] = {}
        plan, cost = asked(ask, answers, "plan")
        found.setdefault("first", cost)
        while (following := plan["plan"]["next"]) is not None:
            name = following["question"]
            given = answer(questions[name], following["options"], random, walk)
            answers[name] = answers.get(name, {}) | given if isinstance(given, dict) else given
            plan, cost = asked(ask, answers, "plan")
            found["pages"] += 1 / WALKS
            if name == "role":
                found["role"] = max(cost, found.get("role", 0))
            else:
                found["answers"].append(cost)
        found["verdicts"] = asked(ask, answers, "verdicts", "totals")[1]
        found["again"] = asked(ask, answers, "verdicts", "totals")[1]
    return found


def asked(ask: Callable[[str], str], answers: Any, *want: str) -> tuple[Any, float]:
    request = json.dumps({"answers": answers, "as_of": AS_OF, "only": None, "want": want})
    text, cost = timed(ask, request)
    found = json.loads(text)
    assert found["ok"], text
    return found, cost


def timed(work: Callable[[str], str], text: str) -> tuple[str, float]:
    start = perf_counter()
    found = work(text)
    return found, (perf_counter() - start) * 1000


def answer(question: Any, options: list[str], random: Random, walk: int) -> Any:
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
