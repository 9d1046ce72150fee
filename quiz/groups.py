"""Of measures that exclude each other, which one is paid: the largest sum, and of equals the first
in the file.
"""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from quiz.evaluate import Outcome
from quiz.rules import Rules


class LeftOut(NamedTuple):
    """A measure whose sum does not count, because another of its group or on the same payment
    does.
    """

    measure: str
    because: str
    of: str


def excluded(rules: Rules, outcomes: Mapping[str, Outcome]) -> dict[str, str]:
    """Map each eligible measure that loses in its group to the member that is paid."""
    losers: dict[str, str] = {}
    for group in rules.groups.values():
        members = [each for each in group.members if each in outcomes]
        winners = ranked(
            (each for each in members if outcomes[each].status == "eligible"), outcomes
        )
        losers |= dict.fromkeys(winners[1:], winners[0] if winners else "")
    return losers


def ranked(measures: Iterable[str], outcomes: Mapping[str, Outcome]) -> list[str]:
    """Sort measures by the sum that they pay, the largest first, equals as they came."""
    return sorted(measures, key=lambda each: _sum(outcomes[each]), reverse=True)


def _sum(outcome: Outcome) -> tuple[int, int]:
    paid = outcome.amount
    if paid is None:
        return -1, -1
    ends = [end for end in (paid.low, paid.high) if end is not None]
    return (max(ends), min(ends)) if ends else (0, 0)


def left_out(rules: Rules, outcomes: Mapping[str, Outcome]) -> list[LeftOut]:
    """List the measures that no total may count beside the one of their group or payment that it
    counts.

    Those that apply stand before those still open, so that nothing open is counted beside what is
    paid already.
    """
    found: dict[str, LeftOut] = {}
    for because, members in _exclusive(rules, outcomes):
        counting = [each for each in members if each not in found]
        applies = [each for each in counting if outcomes[each].status == "eligible"]
        order = ranked(applies, outcomes)
        order += ranked((each for each in counting if each not in applies), outcomes)
        found |= {each: LeftOut(each, because, order[0]) for each in order[1:]}
    return [found[each] for each in outcomes if each in found]


def _exclusive(rules: Rules, outcomes: Mapping[str, Outcome]) -> Iterable[tuple[str, list[str]]]:
    possible = {each for each in outcomes if outcomes[each].status != "ineligible"}
    for group in rules.groups.values():
        yield "group", [each for each in group.members if each in possible]
    payments: dict[str, list[str]] = {}
    for each in outcomes:
        payment = rules.measures[each].same_payment
        if payment is not None and each in possible:
            payments.setdefault(payment, []).append(each)
    for members in payments.values():
        yield "same_payment", members
