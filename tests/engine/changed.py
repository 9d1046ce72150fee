"""Answers changed as a set of changes says."""

from collections.abc import Iterable, Mapping
from typing import Any

from quiz.changes import Setting
from quiz.dates import ALL_DAYS, days, written
from quiz.rules import Rules
from tests.engine.completions import filled

STEPS = 20


def applied(rules: Rules, answers: Any, changed: Iterable[Setting], step: int = 0) -> Any:
    """Change answers as a set says, numbers and dates by so many twentieths of what it allows."""
    for each in changed:
        to: Any = each.to
        if isinstance(to, Mapping):
            question = rules.questions[each.question]
            bounds = ALL_DAYS if question.type == "date" else (question.least, question.most)
            named = zip(("at_least", "at_most"), bounds, strict=True)
            low, high = (_day_or_number(to.get(name, bound)) for name, bound in named)
            to = low + (high - low) * step // STEPS
            to = written(to) if question.type == "date" else to
        answers = filled(answers, (each.question, each.option), to)
    return answers


def _day_or_number(value: int | str) -> int:
    return value if isinstance(value, int) else days(value)[0]
