"""One rule book with what was worked out for the last answers, so that one more answer costs only
what it touches.

Pure from outside: the same question gives the same result whatever was asked before.
"""

from collections.abc import Iterable
from typing import Any

from quiz.answers_from_json import Answers, answers_from
from quiz.dates import days
from quiz.errors import QuizError
from quiz.evaluate import Outcome, Verdict
from quiz.groups import excluded
from quiz.index import Index
from quiz.live import State
from quiz.plan import Plan, barred, plan
from quiz.rules import Rules
from quiz.settler import Settler
from quiz.sheet import Sheet
from quiz.totals import Totals, totals


class Session:
    """A rule book that answers are put to; the outcomes of the last answers are kept."""

    def __init__(self, rules: Rules) -> None:
        self.rules = rules
        self.index = Index(rules)
        self._answers = Answers({}, {})
        self._today = 0
        self._settlers = {name: Settler(each, rules) for name, each in rules.measures.items()}
        self._outcomes: dict[str, Outcome] = {}

    def case(self, answers: Any, as_of: Any, only: Any = None) -> "Case":
        """Settle the measures (all, or those named) for parsed answers on a day "2018-06-30";
        QuizError if wrong.
        """
        chosen = self._chosen(only)
        read, today = answers_from(answers, self.rules), day_from(as_of)
        self._forget(read, today)
        sheet = Sheet(self.rules, read.facts, today)
        for name in chosen:
            if name not in self._outcomes:
                self._outcomes[name] = self._outcome(name, sheet, read)
        outcomes = {name: self._outcomes[name] for name in chosen}
        return Case(State(self.rules, self.index, read, outcomes, sheet))

    def _chosen(self, only: Any) -> list[str]:
        if only is None:
            return list(self.rules.measures)
        if not isinstance(only, list):
            raise QuizError("wrong_type", "only", ("array",))
        for name in only:
            if not isinstance(name, str) or name not in self.rules.measures:
                raise QuizError(
                    "unknown_measure", f"only.{name}", tuple(self.rules.measures), str(name)
                )
        return [name for name in self.rules.measures if name in set(only)]

    def _outcome(self, name: str, sheet: Sheet, answers: Answers) -> Outcome:
        measure = self.rules.measures[name]
        settle = self._settlers[name].settle
        return Outcome(measure, settle, sheet.under(measure.taken), answers)

    def _forget(self, answers: Answers, today: int) -> None:
        """Drop the outcomes that the new answers touch."""
        if today != self._today:
            self._outcomes.clear()
        before, after = self._answers.facts, answers.facts
        for name in {*before, *after}:
            if before.get(name) != after.get(name):
                for measure in self.index.measures[name]:
                    self._outcomes.pop(measure, None)
        self._answers, self._today = answers, today


class Case:
    """The outcomes for one set of answers, from which plan, verdicts and totals are drawn."""

    def __init__(self, state: State) -> None:
        self._state = state
        self.outcomes = state.outcomes

    def plan(self) -> Plan:
        """Return the next question and the state of the answers."""
        return plan(self._state)

    def barred(self) -> tuple[str, ...]:
        """Return the questions that need no answer, whatever else is answered."""
        return barred(self._state)

    def verdicts(self) -> tuple[Verdict, ...]:
        """Return the explained verdict on each measure."""
        losers = excluded(self._state.rules, self.outcomes)
        return tuple(each.verdict(losers.get(name)) for name, each in self.outcomes.items())

    def totals(self) -> Totals:
        """Return what the outcomes come to."""
        return totals(self._state.rules, self.outcomes)


def day_from(text: Any) -> int:
    """Read a day "2018-06-30" as days since year 1; QuizError "wrong_date" otherwise."""
    try:
        first, last = days(text)
    except (AttributeError, TypeError, ValueError):
        raise QuizError("wrong_date", "as_of", ("YYYY-MM-DD",)) from None
    if first != last:
        raise QuizError("wrong_date", "as_of", ("YYYY-MM-DD",))
    return first


def evaluate(
    rules: Rules, answers: Any, as_of: str, only: Iterable[str] | None = None
) -> tuple[Verdict, ...]:
    """Return the verdicts on all measures, or on those named, for parsed answers on a day;
    QuizError if wrong.
    """
    return Session(rules).case(answers, as_of, None if only is None else list(only)).verdicts()
