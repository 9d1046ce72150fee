"""Which questions are live: their answer can still change a verdict or a stated amount."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from quiz.answers_from_json import Answers
from quiz.evaluate import Outcome
from quiz.expressions import guard
from quiz.index import Index
from quiz.moved import moves_sum
from quiz.relevance import decides, matters
from quiz.rules import Expression, Rules, variables_of
from quiz.settle import repeated
from quiz.sheet import Sheet

Hanging = dict[str, Sequence[str]]


class Live(NamedTuple):
    """What may hang on a question: its variables by measure, for the status and for the amount."""

    status: Hanging
    amount: Hanging


class State(NamedTuple):
    """All that the next question is a function of."""

    rules: Rules
    behind: Index
    answers: Answers
    outcomes: Mapping[str, Outcome]
    sheet: Sheet


def live_and_waiting(state: State) -> tuple[dict[str, Live], frozenset[str]]:
    """Return the live questions with what may hang on them, and those that another answer may
    bring.
    """
    found: dict[str, Live] = {}
    ready = _Ready(state)
    for measure, outcome in state.outcomes.items():
        if outcome.status != "ineligible":
            sums = outcome.amount_hangs_on if open_sum(measure, state) else ()
            for place, names in enumerate((outcome.status_hangs_on, sums)):
                for name in dict.fromkeys(names):
                    if ready[name]:
                        live = found.setdefault(state.rules.owners[name], Live({}, {}))
                        live[place][measure] = (*live[place].get(measure, ()), name)
    return found, frozenset(state.rules.owners[each] for each in ready.waiting) - found.keys()


def open_sum(measure: str, state: State) -> bool:
    """Tell whether a sum can hang on anything that was not asked."""
    return not state.behind.sums[measure] <= state.answers.facts.keys()


class _Ready(dict[str, bool]):
    """Tells of each variable whether it was not asked yet and its guard waits for no other
    answer; `waiting` are those of them that wait.
    """

    def __init__(self, state: State) -> None:
        super().__init__()
        self.waiting: set[str] = set()
        self._asked, self._sheet = state.answers.facts, state.sheet

    def __missing__(self, name: str) -> bool:
        allowed, waits_for = guard(name, self._sheet)
        may_come = allowed is not False and name not in self._asked
        ready = may_come and all(each in self._asked for each in waits_for)
        if may_come and not ready:
            self.waiting.add(name)
        return self.setdefault(name, ready)


def on_question(question: str, state: State) -> Live:
    """Return what may hang on one question, by what the rules say of it and not yet by the
    answers.
    """
    asked, behind = state.answers.facts, state.behind
    names = [each for each in variables_of(state.rules.questions[question]) if each not in asked]
    open_ = open_measures(state)
    return Live(
        {each: names for each in open_ if not behind.variables[each].isdisjoint(names)},
        {each: names for each in state.outcomes if not behind.sums[each].isdisjoint(names)},
    )


def open_measures(state: State) -> list[str]:
    """List the measures whose status is open.

    Without any answer all are: that each can be met and can be missed is proven when the rules are
    made.
    """
    if not state.answers.facts:
        return list(state.outcomes)
    return [name for name, each in state.outcomes.items() if each.status == "unknown"]


def confirmed(live: Live, state: State) -> frozenset[str]:
    """Return the variables that certainly matter; where one occurs again in a measure, it is tried
    out.
    """
    names = dict.fromkeys(name for each in live for found in each.values() for name in found)
    return frozenset(name for name in names if _certain(name, live, state))


def _certain(name: str, live: Live, state: State) -> bool:
    """Look for one measure that hangs on a variable, where that is soonest seen first."""
    sums = (measure for measure, names in live.amount.items() if name in names)
    return (
        any(_soon(name, each, state) for each in _open_on(name, live, state))
        or any(matters(name, *_rule(each, state)) for each in _open_on(name, live, state))
        or any(_moves(name, each, state) for each in sums)
    )


def _open_on(name: str, live: Live, state: State) -> Iterator[str]:
    """Yield the measures whose status may hang on a variable."""
    for measure, names in live.status.items():
        if name in names and name in state.behind.variables[measure]:
            yield measure


def _soon(name: str, measure: str, state: State) -> bool:
    """Tell whether it is soon seen that a status hangs on a variable."""
    open_ = state.outcomes[measure].status_hangs_on
    if name not in open_:
        return False
    return not repeated(open_) or decides(name, *_rule(measure, state))


def _rule(measure: str, state: State) -> tuple[Expression, Sheet]:
    rule = state.rules.measures[measure]
    return rule.meets, state.sheet.under(rule.taken)


def _moves(name: str, measure: str, state: State) -> bool:
    rule = state.rules.measures[measure]
    return moves_sum(name, rule, state.sheet.under(rule.taken))


def hanging(live: Live, names: frozenset[str], state: State) -> tuple[str, ...]:
    """Return the measures that hang on some of these variables, in the order of the file."""
    known = state.behind.variables
    found = {
        measure
        for each in live
        for measure, on in each.items()
        if not names.isdisjoint(on) and not names.isdisjoint(known[measure])
    }
    return tuple(measure for measure in state.outcomes if measure in found)
