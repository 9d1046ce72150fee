"""Every measure that differs from a given one by one change to a condition, a sum or its group."""

from collections.abc import Mapping
from types import MappingProxyType

from generator.check.changed import Changes, changed
from generator.to_rules.units import Json

type Options = Mapping[str, list[str]]

_OTHER_KIND: Mapping[str, str] = MappingProxyType(
    {
        "exact": "at_most",
        "at_most": "exact",
        "at_least": "at_most",
        "as_paid": "not_stated",
        "not_stated": "as_paid",
    }
)


def mutants(measure: Json, options: Options) -> Changes:
    """What was changed, and the changed measure."""
    for what, conditions in _nodes(measure["conditions"], options):
        yield f"conditions{what}", {**measure, "conditions": conditions}
    if measure["amount"] is not None:
        for what, amount in _amounts(measure["amount"], options):
            yield f"amount{what}", {**measure, "amount": amount}
    if measure["only_one_of"] is not None:
        yield "group left", {**measure, "only_one_of": None}


def _nodes(node: Json, options: Options) -> Changes:
    place = f" {node['id']}" if node["id"] else ""
    for key in ("if", "met_if", "open_if"):
        if node.get(key) is not None:
            for what, rule in changed(node[key], options):
                yield f"{place}: {what}", {**node, key: rule}
    for key, other in (("all_of", "any_of"), ("any_of", "all_of")):
        if key in node:
            yield from _group(node, key, other, place)
            for index, part in enumerate(node[key]):
                for what, new in _nodes(part, options):
                    yield what, {**node, key: _replaced(node[key], index, [new])}


def _group(node: Json, key: str, other: str, place: str) -> Changes:
    """One part less, and all_of for any_of; a part alone is not dropped, nor all at once."""
    parts = node[key]
    if len(parts) > 1:
        swapped = {name: value for name, value in node.items() if name != key}
        yield f"{place}: {key} became {other}", {**swapped, other: parts}
    for index, part in enumerate(parts):
        if len(parts) > 1 or key == "all_of":
            rest = _replaced(parts, index, [])
            yield f" {part['id']}: dropped", {**node, key: rest}


def _replaced(items: list[Json], index: int, new: list[Json]) -> list[Json]:
    return [*items[:index], *new, *items[index + 1 :]]


def _amounts(amount: Json, options: Options) -> Changes:
    # Cases have kinds of their own, and one that states no sum is as if it were not there.
    if amount.get("kind") in _OTHER_KIND and not amount.get("cases"):
        kind = _OTHER_KIND[amount["kind"]]
        yield f": {amount['kind']} became {kind}", {**amount, "kind": kind}
    for key in ("product", "low", "high"):
        for what, factors in _factors(amount.get(key) or [], options):
            yield f" {key}{what}", {**amount, key: factors}
    for index, case in enumerate(amount.get("cases") or []):
        cases = amount["cases"]
        if case["kind"] == "not_stated" and index == len(cases) - 1:
            continue
        yield f" case {index}: dropped", {**amount, "cases": _replaced(cases, index, [])}
        for what, rule in changed(case["if"], options):
            new = {**case, "if": rule}
            yield f" case {index}: {what}", {**amount, "cases": _replaced(cases, index, [new])}
        for what, new in _amounts(case, options):
            yield f" case {index}{what}", {**amount, "cases": _replaced(cases, index, [new])}


def _factors(factors: list[Json], options: Options) -> Changes:
    for index, factor in enumerate(factors):
        if len(factors) > 1:
            yield f" {index}: dropped", _replaced(factors, index, [])
        for key in ("value", "at_most"):
            if factor[key] is not None:
                for what, value in changed(factor[key], options):
                    yield f" {index}: {what}", _replaced(factors, index, [{**factor, key: value}])
        if factor["at_most"] is not None:
            yield f" {index}: cap dropped", _replaced(factors, index, [{**factor, "at_most": None}])


def options_of(rules: Mapping[str, Json]) -> dict[str, list[str]]:
    """The options of each question of a rule book."""
    return {
        question["id"]: [option["id"] for option in question.get("options", ())]
        for question in rules["questions"]
    }
