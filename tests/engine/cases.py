"""The data files of cases, one for each operator, and what the engine that is loaded makes of a
case.

The engine's modules are looked up when a case runs, so that a faulty engine can be put through the
same cases.
"""

import json
from importlib import import_module
from pathlib import Path
from typing import Any

from tests.engine import book as make

DATA = Path(__file__).parent / "data"
FILES = {
    path.stem: json.loads(path.read_text("utf-8"))
    for path in sorted((DATA / "operators").glob("*.json"))
}
CASES = [(name, case) for name, file in FILES.items() for case in file["cases"]]
TERMS = {"settled": ["and", ["yes", "works"], ["is", "size", "small"]]}
QUESTIONS = json.loads((DATA / "questions.json").read_text("utf-8"))
AS_OF = "2018-11-24"


class Bench:
    """The loaded engine with the questions of the cases."""

    def __init__(self) -> None:
        self._expressions: Any = import_module("quiz.expressions")
        self._read: Any = import_module("quiz.expression_from_json")
        self._answers: Any = import_module("quiz.answers_from_json")
        self._session: Any = import_module("quiz.session")
        self._sheet: Any = import_module("quiz.sheet")
        rules_from: Any = import_module("quiz.rules_from_json").rules_from
        self.rules = rules_from(make.book(QUESTIONS, [], TERMS))
        readings = {"length": ("short", "long")}
        self._names = self._read.Names(self.rules.questions, frozenset(TERMS), readings)

    def worth(self, source: Any, answers: Any) -> Any:
        """Return true, false or null for a condition, [low, high] or "absent" for a number."""
        facts = self._answers.answers_from(answers, self.rules).facts
        sheet = self._sheet.Sheet(self.rules, facts, self._session.day_from(AS_OF))
        sheet = sheet.under({"length": "short"})
        try:
            return self._expressions.truth(self._read.truth_from(source, self._names), sheet)[0]
        except (KeyError, ValueError):
            expression, _ = self._read.number_from(source, self._names)
            value, _ = self._expressions.number(expression, sheet)
            return "absent" if value.there is False else [value.low, value.high]
