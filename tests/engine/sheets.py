"""Answers drawn at random for any rule book: complete ones, and parts of them."""

from datetime import date, timedelta
from random import Random
from typing import Any

AS_OF = date(2024, 2, 29)


def complete(rules: Any, random: Random) -> Any:
    """Return an answer to every question, dates to the day, most of them near a threshold."""
    return {each["id"]: answer(each, random) for each in rules["questions"]}


def answer(question: Any, random: Random) -> Any:
    """Return one complete answer to a question."""
    kind = question["type"]
    options = [each["id"] for each in question.get("options", ())]
    if kind == "choice":
        return random.choice(options)
    if kind == "choices":
        return {each: random.random() < 0.5 for each in options}
    if kind == "date":
        return day(random).isoformat()
    if kind == "rows":
        lines = range(random.choice([0, 1, 1, 2, 3]))
        return [
            {each["id"]: cell(each, random) for each in question.get("fields", ())} for _ in lines
        ]
    return cell(question, random)


def cell(of: Any, random: Random) -> Any:
    """Return a yes or no, or a number within bounds, small ones more often."""
    if of["type"] == "yes_no":
        return random.random() < 0.5
    least, most = of["least"], of["most"]
    return random.choice([least, most, random.randint(least, most), least + random.randrange(8)])


def day(random: Random) -> date:
    """Return a day on or near a round number of months or years before the day of judgement."""
    years, months = random.randrange(7), random.choice([0, 0, 0, 1, 6])
    start = date(AS_OF.year - years - (months > 1), (AS_OF.month - months - 1) % 12 + 1, 28)
    return start + timedelta(days=random.randrange(-2, 4))


def part(answers: Any, random: Random) -> Any:
    """Leave out some answers, some options, some cells; say "don't know" to others."""
    found = {}
    for name, value in answers.items():
        chance = random.random()
        if chance < 0.35:
            continue
        found[name] = None if chance < 0.45 and name != "role" else _less(name, value, random)
    return found


def _less(name: str, value: Any, random: Random) -> Any:
    if isinstance(value, dict) and name != "role":
        return {each: on for each, on in value.items() if random.random() < 0.8}
    if isinstance(value, list):
        return [_less(name, line, random) for line in value]
    if isinstance(value, str) and value[:4].isdigit() and random.random() < 0.3:
        return value[: random.choice([4, 7])]
    return value
