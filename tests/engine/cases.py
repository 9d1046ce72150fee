"""The data files of cases, one for each operator, and what the engine that is loaded makes of a
case.

The engine's modules are looked up when a case runs, so that a faulty engine can be put through the
same cases.
"""

import json
from collections.abc import Iterator
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
SETTLED, SUMS, DAYS, BEFORE = (
    json.loads((DATA / f"{name}.json").read_text("utf-8"))
    for name in ("settled", "sums", "days", "before")
)
QUESTIONS = json.loads((DATA / "questions.json").read_text("utf-8"))
AS_OF = "2018-11-24"
DECIDED = {"eligible": True, "ineligible": False, "unknown": None}


class Bench:
    """The loaded engine with the questions of the cases."""

    def __init__(self) -> None:
        self._expressions: Any = import_module("quiz.expressions")
        self._read: Any = import_module("quiz.expression_from_json")
        self._answers: Any = import_module("quiz.answers_from_json")
        self._session: Any = import_module("quiz.session")
        self._sheet: Any = import_module("quiz.sheet")
        self._settle: Any = import_module("quiz.settle")
        self._favoured: Any = import_module("quiz.favoured")
        self._dates: Any = import_module("quiz.dates")
        self._rules_from: Any = import_module("quiz.rules_from_json").rules_from
        self.rules = self._rules_from(make.book(QUESTIONS, [], TERMS))
        readings = {"length": ("short", "long")}
        self._names = self._read.Names(self.rules.questions, frozenset(TERMS), readings)

    def worth(self, source: Any, answers: Any) -> Any:
        """Return true, false or null for a condition, [low, high] or "absent" for a number."""
        sheet = self._sheet_of(answers)
        try:
            return self._expressions.truth(self._read.truth_from(source, self._names), sheet)[0]
        except (KeyError, ValueError):
            expression, _ = self._read.number_from(source, self._names)
            value, _ = self._expressions.number(expression, sheet)
            return "absent" if value.there is False else [value.low, value.high]

    def settled(self, source: Any, answers: Any) -> Any:
        """Return true, false or null for a condition, exactly."""
        expression = self._read.truth_from(source, self._names)
        return self._settle.settle(expression, self._sheet_of(answers))

    def decided(self) -> list[str]:
        """List the settled cases that come out otherwise for a measure with nothing but the
        condition.

        Each measure is asked without answers first, so that what a session remembers is tried too.
        """
        measures = [
            make.measure(f"m{n}", True, each["expression"]) for n, each in enumerate(SETTLED)
        ]
        rules = self._rules_from(make.book(QUESTIONS, measures, TERMS))
        session = self._session.Session(rules)
        found = [] if {each.status for each in session.case({}, AS_OF).outcomes.values()} else [""]
        for measure, each in zip(rules.measures, SETTLED, strict=True):
            outcome = session.case(each["answers"], AS_OF, [measure]).outcomes[measure]
            if each["expected"] is not DECIDED[outcome.status]:
                found.append(each["title"])
        return found

    def helped(self, source: Any, answers: Any) -> bool:
        """Tell whether a condition may hold, when the facts that only help it are supposed."""
        expression, sheet = self._read.truth_from(source, self._names), self._sheet_of(answers)
        helping = self._favoured.favoured(expression, self.rules)
        unanswered = {name: fact for name, fact in helping.items() if sheet.facts.get(name) is None}
        found = self._settle.completion(expression, True, sheet.supposing(unanswered))
        return found is not None

    def _sheet_of(self, answers: Any) -> Any:
        facts = self._answers.answers_from(answers, self.rules).facts
        sheet = self._sheet.Sheet(self.rules, facts, self._session.day_from(AS_OF))
        return sheet.under({"length": "short"})

    def sum(self, amount: Any, answers: Any) -> Any:
        """Return the bounds of an amount and its worked lines."""
        rules = self._rules_from(make.book(QUESTIONS, [make.measure("m", amount=amount)], TERMS))
        paid = self._session.Session(rules).case(answers, AS_OF).outcomes["m"].amount
        steps = [
            {
                "row": step.row,
                "low": step.low,
                "high": step.high,
                "factors": [list(factor[:4]) for factor in step.factors],
            }
            for step in paid.steps
        ]
        return [paid.low, paid.high], steps

    def days(self, text: str) -> Any:
        """Return the first and last day of a date, null where it is none."""
        try:
            return [self._dates.written(day) for day in self._dates.days(text)]
        except ValueError:
            return None

    def before(self, day: str, unit: str, number: int) -> str:
        """Return the day that lies a number of units before another."""
        start = self._session.day_from(day)
        found: str = self._dates.written(self._dates.before(start, unit, number))
        return found


def wrong() -> Iterator[str]:
    """Yield the cases that the engine that is loaded gets wrong, each by its title."""
    bench = Bench()
    yield from (each["title"] for _, each in CASES if not right(bench, each))
    for each in SETTLED:
        said, case = each["expected"], (each["expression"], each["answers"])
        if said is not bench.settled(*case) or bench.helped(*case) is (said is False):
            yield each["title"]
    for each in SUMS:
        if (each["expected"], each["steps"]) != bench.sum(each["amount"], each["answers"]):
            yield each["title"]
    yield from (each["text"] for each in DAYS if each["days"] != bench.days(each["text"]))
    for each in BEFORE:
        if each["before"] != bench.before(each["day"], each["unit"], each["number"]):
            yield each["day"]
    yield from bench.decided()


def right(bench: Bench, case: Any) -> bool:
    """Tell whether an operator gives what its case says."""
    return bool(case["expected"] == bench.worth(case["expression"], case["answers"]))
