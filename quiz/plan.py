"""What to ask next: a function of all answers, worked out from what the open verdicts and sums hang
on.

The roles come first. Then the plan stays in a topic that was begun while that has a live question;
inside it, and for a new topic, it takes the question on which most open measures hang, ties in the
order of the file. What was already received comes last. A question is live while its answer can
still change a verdict or a stated amount, and waits for the questions that its guard hangs on.
"""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from quiz.evaluate import Outcome
from quiz.expressions import guard
from quiz.live import (
    Live,
    State,
    confirmed,
    hanging,
    live_and_waiting,
    on_question,
    open_measures,
    open_sum,
)
from quiz.rules import RECEIVED, ROLE, Question, Rules, variables_of
from quiz.sheet import Sheet

SHARE_THAT_COMES = 1 / 12
"""Of the questions that wait for another answer so many are asked in the end: over the scenarios
of the first document the number of questions left is then right on the average, early and late,
between people who know every answer (fewer come) and people who know few (more do).
"""


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


def plan(state: State) -> Plan:
    """Return the next question and the state of the answers."""
    questions = state.rules.questions
    counted = [each for each in questions if each in state.answers.raw]
    dropped = [each for each in counted if _barred(questions[each], state.sheet)]
    answered = tuple(each for each in counted if each not in dropped)
    open_ = len(open_measures(state))
    following, remaining = _role(state) or _best(answered, state)
    return Plan(
        next=following,
        answered=answered,
        dropped=tuple(dropped),
        remaining=remaining,
        settled=len(state.outcomes) - open_,
        open=open_,
    )


def barred(state: State) -> tuple[str, ...]:
    """List the questions, answered or not, that the answers given leave no room for."""
    questions = state.rules.questions
    return tuple(name for name, each in questions.items() if _barred(each, state.sheet))


def _role(state: State) -> tuple[Next, int] | None:
    """Return the question about the roles, which comes first while it matters."""
    if ROLE not in state.rules.questions:
        return None
    found = _next(ROLE, on_question(ROLE, state), state)
    return found and (found, len(state.rules.questions))


def _best(answered: Iterable[str], state: State) -> tuple[Next | None, int]:
    """Return the best question of which it is certain that it matters, and about how many are
    left with it.
    """
    live, waiting = live_and_waiting(state)
    while live:
        chosen = _chosen(state.rules, live, answered)
        found = _next(chosen, live[chosen], state)
        if found:
            return found, len(live) + round(len(waiting) * SHARE_THAT_COMES)
        del live[chosen]
    return None, 0


def _barred(question: Question, sheet: Sheet) -> bool:
    return all(guard(name, sheet)[0] is False for name in variables_of(question))


def _chosen(rules: Rules, live: Mapping[str, Live], answered: Iterable[str]) -> str:
    """Return the best question: a topic that was begun, the topic with most at stake, what
    was received.
    """
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


def _next(name: str, live: Live, state: State) -> Next | None:
    """Return a question with those of its options that matter, None where none does."""
    certain = confirmed(live, state)
    if not certain:
        return None
    question = state.rules.questions[name]
    options = question.options
    if question.type == "choices":
        named = zip(options, variables_of(question), strict=True)
        options = tuple(option for option, variable in named if variable in certain)
    measures = hanging(live, certain, state)
    stakes = _stakes(state.outcomes[each] for each in measures if not open_sum(each, state))
    return Next(name, options, measures, stakes, len(measures))


def _stakes(outcomes: Iterable[Outcome]) -> Stakes | None:
    """Return the span of the sums that hang on nothing but whether their measure applies."""
    ends: list[int] = []
    for outcome in outcomes:
        paid, hangs_on = outcome.if_met
        if paid is not None and paid.unit == "yuan" and not hangs_on:
            ends += [end for end in (paid.low, paid.high) if end is not None]
    return Stakes(min(ends), max(ends)) if ends else None
