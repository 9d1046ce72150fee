"""The second evaluator over the rules as they are written in the data, before they are compiled.

Periods are counted in months and percentages as shares of one, so that `years(1)` meets an answer
in months.
"""

import re
from datetime import date, timedelta
from fractions import Fraction
from functools import cached_property
from types import SimpleNamespace
from typing import Any

from generator.policy.document import Document
from generator.policy.measure import Amount, Condition, Measure
from generator.policy.policy import Policy
from tests.engine.by_eval import ABSENT, Facts, paid, years_or_months_before

MONTHS = 12


class Source:
    """The rules of a policy as the data has them."""

    def __init__(self, policy: Policy, document: Document) -> None:
        self._policy = policy
        self._document = document

    @cached_property
    def rules(self) -> Any:
        """The questions and terms, in the shape that `Facts` reads."""
        questions = [
            {
                "id": name,
                "type": each.type,
                "asked_if": each.asked_if,
                "narrows": each.narrows,
                "options": [{"id": option} for option in each.options],
                "fields": [{"id": name, "type": field.type} for name, field in each.fields.items()],
            }
            for name, each in self._policy.questions.items()
        ]
        return {
            "questions": questions,
            "terms": {name: each.rule for name, each in self._policy.terms.items()},
        }

    def outcome(self, name: str, answers: Any, as_of: date) -> Any:
        """Return whether a measure is met, and its kind, low and high where it pays anything."""
        measure = self._document.measures[name]
        facts = SourceFacts(self.rules, answers, as_of, _readings(measure))
        held = all(met(each, facts) for each in measure.conditions)
        if not held or set(self._once(name, measure)) & _ticked(answers.get("received")):
            return False, None
        if measure.amount is None:
            return True, None
        return True, paid(_stated(measure.amount), facts)

    def _once(self, name: str, measure: Measure) -> list[str]:
        """Return the measures of which one already received rules a measure out."""
        group, measures = measure.only_one_of, self._document.measures
        if group is None:
            return [name] if measure.once else []
        return [each for each in measures if measures[each].only_one_of == group]


def _ticked(answer: Any) -> set[str]:
    return {option.replace("_", "-") for option, on in (answer or {}).items() if on}


def _stated(amount: Amount) -> Any:
    """Return an amount in the shape that `paid` reads: a case holds only what it says otherwise."""
    stated = amount.model_dump(by_alias=True)
    cases = ({key: value for key, value in case.items() if value} for case in stated["cases"])
    return {**stated, "cases": list(cases)}


def _readings(measure: Measure) -> Any:
    return {
        name: SimpleNamespace(**{each: each == stated.taken for each in stated.readings})
        for name, stated in measure.interpretations.items()
    }


class SourceFacts(Facts):
    """The names that a rule of the data may use."""

    def __init__(self, rules: Any, answers: Any, as_of: date, readings: Any) -> None:
        super().__init__(rules, answers, as_of, readings)
        self.update(months=int, years=lambda number: MONTHS * number, within=self._within)
        self.update(days=lambda number: timedelta(days=number))

    def text(self, source: Any) -> str:
        return f"({source})"

    def number(self, kind: str, answer: Any) -> Any:
        if kind == "percent":
            return Fraction(answer, 100)
        return MONTHS * answer if kind == "years" else answer

    def _within(self, day: Any, back: Any) -> bool:
        if day is ABSENT:
            return False
        if isinstance(back, timedelta):
            return bool(day >= self._as_of - back)
        return bool(day >= years_or_months_before(back)(self._as_of))


def met(condition: Condition, facts: Facts, who: str = "") -> bool:
    """Tell whether a condition of the data holds, for one line of a for_some."""
    if condition.for_some is not None:
        return any(_all(condition, facts, option) for option in condition.for_some.who)
    if condition.any_of is not None:
        return any(met(each, facts, who) for each in condition.any_of)
    if condition.all_of is not None:
        return _all(condition, facts, who)
    if condition.if_ is not None:
        return _holds(condition.if_, facts, who)
    outcomes = [each for each in (condition.met_if, condition.open_if) if each is not None]
    return not outcomes or any(_holds(each, facts, who) for each in outcomes)


def _all(condition: Condition, facts: Facts, who: str) -> bool:
    return all(met(each, facts, who) for each in condition.all_of or ())


def _holds(text: str, facts: Facts, who: str) -> bool:
    return bool(facts.value(re.sub(r"\.who\b", f".{who}", text)))
