"""A measure: what the document grants to whom, under which conditions, and how much."""

from typing import Annotated, Literal

from pydantic import BeforeValidator

from generator.policy.frozen import EMPTY, Frozen, Id, Name, NameMap, Text, WordLists, Words


class Quote(Frozen):
    """Words of an article that decide; `article` is the measure's own where none is given."""

    words: Text
    article: int | None = None


def _as_quotes(value: object) -> object:
    """Read `quote: text`, `quote: {article, words}` or a list of either as a list of quotes."""
    items = value if isinstance(value, list | tuple) else [value]
    return tuple({"words": item} if isinstance(item, str) else item for item in items)


NOT_NAMED = "not-named"
"""What `decided_by` holds where the text does not name who decides."""

type _Written = Text | Quote | tuple[Text | Quote, ...]

type Quotes = Annotated[
    tuple[Quote, ...], BeforeValidator(_as_quotes, json_schema_input_type=_Written)
]


class Quoted(Frozen):
    """Something that stands in the text: once-only clauses, further conditions."""

    quote: Quotes


class ForSome(Frozen):
    """Alternatives that share their conditions: `{who: {option: words of the text}}`."""

    who: NameMap[Text]


class Condition(Frozen):
    """One condition: exactly one of `if`, `any_of`, `all_of`, `decided_by`.

    `for_some` goes with `all_of`: the conditions are repeated for each of its lines.
    """

    if_: Text | None = None
    quote: Quotes = ()
    any_of: tuple["Condition", ...] | None = None
    all_of: tuple["Condition", ...] | None = None
    for_some: ForSome | None = None
    decided_by: Id | None = None
    met_if: Text | None = None
    open_if: Text | None = None
    says: Words | None = None

    model_config = Frozen.model_config | {"alias_generator": lambda name: name.rstrip("_")}


type Unit = Literal[
    "yuan", "posts", "person", "month", "year", "project", "percent", "post", "times"
]


class Factor(Frozen):
    """One factor of an amount: `value` and `at_most` are expressions; integers are read as such."""

    value: Text | int
    unit: Unit
    at_most: Text | int | None = None
    quote: Quotes = ()


class Outcome(Frozen):
    """One of several amounts: the first whose `if` holds applies."""

    if_: Text
    kind: "Kind | None" = None
    product: tuple[Factor, ...] = ()
    low: tuple[Factor, ...] = ()
    high: tuple[Factor, ...] = ()
    quote: Quotes = ()

    model_config = Frozen.model_config | {"alias_generator": lambda name: name.rstrip("_")}


type Kind = Literal["exact", "at_most", "at_least", "range", "as_paid", "not_stated"]


class Amount(Frozen):
    """How much: a product of factors, a range of two products, cases, or words that give no sum."""

    kind: Kind | None = None
    unit: Literal["yuan", "posts"] = "yuan"
    paid_to: Literal["person", "unit"] = "person"
    period: Literal["once", "month", "year"] = "once"
    years: int | None = None
    over: Name | None = None
    product: tuple[Factor, ...] = ()
    low: tuple[Factor, ...] = ()
    high: tuple[Factor, ...] = ()
    cases: tuple[Outcome, ...] = ()
    quote: Quotes = ()


class Interpretation(Frozen):
    """Two or more readings of the text, the one taken, and why."""

    readings: NameMap[Words]
    taken: Name
    why: Words
    quote: Quotes = ()
    only_noted: bool = False


class Measure(Frozen):
    """One file of `measures/`: its id is the file's name."""

    article: int
    name: Words
    summary: Words
    basis: Literal["entitlement", "discretionary", "competitive", "duty"]
    basis_quote: Quotes = ()
    audiences: tuple[Id, ...]
    also: WordLists = EMPTY
    conditions: tuple[Condition, ...]
    further_conditions: tuple[Quoted, ...] = ()
    amount: Amount | None = None
    what: Words | None = None
    once: Quoted | None = None
    only_one_of: Id | None = None
    same_payment: Name | None = None
    interpretations: NameMap[Interpretation] = EMPTY
    bound: Quotes = ()
    departments: tuple[Id, ...] = ()

    @property
    def granted(self) -> str:
        """How it is granted: by its basis; `further` is a claim to which other rules add."""
        claim = self.basis == "entitlement"
        return "further" if claim and self.further_conditions else self.basis
