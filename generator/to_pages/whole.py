"""Pages that each language has once: home, glossary, changes, not found."""

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import Any

from generator.policy import files
from generator.to_pages import addresses
from generator.to_pages.catalogue import Catalogue
from generator.to_pages.edition import Edition
from generator.to_pages.letters import by_letter
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
    yield _section(edition, "glossary", files.TERMS, partial(_letters, edition))
    yield _section(edition, "changes", files.CHANGES)


def _letters(edition: Edition) -> dict[str, Any]:
    terms = edition.policy.terms.items()
    return {"letters": by_letter(terms, lambda item: item[1][edition.language])}


def _section(
    edition: Edition,
    name: str,
    source: str,
    values: Callable[[], Mapping[str, Any]] = dict[str, Any],
) -> Page:
    words = edition.words[name]
    return edition.page(
        addresses.section(edition.language, name),
        name,
        (words["title"], words["description"]),
        values,
        place=Place(name),
        trail=(edition.home(),),
        source=source,
    )
