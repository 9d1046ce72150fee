"""From the parsed JSON of a person's answers to facts; whatever is wrong with them is a typed
error.
"""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any, NamedTuple

from quiz.dates import days
from quiz.errors import QuizError
from quiz.rules import MOST_LINES, Field, Question, Rules, variable, variables_of

Line = Mapping[str, int | bool | None]
Fact = bool | str | tuple[int, int] | tuple[Line, ...] | None


class Answers(NamedTuple):
    """What was answered: `raw` as given by question, `facts` by variable; None is "don't know".

    A yes/no fact is a bool, a choice its option, a number or a date its first and last possible
    value (dates as days since year 1), rows a tuple of lines. A variable that is missing was not
    asked.
    """

    raw: Mapping[str, Any]
    facts: Mapping[str, Fact]


def answers_from(source: Any, rules: Rules) -> Answers:
    """Read answers; QuizError says which is wrong, and what is allowed."""
    if not isinstance(source, dict):
        raise QuizError("wrong_type", "", ("object",))
    facts: dict[str, Fact] = {}
    for name, value in source.items():
        question = rules.questions.get(name)
        if question is None:
            raise QuizError("unknown_question", str(name), tuple(rules.questions), str(name))
        if value is not None:
            facts |= READERS.get(question.type, _number)(question, value)
        elif question.unknown:
            facts |= dict.fromkeys(variables_of(question))
        else:
            raise QuizError("wrong_type", name, (ALLOWED.get(question.type, "integer"),))
    return Answers(source, facts)


def _yes_no(question: Question, value: Any) -> Mapping[str, Fact]:
    return {question.id: _bool(value, question.id)}


def _bool(value: Any, path: str) -> bool:
    if not isinstance(value, bool):
        raise QuizError("wrong_type", path, ("true", "false"))
    return value


def _choice(question: Question, value: Any) -> Mapping[str, Fact]:
    if not isinstance(value, str):
        raise QuizError("wrong_type", question.id, ("text",))
    return {question.id: _option(question, value, question.id)}


def _option(question: Question, value: str, path: str) -> str:
    if value not in question.options:
        raise QuizError("unknown_option", path, question.options, value)
    return value


def _choices(question: Question, value: Any) -> Mapping[str, Fact]:
    if not isinstance(value, dict):
        raise QuizError("wrong_type", question.id, ("object",))
    facts: dict[str, Fact] = {}
    for option, ticked in value.items():
        name = variable(question.id, _option(question, option, f"{question.id}.{option}"))
        if ticked is None and not question.unknown:
            raise QuizError("wrong_type", name, ("true", "false"))
        facts[name] = None if ticked is None else _bool(ticked, name)
    return facts


def _number(question: Question, value: Any) -> Mapping[str, Fact]:
    whole = _whole(value, question, question.id)
    return {question.id: (whole, whole)}


def _whole(value: Any, bounds: Question | Field, path: str) -> int:
    if isinstance(value, bool) or not isinstance(value, int):
        raise QuizError("wrong_type", path, ("integer",))
    if not bounds.least <= value <= bounds.most:
        raise QuizError("out_of_bounds", path, (str(bounds.least), str(bounds.most)))
    return value


def _date(question: Question, value: Any) -> Mapping[str, Fact]:
    if not isinstance(value, str):
        raise QuizError("wrong_type", question.id, ("text",))
    try:
        return {question.id: days(value)}
    except ValueError:
        allowed = ("YYYY", "YYYY-MM", "YYYY-MM-DD")
        raise QuizError("wrong_date", question.id, allowed) from None


def _rows(question: Question, value: Any) -> Mapping[str, Fact]:
    if not isinstance(value, list):
        raise QuizError("wrong_type", question.id, ("array",))
    if len(value) > MOST_LINES:
        raise QuizError("too_large", question.id, (str(MOST_LINES),))
    lines = (_line(question, line, f"{question.id}.{place}") for place, line in enumerate(value))
    return {question.id: tuple(lines)}


def _line(question: Question, value: Any, path: str) -> Line:
    if not isinstance(value, dict):
        raise QuizError("wrong_type", path, ("object",))
    line: dict[str, int | bool | None] = {}
    for name, cell in value.items():
        field = question.fields.get(name)
        if field is None:
            raise QuizError("unknown_option", f"{path}.{name}", tuple(question.fields), str(name))
        if cell is None:
            line[name] = None
        elif field.type == "yes_no":
            line[name] = _bool(cell, f"{path}.{name}")
        else:
            line[name] = _whole(cell, field, f"{path}.{name}")
    return line


READERS: Mapping[str, Callable[[Question, Any], Mapping[str, Fact]]] = MappingProxyType(
    {"yes_no": _yes_no, "choice": _choice, "choices": _choices, "date": _date, "rows": _rows}
)
ALLOWED: Mapping[str, str] = MappingProxyType(
    {"yes_no": "true", "choice": "text", "choices": "object", "date": "text", "rows": "array"}
)
