"""The navigation of a document: its chapters, with the articles of the chapter being read."""

from dataclasses import dataclass

from generator.policy.document import Chapter
from generator.to_pages import addresses
from generator.to_pages.edition import Edition
from generator.to_pages.page import Link, Place
from generator.to_pages.words import fill


@dataclass(frozen=True, slots=True)
class Branch:
    """A chapter as a link, and its articles where it is the one being read."""

    chapter: Link
    articles: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Navigation:
    """A document's links: itself, its whole text, and its chapters."""

    document: Link
    text: Link
    branches: tuple[Branch, ...]


def navigation(edition: Edition, place: Place) -> Navigation | None:
    """The navigation of the document at `place`; None where the place belongs to none."""
    if place.document is None:
        return None
    document = edition.policy.documents[place.document]
    own = addresses.document(edition.language, document.id)
    whole = addresses.text(edition.language, document.id)
    return Navigation(
        Link(own, edition.say(document.frame.short_title)),
        Link(whole, edition.words["document"]["whole"]),
        tuple(_branch(edition, place, chapter) for chapter in document.frame.chapters),
    )


def _branch(edition: Edition, place: Place, chapter: Chapter) -> Branch:
    """One chapter; every other one stays closed, so that a page does not grow with the document."""
    document = edition.policy.documents[place.document or ""]
    address = f"{addresses.document(edition.language, document.id)}#chp_{chapter.number}"
    if chapter.number != place.chapter:
        return Branch(Link(address, edition.say(chapter.title)), ())
    first, last = chapter.articles
    articles = (item for item in document.articles if first <= item.number <= last)
    numbered = edition.words["document"]["numbered"]
    links = tuple(
        Link(
            addresses.article(edition.language, document.id, item.number),
            fill(numbered, n=item.number, heading=edition.say(item.heading)),
        )
        for item in articles
    )
    return Branch(Link(address, edition.say(chapter.title)), links)
