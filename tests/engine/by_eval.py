"""The second evaluator: Python's own `eval` of the text of the rules, over complete answers."""

from calendar import monthrange
from copy import copy
from datetime import date, timedelta
from fractions import Fraction
from functools import cache
from math import floor, prod
from types import CodeType, SimpleNamespace
from typing import Any

from tests.engine.to_python import to_python


class Absent:
    """A number that is not there: no comparison with it holds, and it counts nothing in a sum."""

    def _no(self, _: object) -> bool:
        return False

    __lt__ = __le__ = __gt__ = __ge__ = _no
    __eq__ = __ne__ = _no
    __hash__ = object.__hash__

    def __add__(self, other: Any) -> Any:
        return other

    __radd__ = __add__

    def __sub__(self, other: Any) -> Any:
        return self if isinstance(other, Absent) else -other

    def __rsub__(self, other: Any) -> Any:
        return other

    def __mul__(self, _: Any) -> Any:
        return self

    __rmul__ = __mul__


ABSENT = Absent()


@cache
def _code(text: str) -> CodeType:
    return compile(text, "<rule>", "eval")


class Facts(dict[str, Any]):
    """The names that a rule may use, worked out when they are first looked up."""

    def __init__(self, rules: Any, answers: Any, as_of: date, readings: Any = None) -> None:
        super().__init__(FUNCTIONS, within=self._within, same_year=self._same_year)
        self.update(readings or {})
        self._questions = {each["id"]: each for each in rules["questions"]}
        self._terms, self._answers, self._as_of = rules["terms"], answers, as_of

    def __missing__(self, name: str) -> Any:
        if name not in self._questions:
            return self.setdefault(name, self.value(self._terms[name]))
        question = self._questions[name]
        counts = question["asked_if"] is None or self.value(question["asked_if"])
        return self.setdefault(name, self._fact(question, counts, self._answers.get(name)))

    def value(self, source: Any, **more: Any) -> Any:
        """Evaluate the text of an expression."""
        names = self.with_lines(more) if more else self
        return eval(_code(self.text(source)), names)  # noqa: S307

    def text(self, source: Any) -> str:
        """Return an expression as Python's own text."""
        return to_python(source)

    def with_lines(self, more: Any) -> "Facts":
        """Return the same names with the lines of a table beside them."""
        other = copy(self)
        other.update(more)
        return other

    def _fact(self, question: Any, counts: bool, answer: Any) -> Any:
        kind = question["type"]
        options = [each["id"] for each in question.get("options", ())]
        if kind == "yes_no":
            return counts and answer is True
        if kind == "choice":
            return SimpleNamespace(**{each: counts and answer == each for each in options})
        if kind == "choices":
            ticked = {each: counts and (answer or {}).get(each) is True for each in options}
            return SimpleNamespace(**self._narrowed(question["narrows"], ticked))
        if kind == "rows":
            return [self._line(question, line) for line in answer] if counts else []
        if not counts:
            return ABSENT
        return date.fromisoformat(answer) if kind == "date" else self.number(kind, answer)

    def _line(self, question: Any, line: Any) -> Any:
        kinds = {each["id"]: each["type"] for each in question["fields"]}
        return SimpleNamespace(**{key: self.number(kinds[key], line[key]) for key in line})

    def number(self, _: str, answer: Any) -> Any:
        """Return an answer of a type as rules compare it."""
        return answer

    def _narrowed(self, wider: str | None, ticked: Any) -> Any:
        if wider is None:
            return ticked
        return {each: on and getattr(self[wider], each, True) for each, on in ticked.items()}

    def _within(self, day: Any, back: Any) -> bool:
        return day is not ABSENT and day >= back(self._as_of)

    def _same_year(self, day: Any) -> bool:
        return day is not ABSENT and day.year == self._as_of.year


def years_or_months_before(number: int) -> Any:
    """Return what finds the day that lies so many months before another."""

    def back(day: date) -> date:
        year, month = divmod(day.year * 12 + day.month - 1 - number, 12)
        return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))

    return back


FUNCTIONS: Any = {
    "percent": lambda number: Fraction(number, 100),
    "months": years_or_months_before,
    "years": lambda number: years_or_months_before(12 * number),
    "days": lambda number: lambda day: day - timedelta(days=number),
}


def facts_for(rules: Any, measure: Any, answers: Any, as_of: date) -> Facts:
    """Return the names for a measure, under the readings that it takes."""
    readings = {
        each["id"]: SimpleNamespace(**{name: name == each["taken"] for name in each["readings"]})
        for each in measure["interpretations"]
    }
    return Facts(rules, answers, as_of, readings)


def met(node: Any, facts: Facts) -> bool:
    """Tell whether a node of a measure's conditions holds, decisions still to come not counted."""
    if "all_of" in node:
        return all(met(part, facts) for part in node["all_of"])
    if "any_of" in node:
        return any(met(part, facts) for part in node["any_of"])
    if "if" in node:
        return bool(facts.value(node["if"]))
    outcomes = [node[key] for key in ("met_if", "open_if") if node[key] is not None]
    return not outcomes or any(facts.value(each) for each in outcomes)


def paid(stated: Any, facts: Facts) -> tuple[str, int | None, int | None]:
    """Return the kind of an amount, its low and its high end."""
    for case in stated["cases"] or ():
        if facts.value(case["if"]):
            return paid({**stated, "low": None, "high": None, **case, "cases": None}, facts)
    kind = stated["kind"]
    if kind in ("as_paid", "not_stated") or not (stated["product"] or stated.get("low")):
        return (kind if kind == "as_paid" else "not_stated"), None, None
    low = _sum(stated.get("low") or stated["product"], stated["over"], facts)
    high = _sum(stated.get("high") or stated["product"], stated["over"], facts)
    return kind, None if kind == "at_most" else low, None if kind == "at_least" else high


def _sum(product: Any, over: str | None, facts: Facts) -> int:
    lines: list[Any] = [{}] if over is None else [{"r": line} for line in facts[over]]
    return sum(_worked(product, line, facts) for line in lines)


def _worked(product: Any, line: Any, facts: Facts) -> int:
    factors = []
    for each in product:
        value = facts.value(each["value"], **line)
        cap = None if each["at_most"] is None else facts.value(each["at_most"], **line)
        factors.append(cap if cap is not None and value > cap else value)
    whole = prod(factors, start=Fraction(1))
    return 0 if isinstance(whole, Absent) else max(0, floor(whole))
