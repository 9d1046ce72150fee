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
from quiz.live import Live, confirmed, live_questions
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


def plan(rules: Rules, answers: Answers, outcomes: Mapping[str, Outcome], sheet: Sheet) -> Plan:
    """Return the next question and the state of the answers."""
    live = live_questions(rules, answers, outcomes, sheet)
    counted = [each for each in rules.questions if each in answers.raw]
    dropped = [each for each in counted if _barred(rules.questions[each], sheet)]
    answered = tuple(each for each in counted if each not in dropped)
    open_ = sum(each.status == "unknown" for each in outcomes.values())
    remaining = len(live)
    return Plan(
        next=_best(rules, live, answered, outcomes, sheet),
        answered=answered,
        dropped=tuple(dropped),
        remaining=remaining,
        settled=len(outcomes) - open_,
        open=open_,
    )


def _best(
    rules: Rules,
    live: dict[str, Live],
    answered: Iterable[str],
    outcomes: Mapping[str, Outcome],
    sheet: Sheet,
) -> Next | None:
    """Return the best question of which it is certain that it matters."""
    while live:
        chosen = _chosen(rules, live, answered)
        certain = confirmed(live.pop(chosen), rules, outcomes, sheet)
        if certain.names:
            return _next(rules.questions[chosen], certain, outcomes)
    return None


def _barred(question: Question, sheet: Sheet) -> bool:
    return all(guard(name, sheet)[0] is False for name in variables_of(question))


def _chosen(rules: Rules, live: Mapping[str, Live], answered: Iterable[str]) -> str:
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
    return min(stay, key=lambda each: _rank(rules.questions[each], live[each]))


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
