"""Pages that each language has once: home, glossary, changes, not found."""

from collections.abc import Iterator

from generator.policy import files
from generator.to_pages import addresses
from generator.to_pages.catalogue import Catalogue
from generator.to_pages.edition import Edition
from generator.to_pages.page import Page, Place


def whole_pages(edition: Edition, catalogue: Catalogue) -> Iterator[Page]:
    """The pages about the site's content as a whole."""
    yield edition.page(
        addresses.home(edition.language),
        "home",
        (edition.words["home"]["title"], edition.say(edition.policy.site.tagline)),
        lambda: {"catalogue": catalogue},
        place=Place("home"),
        source=files.SITE,
    )
    yield _section(edition, "glossary", files.TERMS)
    yield _section(edition, "changes", files.CHANGES)


def _section(edition: Edition, name: str, source: str) -> Page:
    words = edition.words[name]
    return edition.page(
        addresses.section(edition.language, name),
        name,
        (words["title"], words["description"]),
        dict,
        place=Place(name),
        trail=(edition.home(),),
        source=source,
    )
