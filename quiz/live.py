"""Which questions are live: their answer can still change a verdict or a stated amount."""

from collections.abc import Mapping
from typing import NamedTuple

from quiz.answers_from_json import Answers
from quiz.evaluate import Outcome
from quiz.expressions import guard
from quiz.moved import moves_sum
from quiz.relevance import matters
from quiz.rules import Measure, Rules
from quiz.settle import repeated
from quiz.sheet import Sheet


class Live(NamedTuple):
    """What hangs on a question: each pair of a variable and a measure, by status and by amount."""

    status: dict[str, list[str]]
    amount: dict[str, list[str]]

    @property
    def names(self) -> frozenset[str]:
        """The variables that matter."""
        return frozenset(
            name for names in (*self.status.values(), *self.amount.values()) for name in names
        )


def live_questions(
    rules: Rules, answers: Answers, outcomes: Mapping[str, Outcome], sheet: Sheet
) -> dict[str, Live]:
    """Map each question that can be asked now and may still matter to what hangs on it."""
    found: dict[str, Live] = {}
    ready: dict[str, bool] = {}
    for measure, outcome in outcomes.items():
        for place, names in enumerate((outcome.status_hangs_on, outcome.amount_hangs_on)):
            for name in dict.fromkeys(names):
                if name not in ready:
                    ready[name] = _ready(name, answers, sheet)
                if ready[name]:
                    live = found.setdefault(rules.owners[name], Live({}, {}))
                    live[place].setdefault(measure, []).append(name)
    return found


def _ready(name: str, answers: Answers, sheet: Sheet) -> bool:
    """Tell whether a fact was not asked yet and its guard waits for no other answer."""
    if name in answers.facts:
        return False
    allowed, waits_for = guard(name, sheet)
    return allowed is not False and all(each in answers.facts for each in waits_for)


def confirmed(live: Live, rules: Rules, outcomes: Mapping[str, Outcome], sheet: Sheet) -> Live:
    """Keep what certainly hangs on a question: where a fact occurs again in a measure, it is tried
    out.
    """
    status: dict[str, list[str]] = {}
    for measure, names in live.status.items():
        rule = rules.measures[measure]
        under = sheet.under(rule.taken)
        once = not repeated(outcomes[measure].status_hangs_on)
        certain = [name for name in names if once or matters(name, rule.meets, under)]
        if certain:
            status[measure] = certain
    amount = {
        measure: certain
        for measure, names in live.amount.items()
        if (certain := _changing(names, rules.measures[measure], sheet))
    }
    return Live(status, amount)


def _changing(names: list[str], measure: Measure, sheet: Sheet) -> list[str]:
    under = sheet.under(measure.taken)
    return [name for name in names if moves_sum(name, measure, under)]
