"""Who acts and who is meant: departments and audiences."""

from typing import Literal

from generator.policy.frozen import EMPTY, Frozen, WordLists, Words


class Department(Frozen):
    """A body that the document names, as it was called when the document was issued."""

    short: Words
    name: Words
    also: WordLists = EMPTY
    note: Words | None = None


class Audience(Frozen):
    """A group of people or bodies whom measures address."""

    name: Words
    who: Words
    kind: Literal["person", "organisation", "authority"]
    also: WordLists = EMPTY
