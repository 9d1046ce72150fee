"""Why: the tree of a measure's conditions with the state of each, the answers behind it, and
decisions to come.
"""

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType
from typing import Any, NamedTuple

from quiz.answers_from_json import Answers
from quiz.expressions import guard, truth
from quiz.logic import Truth
from quiz.rules import Condition, Expression, Quotes, as_expression
from quiz.settle import settle
from quiz.sheet import Sheet

STATES: Mapping[Truth, str] = MappingProxyType({True: "met", False: "not", None: "open"})


class Fact(NamedTuple):
    """A fact that a condition looks at, with its answer as given, None where there is none."""

    question: str
    option: str | None
    answer: Any


class AllOf(NamedTuple):
    """A reason that holds where all of its parts do."""

    id: str
    state: str
    all_of: tuple["Reason", ...]


class AnyOf(NamedTuple):
    """A reason that holds where one of its parts does."""

    id: str
    state: str
    any_of: tuple["Reason", ...]


class Leaf(NamedTuple):
    """One condition with its words and the facts that it looks at."""

    id: str
    state: str
    quotes: Quotes
    facts: tuple[Fact, ...]


class Decision(NamedTuple):
    """A condition that a department decides on; open while its decision is awaited."""

    id: str
    state: str
    quotes: Quotes
    facts: tuple[Fact, ...]
    decided_by: str


Reason = AllOf | AnyOf | Leaf | Decision


class Awaited(NamedTuple):
    """A decision still to come."""

    department: str
    node: str
    quotes: Quotes


def reason(node: Condition, sheet: Sheet, answers: Answers) -> Reason:
    """Return the tree of reasons under a node."""
    return KINDS[node.kind](node, sheet, answers)


def _all_of(node: Condition, sheet: Sheet, answers: Answers) -> Reason:
    state = STATES[settle(as_expression(node), sheet)]
    return AllOf(node.id, state, tuple(reason(part, sheet, answers) for part in node.parts))


def _any_of(node: Condition, sheet: Sheet, answers: Answers) -> Reason:
    state = STATES[settle(as_expression(node), sheet)]
    return AnyOf(node.id, state, tuple(reason(part, sheet, answers) for part in node.parts))


def _if(node: Condition, sheet: Sheet, answers: Answers) -> Reason:
    state = STATES[settle(node.expression, sheet)]
    return Leaf(node.id, state, node.quotes, facts(node.expression, sheet, answers))


def _decided_by(node: Condition, sheet: Sheet, answers: Answers) -> Reason:
    met = settle(node.expression, sheet)
    state = STATES[met or (False if settle(as_expression(node), sheet) is False else None)]
    behind = ("or", node.expression, node.open_if) if node.open_if else node.expression
    seen = facts(behind, sheet, answers)
    return Decision(node.id, state, node.quotes, seen, node.department or "")


KINDS: Mapping[str, Callable[[Condition, Sheet, Answers], Reason]] = MappingProxyType(
    {"all_of": _all_of, "any_of": _any_of, "if": _if, "decided_by": _decided_by}
)


def awaited(node: Condition, sheet: Sheet) -> tuple[Awaited, ...]:
    """Return the decisions still to come; none where an alternative that is met needs none."""
    if node.kind == "if" or settle(as_expression(node), sheet) is False:
        return ()
    if node.kind == "decided_by":
        waits = settle(node.expression, sheet) is not True
        return (Awaited(node.department or "", node.id, node.quotes),) if waits else ()
    found = [awaited(part, sheet) for part in node.parts]
    if node.kind == "any_of":
        done = any(
            settle(as_expression(part), sheet)
            for part, each in zip(node.parts, found, strict=True)
            if not each
        )
        return () if done else tuple(one for each in found for one in each)
    return tuple(one for each in found for one in each)


def facts(expression: Expression, sheet: Sheet, answers: Answers) -> tuple[Fact, ...]:
    """List the facts that a condition looks at, each once; what bars a fact stands in its place."""
    names = dict.fromkeys(_named(expression, sheet, set()))
    return tuple(_fact(name, sheet, answers) for name in names)


def _named(expression: Expression, sheet: Sheet, seen: set[str]) -> Iterator[str]:
    kind = expression[0]
    if _settled_by_reading(expression, sheet):
        return
    if kind == "term":
        yield from _named(sheet.rules.terms[expression[1]], sheet, seen)
        return
    if kind in ("fact", "chosen", "number", "within", "same_year", "any", "sum"):
        name = expression[2] if kind in ("any", "sum") else expression[1]
        if name not in seen:
            seen.add(name)
            yield from _unless_barred(name, sheet, seen)
    for part in expression[1:]:
        if isinstance(part, tuple):
            yield from _named(part, sheet, seen)


def _settled_by_reading(expression: Expression, sheet: Sheet) -> bool:
    """Tell whether the reading taken alone settles an "and" or an "or", whatever the facts are."""
    settling = {"and": False, "or": True}.get(expression[0])
    readings = (part for part in expression[1:] if settling is not None and part[0] == "reading")
    return any(truth(part, sheet)[0] is settling for part in readings)


def _unless_barred(name: str, sheet: Sheet, seen: set[str]) -> Iterator[str]:
    if guard(name, sheet)[0] is False:
        yield from _named(sheet.rules.guards[name], sheet, seen)
    else:
        yield name


def _fact(name: str, sheet: Sheet, answers: Answers) -> Fact:
    question = sheet.rules.owners[name]
    option = name.partition(".")[2] or None
    answer = answers.raw.get(question)
    if option is not None and isinstance(answer, dict):
        answer = answer.get(option)
    return Fact(question, option, answer)
