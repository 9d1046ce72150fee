"""From rules and answers to verdicts: who gets what, why, and what is still open."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from quiz.amounts import Amount, amount
from quiz.answers_from_json import Answers
from quiz.changes import Change, changes
from quiz.expressions import truth
from quiz.logic import Truth
from quiz.reasons import Awaited, Reason, awaited, reason
from quiz.rules import Measure, Quotes, Rules
from quiz.settle import settle
from quiz.sheet import Sheet

STATUS: Mapping[Truth, str] = {True: "eligible", False: "ineligible", None: "unknown"}


class Reading(NamedTuple):
    """What another reading of the text would give, where that differs."""

    interpretation: str
    reading: str
    status: str
    amount: Amount | None


class Outcome(NamedTuple):
    """What the answers settle about a measure, and the variables that status and amount still hang
    on.
    """

    status: str
    amount: Amount | None
    status_hangs_on: tuple[str, ...]
    amount_hangs_on: tuple[str, ...]
    awaits: tuple[Awaited, ...]


class Verdict(NamedTuple):
    """The whole verdict on a measure, as `browser` hands it out."""

    measure: str
    status: str
    basis: str
    further_conditions: Quotes
    awaits: tuple[Awaited, ...]
    excluded_by: str | None
    amount: Amount | None
    reasons: Reason
    would_change: tuple[Change, ...]
    readings: tuple[Reading, ...]


def outcome(measure: Measure, sheet: Sheet) -> Outcome:
    """Settle the status and the amount of a measure; the sheet stands under its readings."""
    value = settle(measure.meets, sheet)
    awaits = () if value is False else awaited(measure.conditions, sheet)
    open_ = () if value is not None else truth(measure.meets, sheet)[1]
    if value is False or measure.amount is None:
        return Outcome(STATUS[value], None, open_, (), awaits)
    paid, names = amount(measure.amount, sheet)
    return Outcome(STATUS[value], paid, open_, names, awaits)


def verdict(
    measure: Measure, settled: Outcome, excluded_by: str | None, sheet: Sheet, answers: Answers
) -> Verdict:
    """Explain an outcome: reasons, what would change it, and other readings."""
    return Verdict(
        measure=measure.id,
        status=settled.status,
        basis=measure.basis,
        further_conditions=measure.further_conditions,
        awaits=settled.awaits,
        excluded_by=excluded_by,
        amount=settled.amount,
        reasons=reason(measure.conditions, sheet, answers),
        would_change=changes(measure, sheet) if settled.status == "ineligible" else (),
        readings=tuple(_readings(measure, settled, sheet)),
    )


def _readings(measure: Measure, settled: Outcome, sheet: Sheet) -> Iterable[Reading]:
    for each in measure.interpretations:
        for other in each.readings:
            if other != each.taken and not each.only_noted:
                found = outcome(measure, sheet.under({**measure.taken, each.id: other}))
                if (found.status, found.amount) != (settled.status, settled.amount):
                    yield Reading(each.id, other, found.status, found.amount)


def outcomes(
    rules: Rules, answers: Answers, today: int, only: Iterable[str] | None = None
) -> dict[str, Outcome]:
    """Settle the measures of a rule book (all, or those named) on a day, in the order of the
    file.
    """
    sheet = Sheet(rules, answers.facts, today)
    return {each.id: outcome(each, sheet.under(each.taken)) for each in chosen(rules, only)}


def chosen(rules: Rules, only: Iterable[str] | None) -> list[Measure]:
    """Return the measures named, or all, in the order of the file."""
    named = None if only is None else set(only)
    return [each for each in rules.measures.values() if named is None or each.id in named]
