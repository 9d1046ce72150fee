"""Where verdicts and totals on complete answers are not what Python's own eval makes of them."""

from collections.abc import Iterator
from typing import Any

from tests.engine.by_eval import facts_for
from tests.engine.explained_by_eval import (
    Found,
    excluded,
    found_by_eval,
    left_out,
    lines,
    states,
)
from tests.engine.sheets import AS_OF


def differences(source: Any, case: Any, answers: Any) -> Iterator[Any]:
    """Yield what was expected and what came; `case` is of the engine that is tried."""
    found = found_by_eval(source, answers, AS_OF)
    yield from of_totals(source, found, case.totals())
    losers = excluded(source, found)
    for each, verdict in zip(found, case.verdicts(), strict=True):
        facts = facts_for(source, each.measure, answers, AS_OF)
        expected = (
            each.measure["id"],
            "eligible" if each.met else "ineligible",
            each.sum,
            losers.get(each.measure["id"]),
            each.awaits,
            states(each.measure["conditions"], facts),
        )
        came = (
            verdict.measure,
            verdict.status,
            verdict.amount and verdict.amount[:3],
            verdict.excluded_by,
            tuple(awaited.node for awaited in verdict.awaits),
            _states(verdict.reasons),
        )
        if expected != came:
            yield expected, came


def of_totals(source: Any, found: list[Found], totals: Any) -> Iterator[Any]:
    """Yield how totals differ from the sums of measures that are all settled."""
    expected = lines(source, found), left_out(source, found), ()
    sums = {line[:5]: (line.low, line.high, list(line.measures)) for line in totals.lines}
    without = {each.measure: (each.because, each.of) for each in totals.left_out}
    if expected != (sums, without, totals.open):
        yield expected, (sums, without, totals.open)


def _states(reason: Any) -> Any:
    parts = getattr(reason, "all_of", None) or getattr(reason, "any_of", None)
    return [reason.state, *map(_states, parts)] if parts else reason.state
