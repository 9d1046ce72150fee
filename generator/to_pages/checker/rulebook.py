"""The compiled rules as the checker's pages need them: what hangs on what, and where to begin."""

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from generator.policy.frozen import plain
from quiz.evaluate import Verdict
from quiz.rules_from_json import rules_from
from quiz.session import Session

ROLE = "role"
FACTS = frozenset({"yes", "is", "number", "date", "term"})
"""Operators whose first operand is a question or a term."""
TABLES = frozenset({"any", "sum"})
"""Operators whose second operand is a question."""


@dataclass(frozen=True)
class Beginning:
    """Where a page begins: the first question, the answers that it takes for granted.

    `roles` are the options of the role question that matter, empty where it is not asked.
    """

    question: str
    answers: Mapping[str, Any]
    roles: tuple[str, ...]


class Rulebook:
    """rules.json, read; `digest` names its version, `start` says where the runtime's files are."""

    def __init__(self, text: bytes, start: Mapping[str, str], as_of: str) -> None:
        """`as_of` is any date: it decides nothing but which question comes first."""
        self.start = start
        self.digest = hashlib.sha256(text).hexdigest()[:12]
        self._as_of = as_of
        rules = json.loads(text)
        self.questions: Mapping[str, Any] = {each["id"]: each for each in rules["questions"]}
        self.measures: Mapping[str, Any] = {each["id"]: each for each in rules["measures"]}
        self._terms = rules["terms"]
        self._session = Session(rules_from(rules))

    def questions_of(self, measure: str) -> tuple[str, ...]:
        """The questions on which a measure hangs, through terms and guards, in their order."""
        found: set[str] = set()
        compiled = self.measures[measure]
        wanted = list(_facts([compiled["conditions"], compiled["amount"]]))
        while wanted:
            name = wanted.pop()
            if name in self._terms:
                wanted += _facts(self._terms[name])
            elif name not in found:
                found.add(name)
                question = self.questions[name]
                wanted += [*_facts(question["asked_if"]), *filter(None, [question["narrows"]])]
        return tuple(name for name in self.questions if name in found)

    def beginning(self, measure: str) -> Beginning:
        """How the page of one measure begins: its role is presupposed where only one can do."""
        options = [option["id"] for option in self.questions[ROLE]["options"]]
        able = tuple(role for role in options if self._possible(measure, _only(role, options)))
        answers = {ROLE: _only(able[0], options)} if len(able) == 1 else {}
        first = self._session.case(answers, self._as_of, [measure]).plan().next
        question = first.question if first else ROLE
        return Beginning(question, answers if first else {}, able if question == ROLE else ())

    def verdict(self, measure: str, answers: Mapping[str, Any], as_of: str) -> Verdict:
        """What the engine says of one measure for some answers on a day."""
        (verdict,) = self._session.case(plain(answers), as_of, [measure]).verdicts()
        return verdict

    def _possible(self, measure: str, role: Mapping[str, bool]) -> bool:
        (verdict,) = self._session.case({ROLE: role}, self._as_of, [measure]).verdicts()
        return bool(verdict.status != "ineligible")


def _only(role: str, options: list[str]) -> dict[str, bool]:
    return {option: option == role for option in options}


def _facts(rule: Any) -> Iterator[str]:
    """The questions and terms that a piece of rules.json names."""
    if isinstance(rule, dict):
        for value in rule.values():
            yield from _facts(value)
    elif isinstance(rule, list):
        match rule:
            case [str(operator), str(name), *_] if operator in FACTS:
                yield name
            case [str(operator), _, str(name), *_] if operator in TABLES:
                yield name
        for value in rule:
            yield from _facts(value)
