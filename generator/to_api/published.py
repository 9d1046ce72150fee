"""What the API publishes: one noun for each kind of file, free of the shapes of the data files."""

from typing import Any

from pydantic import BaseModel, ConfigDict
from pydantic.json_schema import SkipJsonSchema

from generator.policy.frozen import Day, Id, Name

type Spoken = dict[str, str]
"""One text for each language of the site."""

type Listed = dict[str, list[str]]
"""Lists of texts by language."""

type Expression = bool | list[Any]
"""An expression of the rules: an operator and its operands, or a truth value."""


class Published(BaseModel):
    """A value of the API; its schema allows no other key."""

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        alias_generator=lambda name: name.rstrip("_"),
        validate_by_name=True,
    )


class Sentence(Published):
    """One sentence; `id` is its anchor on the pages and its eId in the XML."""

    id: Name
    text: Spoken
    note: Spoken | None


class Article(Published):
    """One article with the addresses of its pages."""

    document: Id
    number: int
    chapter: int | None
    heading: Spoken
    summary: Spoken
    sentences: list[Sentence]
    departments: list[Id]
    measures: list[Id]
    pages: Spoken


class Quote(Published):
    """Words that decide, and the sentence in which they stand."""

    article: int
    sentence: Name
    words: str


class Node(Published):
    """A condition of a rule: exactly one of `all_of`, `any_of`, `if`, `decided_by`."""

    id: str
    all_of: "list[Node] | SkipJsonSchema[None]" = None
    any_of: "list[Node] | SkipJsonSchema[None]" = None
    if_: Expression | SkipJsonSchema[None] = None
    decided_by: str | SkipJsonSchema[None] = None
    met_if: Expression | None = None
    open_if: Expression | None = None
    for_some: bool | SkipJsonSchema[None] = None
    option: Name | SkipJsonSchema[None] = None
    quotes: list[Quote] | SkipJsonSchema[None] = None


class Rule(Published):
    """The compiled rule of a measure, as it stands in rules.json."""

    conditions: Node
    further_conditions: list[Quote]
    amount: dict[str, Any] | None
    only_one_of: Id | None
    same_payment: Name | None


class Interpretation(Published):
    """Two or more readings of the text, the one taken, and why."""

    id: Name
    readings: dict[Name, Spoken]
    taken: Name
    why: Spoken
    only_noted: bool


class Measure(Published):
    """One measure in words and as a rule."""

    id: Id
    document: Id
    article: int
    name: Spoken
    summary: Spoken
    what: Spoken | None
    basis: str
    once: bool
    audiences: list[Id]
    departments: list[Id]
    also: Listed
    interpretations: list[Interpretation]
    rule: Rule
    pages: Spoken


class Option(Published):
    """One option of a question."""

    id: Name
    text: Spoken
    hint: Spoken | None
    help: Name | None


class Column(Published):
    """A column of a question that is answered by lines."""

    id: Name
    type: str
    ask: Spoken


class Question(Published):
    """A question of the check: its wording, and how rules.json knows it."""

    id: Name
    topic: Name
    type: str
    ask: Spoken
    hint: Spoken | None
    why: Spoken | None
    help: Name | None
    options: list[Option]
    fields: list[Column]
    rule: dict[str, Any]


class Department(Published):
    """A body that a document names, with its articles; `leads` where it is named first."""

    id: Id
    name: Spoken
    short: Spoken
    note: Spoken | None
    also: Listed
    leads: dict[Id, list[int]]
    takes_part: dict[Id, list[int]]
    pages: Spoken


class Audience(Published):
    """Whom measures address, with the measures."""

    id: Id
    name: Spoken
    who: Spoken
    kind: str
    also: Listed
    measures: list[Id]
    pages: Spoken


class Term(Published):
    """A term with its rendering, and where it is defined, if it is."""

    id: Name
    text: Spoken
    also: Listed
    defined: bool
    definition: Spoken | None
    document: Id | None
    article: int | None
    quote: str | None
    source: Spoken | None
    note: Spoken | None
    pages: Spoken


class Chapter(Published):
    """A chapter with its first and last article."""

    number: int
    title: Spoken
    articles: tuple[int, int]


class Document(Published):
    """A document: its frame, and where its articles and measures are."""

    id: Id
    number: Spoken
    title: Spoken
    summary: Spoken
    issuer: Id
    signed: Day
    validity: Spoken
    translation: Spoken
    chapters: list[Chapter]
    pages: Spoken
    articles: list[str]
    measures: list[str]


class Listing(Published):
    """What the API holds: addresses below its own folder, each with the schema of its kind."""

    name: Spoken
    notice: Spoken
    licence: Spoken
    languages: dict[str, str]
    documents: list[str]
    lists: dict[str, str]
    tables: list[str]
    schemas: dict[str, str]
