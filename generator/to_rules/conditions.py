"""The tree of a measure's conditions: all must hold, each with the words it comes from."""

from dataclasses import dataclass

from generator.policy.measure import Condition
from generator.to_rules.place import Place
from generator.to_rules.setting import Setting
from generator.to_rules.units import Json


@dataclass(frozen=True)
class _Line:
    """One line of `for_some`: its option and the words that name it."""

    option: str
    quotes: list[Json]


def conditions(setting: Setting, place: Place) -> Json:
    """The root of the tree: an all_of whose id is empty."""
    return _all("", setting.measure.conditions, setting, place, None)


def _all(
    node: str, parts: tuple[Condition, ...], setting: Setting, place: Place, line: _Line | None
) -> Json:
    return {"id": node, "all_of": _parts(node, parts, setting, place, line)}


def _parts(
    node: str, parts: tuple[Condition, ...], setting: Setting, place: Place, line: _Line | None
) -> list[Json]:
    return [
        _node(_inner(node, index), part, setting, place.at(index), line)
        for index, part in enumerate(parts)
    ]


def _inner(node: str, index: int) -> str:
    return f"{node}.{index}" if node else str(index)


def _node(
    node: str, condition: Condition, setting: Setting, place: Place, line: _Line | None
) -> Json:
    if condition.for_some is not None:
        return _for_some(node, condition, setting, place, line)
    if condition.any_of is not None:
        inner = _parts(node, condition.any_of, setting, place.at("any_of"), line)
        return {"id": node, "any_of": inner}
    if condition.all_of is not None:
        return _all(node, condition.all_of, setting, place.at("all_of"), line)
    return _leaf(node, condition, setting, place, line)


def _for_some(
    node: str, condition: Condition, setting: Setting, place: Place, outer: _Line | None
) -> Json:
    """Spell out `for_some`: an any_of with the shared conditions once for each line."""
    assert condition.for_some is not None  # noqa: S101 - _node has looked
    if outer is not None:
        place.at("for_some").refuse("for_some cannot stand inside another for_some")
    alternatives: list[Json] = []
    for index, (option, words) in enumerate(condition.for_some.who.items()):
        here = place.at("for_some", "who", option)
        quotes = setting.text.quote(words, setting.measure.article, here)
        line, inner = _Line(option, quotes), _inner(node, index)
        tree = _all(inner, condition.all_of or (), setting, place.at("all_of"), line)
        alternatives.append({**tree, "option": option, "quotes": quotes})
    return {"id": node, "any_of": alternatives, "for_some": True}


def _leaf(
    node: str, condition: Condition, setting: Setting, place: Place, line: _Line | None
) -> Json:
    quotes = setting.quotes(condition.quote, place.at("quote"))
    if not condition.quote:
        quotes = line.quotes if line else []
        if not line:
            place.refuse("a quote is needed: the words that this condition comes from")
    who = line.option if line else None
    if condition.if_ is not None:
        rule = setting.truth(condition.if_, place.at("if"), quotes, who)
        return {"id": node, "if": rule, "quotes": quotes}
    texts = {"met_if": condition.met_if, "open_if": condition.open_if}
    rules = {
        key: None if text is None else setting.truth(text, place.at(key), quotes, who)
        for key, text in texts.items()
    }
    return {"id": node, "decided_by": condition.decided_by, **rules, "quotes": quotes}
