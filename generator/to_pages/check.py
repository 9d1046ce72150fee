"""The checker's pages: one for everything, and one for each measure alone."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from generator.to_pages import addresses
from generator.to_pages.catalogue import Catalogue, Entry
from generator.to_pages.checker.conditions import cited, shown_conditions
from generator.to_pages.checker.questions import asked_questions
from generator.to_pages.checker.rulebook import ROLE, Beginning, Rulebook
from generator.to_pages.edition import Edition
from generator.to_pages.page import Page, Place
from generator.to_pages.words import fill, load_words

WORDS = "check/words"


def check_pages(edition: Edition, catalogue: Catalogue) -> Iterator[Page]:
    """The checker's page, then that of each measure; none where there are no rules to check."""
    book = edition.rulebook
    if book is None or not book.measures:
        return
    said = load_words(edition.language, WORDS)
    entries = tuple(entry for entry in catalogue.measures.values() if entry.name in book.measures)
    yield _whole(edition, book, said, entries)
    for entry in entries:
        yield _single(edition, book, said, entry)


def _whole(
    edition: Edition, book: Rulebook, said: Mapping[str, Any], entries: tuple[Entry, ...]
) -> Page:
    numbers = dict.fromkeys(edition.say(entry.document.frame.number) for entry in entries)
    heads = (said["title"], fill(said["description"], number=said["page"]["joined"].join(numbers)))
    beginning = Beginning(ROLE, {}, ())
    return edition.page(
        addresses.check(edition.language),
        "check",
        heads,
        lambda: _values(edition, book, said, (entries, tuple(book.questions), beginning)),
        place=Place("check"),
        trail=(edition.home(),),
    )


def _single(edition: Edition, book: Rulebook, said: Mapping[str, Any], entry: Entry) -> Page:
    name = edition.say(entry.measure.name)
    heads = (
        fill(said["title_measure"], measure=name),
        fill(said["description_measure"], measure=name),
    )
    return edition.page(
        addresses.check(edition.language, entry.name),
        "check",
        heads,
        lambda: (
            _values(
                edition,
                book,
                said,
                ((entry,), book.questions_of(entry.name), book.beginning(entry.name)),
            )
            | {"only": entry}
        ),
        place=Place("check", entry.document.id),
        trail=(edition.home(), edition.document_link(entry.document)),
    )


def _values(
    edition: Edition,
    book: Rulebook,
    said: Mapping[str, Any],
    shown: tuple[tuple[Entry, ...], tuple[str, ...], Beginning],
) -> dict[str, Any]:
    entries, names, beginning = shown
    asked = asked_questions(edition.policy, book, names)
    conditions = {
        entry.name: shown_conditions(edition.policy, entry, book.measures[entry.name])
        for entry in entries
    }
    return {
        "c": said,
        "only": None,
        "entries": entries,
        "questions": asked,
        "first": next(each for each in asked if each.id == beginning.question),
        "beginning": beginning,
        "book": book,
        "conditions": conditions,
        "further": {entry.name: _further(book, entry) for entry in entries},
        "document_numbers": list(
            dict.fromkeys(edition.say(entry.document.frame.number) for entry in entries)
        ),
        "page_words": _in_script(said["page"]),
        "start": _in_script(dict(book.start)),
        "presupposed": _in_script(dict(beginning.answers)),
    }


def _further(book: Rulebook, entry: Entry) -> tuple[Any, ...]:
    return tuple(cited(quote) for quote in book.measures[entry.name]["further_conditions"])


def _in_script(value: Any) -> str:
    """JSON for a data block: nothing in it can end the element that holds it."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return text.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
