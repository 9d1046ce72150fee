"""From rules and answers to verdicts: who gets what, why, and what is still open."""

from collections.abc import Callable, Iterator, Mapping
from functools import cached_property, partial
from typing import NamedTuple

from quiz.amounts import Amount, amount
from quiz.answers_from_json import Answers
from quiz.changes import Change, changes
from quiz.expressions import truth
from quiz.logic import Truth
from quiz.reasons import Awaited, Reason, awaited, reason
from quiz.rules import Measure, Quotes
from quiz.settle import settle
from quiz.sheet import Sheet

Names = tuple[str, ...]
STATUS: Mapping[Truth, str] = {True: "eligible", False: "ineligible", None: "unknown"}


class Reading(NamedTuple):
    """What another reading of the text would give, where that differs."""

    interpretation: str
    reading: str
    status: str
    amount: Amount | None


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


class Outcome:
    """What the answers settle about a measure; each part is worked out when it is first looked
    at.
    """

    def __init__(
        self, measure: Measure, settle: Callable[[Sheet], Truth], sheet: Sheet, answers: Answers
    ) -> None:
        """The sheet stands under the measure's readings, or under others that are tried."""
        self._measure = measure
        self._settle = settle
        self._sheet = sheet
        self._answers = answers

    @cached_property
    def status(self) -> str:
        """Eligible, ineligible or unknown."""
        return STATUS[self._settle(self._sheet)]

    @cached_property
    def status_hangs_on(self) -> Names:
        """The variables that an unknown status hangs on, each as often as it occurs."""
        if self.status != "unknown":
            return ()
        return truth(self._measure.meets, self._sheet)[1]

    @cached_property
    def awaits(self) -> tuple[Awaited, ...]:
        """The decisions still to come, none where the measure is not met anyway."""
        if self.status == "ineligible":
            return ()
        return awaited(self._measure.conditions, self._sheet)

    @property
    def amount(self) -> Amount | None:
        """What is paid, None where nothing is stated or the measure is not met."""
        return None if self.status == "ineligible" else self.if_met[0]

    @property
    def amount_hangs_on(self) -> Names:
        """The variables that the amount hangs on."""
        return () if self.status == "ineligible" else self.if_met[1]

    @cached_property
    def if_met(self) -> tuple[Amount | None, Names]:
        """What is paid where the measure is met, and the variables that this hangs on."""
        if self._measure.amount is None:
            return None, ()
        return amount(self._measure.amount, self._measure.meets, self._sheet)

    def verdict(self, excluded_by: str | None) -> Verdict:
        """Return the explained verdict; `excluded_by` is the member of its group that is paid
        instead.
        """
        return self._explained._replace(excluded_by=excluded_by)

    @cached_property
    def _explained(self) -> Verdict:
        measure, sheet = self._measure, self._sheet
        return Verdict(
            measure=measure.id,
            status=self.status,
            basis=measure.basis,
            further_conditions=measure.further_conditions,
            awaits=self.awaits,
            excluded_by=None,
            amount=self.amount,
            reasons=reason(measure.conditions, sheet, self._answers),
            would_change=changes(measure, sheet) if self.status == "ineligible" else (),
            readings=tuple(self._readings()),
        )

    def _readings(self) -> Iterator[Reading]:
        measure, taken = self._measure, self._measure.taken
        for each in measure.interpretations:
            for other in each.readings if not each.only_noted else ():
                under = self._sheet.under({**taken, each.id: other})
                found = Outcome(measure, partial(settle, measure.meets), under, self._answers)
                if (found.status, found.amount) != (self.status, self.amount):
                    yield Reading(each.id, other, found.status, found.amount)
