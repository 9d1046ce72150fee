"""What it comes to: one line for each payee, period, unit, kind and certainty, nothing counted
twice.
"""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from quiz.amounts import Amount
from quiz.evaluate import Outcome
from quiz.groups import LeftOut, left_out
from quiz.rules import Measure, Rules


class Line(NamedTuple):
    """Sums of one sort added up; None where a bound is not stated."""

    paid_to: str
    period: str
    unit: str
    kind: str
    certainty: str
    low: int | None
    high: int | None
    measures: tuple[str, ...]


class Totals(NamedTuple):
    """What applies and what is still open, with what cannot be added and what must not be."""

    lines: tuple[Line, ...]
    open: tuple[Line, ...]
    unstated: tuple[str, ...]
    as_paid: tuple[str, ...]
    left_out: tuple[LeftOut, ...]


def totals(rules: Rules, outcomes: Mapping[str, Outcome]) -> Totals:
    """Add up what the outcomes pay."""
    dropped = left_out(rules, outcomes)
    without = {each.measure for each in dropped}
    paying = [
        each for each in outcomes if each not in without and rules.measures[each].basis != "duty"
    ]
    applies = [each for each in paying if outcomes[each].status == "eligible"]
    still_open = [each for each in paying if outcomes[each].status == "unknown"]
    return Totals(
        lines=_lines(rules, outcomes, applies),
        open=_lines(rules, outcomes, still_open),
        unstated=_of_kind(outcomes, applies, "not_stated"),
        as_paid=_of_kind(outcomes, applies, "as_paid"),
        left_out=tuple(dropped),
    )


def _of_kind(
    outcomes: Mapping[str, Outcome], measures: Iterable[str], kind: str
) -> tuple[str, ...]:
    paid = ((each, outcomes[each].amount) for each in measures)
    return tuple(each for each, found in paid if found is not None and found.kind == kind)


def _lines(
    rules: Rules, outcomes: Mapping[str, Outcome], measures: Iterable[str]
) -> tuple[Line, ...]:
    lines: dict[tuple[str, ...], Line] = {}
    for each in measures:
        paid = outcomes[each].amount
        if paid is not None and (paid.low, paid.high) != (None, None):
            certainty = _certainty(rules.measures[each], outcomes[each])
            key = (paid.paid_to, paid.period, paid.unit, _kind(paid), certainty)
            lines[key] = _added(lines.get(key), Line(*key, paid.low, paid.high, (each,)))
    return tuple(lines.values())


def _kind(paid: Amount) -> str:
    """Return how a sum is bounded; an exact one that answers are missing for is a range."""
    if paid.low is None or paid.high is None:
        return "at_most" if paid.low is None else "at_least"
    return "exact" if paid.low == paid.high else "range"


def _certainty(measure: Measure, outcome: Outcome) -> str:
    if measure.basis != "entitlement" or outcome.awaits:
        return "decided"
    return "further" if measure.further_conditions else "stated"


def _added(line: Line | None, more: Line) -> Line:
    if line is None:
        return more
    return line._replace(
        low=None if line.low is None or more.low is None else line.low + more.low,
        high=None if line.high is None or more.high is None else line.high + more.high,
        measures=line.measures + more.measures,
    )
