"""The search page of each language, with the scripts and the indexes that it loads."""

import hashlib
from collections.abc import Mapping
from operator import attrgetter
from pathlib import Path

from generator.to_pages import addresses
from generator.to_pages.edition import Edition
from generator.to_pages.letters import by_letter
from generator.to_pages.page import Page, Place
from generator.to_pages.words import load_words
from generator.to_search.index import search_index
from generator.to_search.scripts import search_scripts
from generator.to_search.targets import Target, targets

WORDS = "search/words"
DIGITS = 10
EXAMPLES = 5


def to_search(editions: tuple[Edition, ...], folder: Path, *, cache: Path) -> tuple[Page, ...]:
    """Write scripts and indexes below a site's root; returns the search page of each language.

    Raises ToolError where Node or a package of it is missing.
    """
    scripts = search_scripts(folder, cache=cache)
    listed = {edition.language: targets(edition) for edition in editions}
    indexes = {name: _write_index(folder, name, found) for name, found in listed.items()}
    return tuple(_page(edition, listed[edition.language], scripts, indexes) for edition in editions)


def _write_index(folder: Path, language: str, found: tuple[Target, ...]) -> str:
    content = search_index(language, found)
    digest = hashlib.sha256(content).hexdigest()[:DIGITS]
    address = f"assets/search.{language}.{digest}.json"
    (folder / address).write_bytes(content)
    return address


def _page(
    edition: Edition,
    found: tuple[Target, ...],
    scripts: tuple[str, ...],
    indexes: Mapping[str, str],
) -> Page:
    said = load_words(edition.language, WORDS)
    others = [address for name, address in indexes.items() if name != edition.language]
    return edition.page(
        addresses.section(edition.language, "search"),
        "search",
        (said["title"], said["description"]),
        lambda: {
            "s": said,
            "kinds": tuple(dict.fromkeys(target.kind for target in found)),
            "letters": by_letter(found, attrgetter("title")),
            "examples": _examples(edition),
            "scripts": scripts,
            "index": indexes[edition.language],
            "others": others,
        },
        place=Place("search"),
        trail=(edition.home(),),
    )


def _examples(edition: Edition) -> tuple[str, ...]:
    """Everyday names of measures that pay to a person, one for each article, to try."""
    names: dict[tuple[str, int], str] = {}
    for document in edition.policy.documents.values():
        for measure in sorted(document.measures.values(), key=lambda each: each.article):
            called = measure.also.get(edition.language, ())
            if called and measure.amount and measure.amount.paid_to == "person":
                names.setdefault((document.id, measure.article), called[0])
    return tuple(dict.fromkeys(names.values()))[:EXAMPLES]
