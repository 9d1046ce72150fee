"""What a verdict and the totals say beside status and sum, worked out by Python's own `eval`.

Reasons, decisions to come, who is left out for whom, and what everything comes to: for complete
answers, from the source of the rules alone, nothing of it taken from the engine.
"""

from collections.abc import Iterator
from typing import Any, NamedTuple

from tests.engine.by_eval import Facts, facts_for, met, paid

UNSTATED = ("as_paid", "not_stated")


class Found(NamedTuple):
    """What a measure comes to: whether it is met, (kind, low, high) or None, what it waits for."""

    measure: Any
    met: bool
    sum: Any
    awaits: tuple[str, ...]


def found_by_eval(source: Any, answers: Any, as_of: Any) -> list[Found]:
    """Work out every measure of a rule book."""
    return [_found(each, facts_for(source, each, answers, as_of)) for each in source["measures"]]


def _found(measure: Any, facts: Facts) -> Found:
    if not met(measure["conditions"], facts):
        return Found(measure, False, None, ())
    sum_ = measure["amount"] and paid(measure["amount"], facts)
    return Found(measure, True, sum_, tuple(awaited(measure["conditions"], facts)))


def states(node: Any, facts: Facts) -> Any:
    """Return the state of a node, with those of its parts where it has any."""
    parts = node.get("all_of") or node.get("any_of")
    state = "met" if met(node, facts) else "not"
    if "decided_by" in node and state == "met" and not _known(node, facts):
        state = "open"
    return [state, *(states(part, facts) for part in parts)] if parts else state


def _known(node: Any, facts: Facts) -> bool:
    return node["met_if"] is not None and bool(facts.value(node["met_if"]))


def awaited(node: Any, facts: Facts) -> Iterator[str]:
    """Yield the ids of the decisions that a condition which holds still waits for."""
    if not met(node, facts) or "if" in node:
        return
    if "decided_by" in node:
        yield from [] if _known(node, facts) else [node["id"]]
        return
    parts = [part for part in node.get("all_of") or node["any_of"] if met(part, facts)]
    waiting = [list(awaited(part, facts)) for part in parts]
    if "all_of" in node or all(waiting):
        yield from (each for some in waiting for each in some)


def excluded(source: Any, found: list[Found]) -> dict[str, str]:
    """Map each measure that loses in its group to the one that is paid: the largest sum, of equals
    the first.
    """
    losers: dict[str, str] = {}
    for group in source["groups"].values():
        members = [each for each in _in(group["members"], found) if each.met]
        best = max(members, key=_worth, default=None)
        losers |= {_id(each): _id(best) for each in members if best and each is not best}
    return losers


def left_out(source: Any, found: list[Found]) -> dict[str, tuple[str, str]]:
    """Map each measure that no total counts to the reason and the measure that is counted."""
    losers = {loser: ("group", winner) for loser, winner in excluded(source, found).items()}
    payments = {each.measure["same_payment"] for each in found} - {None}
    for payment in payments:
        on_it = [each for each in found if each.met and each.measure["same_payment"] == payment]
        counting = [each for each in on_it if _id(each) not in losers]
        best = max(counting, key=_worth, default=None)
        losers |= {
            _id(each): ("same_payment", _id(best)) for each in counting if best and each is not best
        }
    return losers


def lines(source: Any, found: list[Found]) -> dict[tuple[str, ...], tuple[Any, Any, list[str]]]:
    """Map payee, period, unit, kind and certainty to the sum from low to high and its measures."""
    without = left_out(source, found)
    added: dict[tuple[str, ...], tuple[Any, Any, list[str]]] = {}
    for each in found:
        duty = each.measure["basis"] == "duty"
        if not each.sum or each.sum[0] in UNSTATED or duty or _id(each) in without:
            continue
        amount, (_, low, high) = each.measure["amount"], each.sum
        sort = (amount["paid_to"], amount["period"], amount["unit"], _kind(low, high))
        one, other, names = added.get((*sort, _certainty(each)), (0, 0, []))
        added[(*sort, _certainty(each))] = (
            _plus(one, low),
            _plus(other, high),
            [*names, _id(each)],
        )
    return added


def _id(found: Found | None) -> str:
    assert found is not None
    name: str = found.measure["id"]
    return name


def _in(names: list[str], found: list[Found]) -> list[Found]:
    known = {_id(each): each for each in found}
    return [known[name] for name in names if name in known]


def _worth(found: Found) -> tuple[int, int]:
    """What a measure pays at most, then at least; less than nothing where it states no sum."""
    if found.sum is None:
        return -1, -1
    ends = [end for end in found.sum[1:] if end is not None] or [0]
    return max(ends), min(ends)


def _kind(low: int | None, high: int | None) -> str:
    if low is None:
        return "at_most"
    if high is None:
        return "at_least"
    return "exact" if low == high else "range"


def _certainty(found: Found) -> str:
    if found.measure["basis"] in ("discretionary", "competitive") or found.awaits:
        return "decided"
    return "further" if found.measure["further_conditions"] else "stated"


def _plus(one: int | None, other: int | None) -> int | None:
    return None if one is None or other is None else one + other
