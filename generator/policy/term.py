"""A term of the document: its rendering, its everyday names, its definition, its rule."""

from generator.policy.frozen import EMPTY, Id, Spoken, Text, WordLists, Words


class Term(Spoken):
    """One entry of `terms.yaml`.

    A definition stands in an article (`document`, `article`, `quote`) or in a named `source`;
    `defined: false` says on every page that this document does not define the term.
    `rule` is an expression over facts; rules use the term by its key.
    """

    variants: WordLists = EMPTY
    also: WordLists = EMPTY
    defined: bool = True
    document: Id | None = None
    article: int | None = None
    quote: Text | None = None
    definition: Words | None = None
    source: Words | None = None
    note: Words | None = None
    rule: Text | None = None
