"""From rules to requests that lead the engine through all that it does."""

import json
from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType
from typing import Any

AS_OF = "2026-02-28"
WANT = ["plan", "barred", "verdicts", "totals"]
BAD_DATE = "2025-02-30"


def requests_for(rules: Mapping[str, Any]) -> list[str]:
    """Return requests to the engine's one door as JSON texts: all kinds of sheets and mistakes.

    `rules` is the content of rules.json. The list depends on nothing else.
    """
    questions = rules["questions"]
    turns = range(2 * max((len(_kinds(each)) for each in questions), default=1))
    sheets = [{each["id"]: _turn(_kinds(each), turn) for each in questions} for turn in turns]
    halves = [dict(list(sheet.items())[: len(sheet) // 2]) for sheet in sheets]
    answers = [{}, *sheets, *halves, *_mistakes(questions)]
    return [*map(_request, answers), *_unreadable()]


def _request(answers: object) -> str:
    asked = {"answers": answers, "as_of": AS_OF, "only": None, "want": WANT}
    return json.dumps(asked, ensure_ascii=False)


def _turn(kinds: list[Any], turn: int) -> Any:
    return kinds[turn % len(kinds)]


def _kinds(question: Mapping[str, Any]) -> list[Any]:
    """Return one answer of each kind that a question, or the field of a row, can get."""
    kinds = KINDS.get(question["type"], _numbers)(question)
    return [*kinds, None] if question.get("unknown", True) else kinds


def _numbers(question: Mapping[str, Any]) -> list[Any]:
    least, most = question["least"], question["most"]
    return [(least + most) // 2, least, most]


def _choices(question: Mapping[str, Any]) -> list[Any]:
    options = [option["id"] for option in question["options"]]
    alone = [{each: each == ticked for each in options} for ticked in options]
    return [*alone, dict.fromkeys(options, True), dict.fromkeys(options, False)]


def _rows(question: Mapping[str, Any]) -> list[Any]:
    lines = [
        {field["id"]: _turn(_kinds(field), at) for field in question["fields"]} for at in range(3)
    ]
    return [lines, lines[:1], []]


KINDS: Mapping[str, Callable[[Mapping[str, Any]], list[Any]]] = MappingProxyType(
    {
        "yes_no": lambda _: [True, False],
        "choice": lambda question: [option["id"] for option in question["options"]],
        "choices": _choices,
        "date": lambda _: ["2025-07", "2024", "2025-12-31"],
        "rows": _rows,
    }
)


def _mistakes(questions: list[Mapping[str, Any]]) -> Iterator[object]:
    yield {"no_such_question": True}
    yield []
    for each in questions:
        yield {each["id"] + "x": True}
        yield {each["id"]: {"no_such_option": True}}
        yield {each["id"]: BAD_DATE}
        yield {each["id"]: 10**12}
        yield {each["id"]: [{}] * 51}


def _unreadable() -> Iterator[str]:
    yield "{"
    yield "[]"
    yield json.dumps({"answers": {}, "as_of": "yesterday", "only": None, "want": WANT})
    yield "[" * 100_000
