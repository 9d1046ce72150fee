"""What to ask next: a function of all answers, worked out from what the open verdicts and sums hang
on.

The roles come first. Then the plan stays in a topic that was begun while that has a live question;
inside it, and for a new topic, it takes the question on which most open measures hang, ties in the
order of the file. What was already received comes last. A question is live while its answer can
still change a verdict or a stated amount, and waits for the questions that its guard hangs on.
"""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from quiz.answers_from_json import Answers
from quiz.evaluate import Outcome
from quiz.expressions import guard
from quiz.rules import RECEIVED, ROLE, Question, Rules, variables_of
from quiz.sheet import Sheet


class Stakes(NamedTuple):
    """The smallest and the largest stated sum of a single measure that hangs on a question."""

    low: int
    high: int


class Next(NamedTuple):
    """The question to ask, those of its options that are live, and why it is asked."""

    question: str
    options: tuple[str, ...]
    measures: tuple[str, ...]
    stakes: Stakes | None
    measures_open: int


class Plan(NamedTuple):
    """The next question, and how far the answers have come."""

    next: Next | None
    answered: tuple[str, ...]
    dropped: tuple[str, ...]
    remaining: int
    settled: int
    open: int


class Live(NamedTuple):
    """What hangs on a question: variables, and measures by status and by amount, in the order of
    the file.
    """

    names: set[str]
    status: list[str]
    amount: list[str]


def plan(rules: Rules, answers: Answers, outcomes: Mapping[str, Outcome], sheet: Sheet) -> Plan:
    """Return the next question and the state of the answers."""
    live = live_questions(rules, answers, outcomes, sheet)
    counted = [each for each in rules.questions if each in answers.raw]
    dropped = [each for each in counted if _barred(rules.questions[each], sheet)]
    answered = tuple(each for each in counted if each not in dropped)
    open_ = sum(each.status == "unknown" for each in outcomes.values())
    chosen = _chosen(rules, live, answered)
    return Plan(
        next=None if chosen is None else _next(rules.questions[chosen], live[chosen], outcomes),
        answered=answered,
        dropped=tuple(dropped),
        remaining=len(live),
        settled=len(outcomes) - open_,
        open=open_,
    )


def live_questions(
    rules: Rules, answers: Answers, outcomes: Mapping[str, Outcome], sheet: Sheet
) -> dict[str, Live]:
    """Map each question that can be asked now and still matters to what hangs on it."""
    found: dict[str, Live] = {}
    ready: dict[str, bool] = {}
    for measure, outcome in outcomes.items():
        for name in dict.fromkeys(outcome.status_hangs_on + outcome.amount_hangs_on):
            if name not in ready:
                ready[name] = _ready(name, answers, sheet)
            if ready[name]:
                live = found.setdefault(rules.owners[name], Live(set(), [], []))
                live.names.add(name)
                hangs = live.status if name in outcome.status_hangs_on else live.amount
                if measure not in hangs:
                    hangs.append(measure)
    return found


def _ready(name: str, answers: Answers, sheet: Sheet) -> bool:
    """Tell whether a fact was not asked yet and its guard waits for no other answer."""
    if name in answers.facts:
        return False
    allowed, waits_for = guard(name, sheet)
    return allowed is not False and all(each in answers.facts for each in waits_for)


def _barred(question: Question, sheet: Sheet) -> bool:
    return all(guard(name, sheet)[0] is False for name in variables_of(question))


def _chosen(rules: Rules, live: Mapping[str, Live], answered: Iterable[str]) -> str | None:
    """Return the best question: roles, a topic that was begun, the topic with most at stake, what
    was received.
    """
    if ROLE in live:
        return ROLE
    topics = {each: rules.questions[each].topic for each in live}
    asked = [each for each in live if topics[each] != RECEIVED] or list(live)
    begun = {rules.questions[each].topic for each in answered}
    started = sorted(
        (rules.questions[each].place, topics[each]) for each in asked if topics[each] in begun
    )
    stay = [each for each in asked if topics[each] == started[0][1]] if started else asked
    return min(stay, key=lambda each: _rank(rules.questions[each], live[each]), default=None)


def _rank(question: Question, live: Live) -> tuple[int, int, int]:
    return -len(live.status), -len(live.amount), question.place


def _next(question: Question, live: Live, outcomes: Mapping[str, Outcome]) -> Next:
    options = question.options
    if question.type == "choices":
        options = tuple(
            option
            for option, name in zip(options, variables_of(question), strict=True)
            if name in live.names
        )
    measures = tuple(each for each in outcomes if each in {*live.status, *live.amount})
    stakes = _stakes(outcomes[each] for each in measures)
    return Next(question.id, options, measures, stakes, len(measures))


def _stakes(outcomes: Iterable[Outcome]) -> Stakes | None:
    """Return the span of the sums that hang on nothing but whether their measure applies."""
    ends: list[int] = []
    for outcome in outcomes:
        paid = outcome.amount
        if paid is not None and paid.unit == "yuan" and not outcome.amount_hangs_on:
            ends += [end for end in (paid.low, paid.high) if end is not None]
    return Stakes(min(ends), max(ends)) if ends else None
