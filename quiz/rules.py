"""What a rule book is: frozen values, read from JSON by `quiz.rules_from_json`."""

from collections.abc import Mapping
from typing import Any, NamedTuple

Expression = tuple[Any, ...]
"""An operator's name and its operands, as `quiz.expressions` lists them; numbers compared have one
scale.
"""

ROLE = "role"
RECEIVED = "received"
MOST_LINES = 50
ALWAYS: Expression = ("constant", True)
NEVER: Expression = ("constant", False)
UNSTATED = ("as_paid", "not_stated")
NUMBERS = ("count", "months", "years", "percent", "yuan")


class Quote(NamedTuple):
    """Words of the document that a rule rests on, and where they stand."""

    article: int
    sentence: str
    words: str


Quotes = tuple[Quote, ...]


class Field(NamedTuple):
    """A column of a rows question; numbers carry their least and most."""

    id: str
    type: str
    least: int
    most: int


class Question(NamedTuple):
    """One question; `place` is its position in the file, `changes` maps each option (or None) to
    can, time or fixed.
    """

    id: str
    topic: str
    type: str
    asked_if: Expression | None
    narrows: str | None
    changes: Mapping[str | None, str]
    options: tuple[str, ...]
    fields: Mapping[str, Field]
    least: int
    most: int
    unknown: bool
    place: int


class Condition(NamedTuple):
    """A node of a measure's conditions: all_of, any_of, if, or decided_by (a department
    decides).
    """

    id: str
    kind: str
    parts: tuple["Condition", ...]
    expression: Expression
    open_if: Expression | None
    department: str | None
    quotes: Quotes
    option: str | None
    for_some: bool


class Factor(NamedTuple):
    """A factor of an amount; the value and its cap are in units of 1/100**scale."""

    value: Expression
    at_most: Expression | None
    scale: int
    unit: str
    quotes: Quotes


class Amount(NamedTuple):
    """What a measure pays: products of factors, once or for each line of a rows question; cases
    override it.
    """

    kind: str
    unit: str
    paid_to: str
    period: str
    years: int | None
    over: str | None
    product: tuple[Factor, ...]
    low: tuple[Factor, ...]
    high: tuple[Factor, ...]
    cases: tuple["Case", ...]
    quotes: Quotes


class Case(NamedTuple):
    """An amount that holds where its condition does."""

    condition: Expression
    amount: Amount


class Interpretation(NamedTuple):
    """A place where the text can be read in several ways, and the reading taken."""

    id: str
    readings: tuple[str, ...]
    taken: str
    only_noted: bool


class Measure(NamedTuple):
    """One measure; `meets` joins its conditions into one expression, `taken` the readings."""

    id: str
    document: str
    article: int
    basis: str
    audiences: tuple[str, ...]
    departments: tuple[str, ...]
    conditions: Condition
    meets: Expression
    further_conditions: Quotes
    amount: Amount | None
    only_one_of: str | None
    same_payment: str | None
    interpretations: tuple[Interpretation, ...]
    taken: Mapping[str, str]
    place: int


class Group(NamedTuple):
    """Measures of which a person or unit gets only one."""

    id: str
    members: tuple[str, ...]
    quotes: Quotes


class Rules(NamedTuple):
    """A whole rule book; `guards` maps each variable to what must hold for it to count."""

    questions: Mapping[str, Question]
    terms: Mapping[str, Expression]
    groups: Mapping[str, Group]
    measures: Mapping[str, Measure]
    guards: Mapping[str, Expression]
    owners: Mapping[str, str]


def variable(question: str, option: str | None = None) -> str:
    """Return the name under which a fact is kept: the question, or the question and its option."""
    return question if option is None else f"{question}.{option}"


def variables_of(question: Question) -> tuple[str, ...]:
    """Return the variables of a question: one for each option of choices, otherwise one."""
    if question.type == "choices":
        return tuple(variable(question.id, option) for option in question.options)
    return (question.id,)


def as_expression(node: Condition) -> Expression:
    """Return a condition and its parts as one expression; a decision still to come does not stand
    in the way.
    """
    if node.kind == "if":
        return node.expression
    if node.kind == "decided_by":
        return ("or", node.expression, node.open_if or NEVER)
    return ("and" if node.kind == "all_of" else "or", *(as_expression(part) for part in node.parts))
