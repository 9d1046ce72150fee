"""A document: its frame, chapters, articles, groups and scenarios."""

from typing import Any, Literal

from generator.policy.frozen import (
    EMPTY,
    Day,
    Frozen,
    FrozenMap,
    Id,
    IdMap,
    Name,
    NameMap,
    Spoken,
    Text,
    Words,
)
from generator.policy.measure import Kind, Measure, Quotes

type GrantsNothing = Literal[
    "aim",
    "public_service",
    "organisation",
    "departments",
    "no_applicants",
    "background",
    "guidance",
    "stated_elsewhere",
]
"""Why a clause binds no rule; the wording of each reason stands in the templates' words."""


class Sentence(Spoken):
    """One sentence of the text beside its translations; `note` explains an oddity of the text."""

    note: Words | None = None


class FrameLine(Sentence):
    """A line before the first chapter or after the last article; `id` is its anchor."""

    id: Name


class Clause(Frozen):
    """Words of an article that no rule binds, with the reason."""

    words: Text
    reason: GrantsNothing


class Article(Frozen):
    """One article: `zh` of its sentences joined is the source text to the character."""

    number: int
    heading: Words
    summary: Words
    sentences: tuple[Sentence, ...]
    departments: tuple[Id, ...]
    grants_nothing: tuple[Clause, ...] = ()

    def sentence_id(self, index: int) -> str:
        """The anchor of the sentence at `index` (from 0): `art_12__p_5`."""
        return f"art_{self.number}__p_{index + 1}"


class Chapter(Frozen):
    """A chapter and its first and last article."""

    number: int
    title: Words
    articles: tuple[int, int]


class Group(Frozen):
    """Measures of which a person receives only one."""

    article: int
    quote: Quotes
    name: Words


class Review(Frozen):
    """Who reviewed the translation, and when; `on` is null while nobody has."""

    by: Words
    on: Day | None = None


class ExpectedOutcome(Frozen):
    """A status, and kind, lowest and highest sum; only the named parts are compared."""

    status: Literal["eligible", "ineligible", "unknown"]
    kind: Kind | None = None
    low: int | None = None
    high: int | None = None


class Expected(ExpectedOutcome):
    """What a scenario expects of one measure.

    `awaits` lists who still decides, `readings` what other readings give.
    """

    awaits: tuple[Id, ...] | None = None
    excluded_by: Id | None = None
    open: tuple[Text, ...] | None = None
    readings: NameMap[NameMap[ExpectedOutcome]] = EMPTY


class Scenario(Frozen):
    """A person or body with answers, and what they are entitled to."""

    persona: Words
    as_of: Day = "2018-06-01"
    answers: FrozenMap[Any]
    expect: FrozenMap[Expected]


class Numbering(Frozen):
    """How the text as issued writes its numbers; `{n}` is the Chinese numeral, `{d}` the figure."""

    chapter: Text = "{n}、"
    article: Text = "（{n}）"
    after_heading: Text = "。"


class Frame(Frozen):
    """`document.yaml`: everything about a document but its articles."""

    number: Words
    registration: Words | None = None
    title: Words
    short_title: Words
    summary: Words
    issuer: Id
    sponsor: Id | None = None
    supervising_office: Id | None = None
    signed: Day
    printed: Day | None = None
    legal_basis: tuple[Words, ...] = ()
    validity: Words
    translation: Words
    reviewed: Review
    front: tuple[FrameLine, ...] = ()
    chapters: tuple[Chapter, ...]
    back: tuple[FrameLine, ...] = ()
    numbering: Numbering = Numbering()
    groups: IdMap[Group] = EMPTY


class Document(Frozen):
    """A document with all that belongs to it; articles in order, measures by id."""

    id: Id
    frame: Frame
    source: Text
    articles: tuple[Article, ...]
    measures: FrozenMap[Measure]
    scenarios: FrozenMap[Scenario]
