"""A worked example of a sum: a scenario that meets the conditions, computed by the engine."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from generator.policy.document import Scenario
from generator.to_pages import figures
from generator.to_pages.amounts import literals
from generator.to_pages.catalogue import Entry
from generator.to_pages.checker.rulebook import Rulebook


@dataclass(frozen=True, slots=True)
class Example:
    """Who, the lines of the sum as `3 people × 12 months × 1,500 yuan = 54,000 yuan`, the total.

    `total` is None where one line says it all.
    """

    persona: Mapping[str, str]
    lines: tuple[str, ...]
    total: str | None


def example(words: Mapping[str, Any], rulebook: Rulebook, entry: Entry) -> Example | None:
    """The example with the most to see, the first of equals; None where a sum needs none."""
    if not _is_worked_out(entry):
        return None
    found = list(_worked(words, rulebook, entry))
    return max(found, key=lambda item: item[0])[1] if found else None


def _is_worked_out(entry: Entry) -> bool:
    """Whether the sum multiplies something that the answers give."""
    amount = entry.measure.amount
    factors = amount.product if amount else ()
    return len(factors) > 1 and any(not literals(factor.value) for factor in factors)


def _worked(
    words: Mapping[str, Any], rulebook: Rulebook, entry: Entry
) -> Iterator[tuple[tuple[bool, int, bool], Example]]:
    """The scenarios that come to one sum, each with how much there is to see in it."""
    for scenario in entry.document.scenarios.values():
        if _shows(scenario, entry.name):
            paid = rulebook.verdict(entry.name, scenario.answers, scenario.as_of).amount
            if paid and paid.steps and len({paid.low, paid.high} - {None, 0}) == 1:
                yield _interest(paid), _told(words, scenario, paid)


def _shows(scenario: Scenario, measure: str) -> bool:
    expected = scenario.expect.get(measure)
    return expected is not None and expected.status == "eligible"


def _interest(paid: Any) -> tuple[bool, int, bool]:
    """A cap at work is worth most, then two lines, then more than one of what is counted."""
    factors = [factor for step in paid.steps for factor in step.factors]
    return (
        any(factor.capped for factor in factors),
        -abs(len(paid.steps) - 2),
        factors[0].low > 1,
    )


def _told(words: Mapping[str, Any], scenario: Scenario, paid: Any) -> Example:
    said = words["example"]
    lines = tuple(_line(words, step, paid) for step in paid.steps)
    total = _sum(words, paid, paid) if len(lines) > 1 else None
    return Example(scenario.persona, lines, said["total"].format(sum=total) if total else None)


def _line(words: Mapping[str, Any], step: Any, paid: Any) -> str:
    factors = " × ".join(_factor(words, factor) for factor in step.factors)
    return f"{factors} = {_sum(words, paid, step)}"


def _sum(words: Mapping[str, Any], paid: Any, part: Any) -> str:
    """What a part of a sum comes to; `up to` or `at least` where the text says no more."""
    said = _unit(words, paid.unit, part.low or part.high)
    return str(words["amount"]["kind"][paid.kind].format(sum=said))


def _factor(words: Mapping[str, Any], factor: Any) -> str:
    counted = _unit(words, factor.unit, factor.low)
    if not factor.capped or factor.given is None:
        return counted
    given = figures.figure(words, factor.given)
    return str(words["example"]["capped"].format(counted=counted, given=given))


def _unit(words: Mapping[str, Any], unit: str, number: int) -> str:
    forms = words["example"]["units"][unit]
    form = forms["one"] if number == 1 else forms["other"]
    return str(form.format(n=figures.figure(words, number)))
