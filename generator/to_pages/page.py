"""A page: its address, what it is called, and the body that is rendered when it is written."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Link:
    """An address below the site's root with the words that name it."""

    address: str
    words: str


@dataclass(frozen=True, slots=True)
class Place:
    """Where a page stands among the others: the section of the site, the document, its chapter."""

    section: str = ""
    document: str | None = None
    chapter: int | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """One page in one language.

    `kind` names the template of the body and decides the page's security policy. `body` renders the
    HTML; it is called once, when the page is written, so that thousands of pages fit in memory;
    `embedded` renders it for a frame in another site. A page that stands in such a frame has the
    address of the full page in `full`.
    `source` is the data file behind the page; `indexed` is false for pages that no search lists.
    """

    address: str
    language: str
    kind: str
    title: str
    description: str
    body: Callable[[], str]
    place: Place = Place()
    trail: tuple[Link, ...] = ()
    source: str | None = None
    indexed: bool = True
    embedded: Callable[[], str] | None = None
    full: str | None = None
