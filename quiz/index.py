"""Which facts a measure hangs on, and which measures hang on a fact: terms, guards and amounts
included.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from quiz.errors import QuizError
from quiz.rules import ALWAYS, Amount, Expression, Measure, Rules


class Index:
    """The variables behind every term, guard and measure of a rule book; QuizError where rules go
    in a circle.
    """

    def __init__(self, rules: Rules) -> None:
        self._rules = rules
        self._behind: dict[tuple[str, str], frozenset[str]] = {}
        self._open: set[tuple[str, str]] = set()
        for term in rules.terms:
            self._rule("term", term)
        for name in rules.guards:
            self._rule("guard", name)
        self.variables: Mapping[str, frozenset[str]] = {
            each.id: self._of_measure(each) for each in rules.measures.values()
        }
        self.sums: Mapping[str, frozenset[str]] = {
            each.id: self._of(_parts(each.amount)) if each.amount else frozenset()
            for each in rules.measures.values()
        }
        measures: dict[str, list[str]] = {name: [] for name in rules.owners}
        for measure, names in self.variables.items():
            for name in names:
                measures[name].append(measure)
        self.measures: Mapping[str, tuple[str, ...]] = {
            name: tuple(found) for name, found in measures.items()
        }

    def _of_measure(self, measure: Measure) -> frozenset[str]:
        return self._of([measure.meets, *(_parts(measure.amount) if measure.amount else ())])

    def _of(self, parts: Iterable[Any]) -> frozenset[str]:
        found: set[str] = set()
        waiting = list(parts)
        while waiting:
            part = waiting.pop()
            if isinstance(part, tuple):
                waiting += part[1:]
                found |= self._behind_part(part)
        return frozenset(found)

    def _behind_part(self, part: Expression) -> frozenset[str]:
        kind = part[0]
        if kind == "term":
            return self._rule("term", part[1])
        if kind in ("fact", "chosen", "number", "within", "same_year"):
            return self._fact(part[1])
        return self._fact(part[2]) if kind in ("any", "sum") else frozenset()

    def _fact(self, name: str) -> frozenset[str]:
        guarded = name in self._rules.guards
        return (self._rule("guard", name) if guarded else frozenset()) | {name}

    def _rule(self, kind: str, name: str) -> frozenset[str]:
        key = (kind, name)
        if key not in self._behind:
            if key in self._open:
                raise QuizError("bad_rules", name)
            self._open.add(key)
            rules = self._rules.terms if kind == "term" else self._rules.guards
            self._behind[key] = self._of([rules[name]])
        return self._behind[key]


def _parts(amount: Amount) -> list[Any]:
    """Return the expressions of an amount; the lines that it goes over count as one."""
    parts: list[Any] = [("any", "r", amount.over, ALWAYS)] if amount.over else []
    for factor in (*amount.product, *amount.low, *amount.high):
        parts += [factor.value, factor.at_most]
    for case in amount.cases:
        parts += [case.condition, *_parts(case.amount)]
    return parts
