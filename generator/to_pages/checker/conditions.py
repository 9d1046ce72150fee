"""A measure's conditions as shown: the compiled tree with its quotes, in the reader's words."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from generator.policy.measure import Condition
from generator.policy.policy import Policy
from generator.to_pages.catalogue import Entry

HEADING = "__heading"

type Kind = Literal["all_of", "any_of", "some_of", "fact", "decided", "once"]


@dataclass(frozen=True, slots=True)
class Cited:
    """Quoted words and their place; `sentence` counts from 1 and is None for a heading."""

    words: str
    article: int
    anchor: str
    sentence: int | None


@dataclass(frozen=True, slots=True)
class Shown:
    """A condition as shown; `says` is None where only the quoted words speak.

    `id` is the node's path in rules.json; `option` names the alternative of a group of people.
    """

    id: str
    kind: Kind
    says: Mapping[str, str] | None
    quotes: tuple[Cited, ...]
    parts: tuple["Shown", ...] = ()
    department: str | None = None
    option: Mapping[str, str] | None = None


def shown_conditions(
    policy: Policy, entry: Entry, compiled: Mapping[str, Any]
) -> tuple[Shown, ...]:
    """The conditions of a measure, `compiled` being its entry in rules.json."""
    written = entry.measure.conditions
    nodes = compiled["conditions"]["all_of"]
    return tuple(_each(policy, nodes, [*written, *[None] * (len(nodes) - len(written))]))


def _each(
    policy: Policy, nodes: Sequence[Mapping[str, Any]], written: Sequence[Condition | None]
) -> Iterator[Shown]:
    for node, condition in zip(nodes, written, strict=True):
        yield _shown(policy, node, condition)


def _shown(policy: Policy, node: Mapping[str, Any], condition: Condition | None) -> Shown:
    quotes = tuple(cited(quote) for quote in node.get("quotes", ()))
    if condition is None:
        # What the compiler adds: a grant that is given only once was not received before.
        return Shown(node["id"], "once", None, quotes or tuple(_quotes_below(node)))
    if condition.for_some:
        return Shown(node["id"], "some_of", None, (), tuple(_alternatives(policy, node, condition)))
    if condition.any_of is not None:
        parts = tuple(_each(policy, node["any_of"], condition.any_of))
        return Shown(node["id"], "any_of", condition.says, quotes, parts)
    if condition.all_of is not None:
        parts = tuple(_each(policy, node["all_of"], condition.all_of))
        return Shown(node["id"], "all_of", condition.says, quotes, parts)
    department = condition.decided_by if condition.decided_by in policy.departments else None
    kind: Kind = "decided" if condition.decided_by else "fact"
    return Shown(node["id"], kind, condition.says, quotes, department=department)


def _alternatives(policy: Policy, node: Mapping[str, Any], condition: Condition) -> Iterator[Shown]:
    for alternative in node["any_of"]:
        parts = tuple(_each(policy, alternative["all_of"], condition.all_of or ()))
        option = _option_words(policy, alternative["option"])
        yield Shown(alternative["id"], "all_of", None, (), parts, option=option)


def _option_words(policy: Policy, option: str) -> Mapping[str, str] | None:
    """How the first question that offers an option names it."""
    for question in policy.questions.values():
        if option in question.options:
            return question.options[option].text
    return None


def _quotes_below(node: Mapping[str, Any]) -> Iterator[Cited]:
    for part in (*node.get("all_of", ()), *node.get("any_of", ())):
        yield from (cited(quote) for quote in part.get("quotes", ()))


def cited(quote: Mapping[str, Any]) -> Cited:
    """A quote of rules.json with the number of its sentence, read off its anchor."""
    anchor = quote["sentence"]
    sentence = None if anchor.endswith(HEADING) else int(anchor.rpartition("_")[2])
    return Cited(quote["words"], quote["article"], anchor, sentence)
