"""A document's own page, and its whole text on one page."""

from collections.abc import Iterator

from generator.policy import files
from generator.policy.document import Article, Chapter, Document
from generator.to_pages import addresses
from generator.to_pages.catalogue import Catalogue
from generator.to_pages.edition import Edition
from generator.to_pages.page import Page, Place
from generator.to_pages.words import fill


def document_pages(edition: Edition, catalogue: Catalogue) -> Iterator[Page]:
    """Both pages of every document."""
    for document in edition.policy.documents.values():
        yield _document_page(edition, catalogue, document)
        yield _text_page(edition, document)


def _document_page(edition: Edition, catalogue: Catalogue, document: Document) -> Page:
    return edition.page(
        addresses.document(edition.language, document.id),
        "document",
        (edition.say(document.frame.title), edition.say(document.frame.summary)),
        lambda: {
            "document": document,
            "chapters": chapters(document),
            "measures": catalogue.by_article,
        },
        place=Place("documents", document.id),
        trail=(edition.home(),),
        source=files.frame_file(document.id),
    )


def _text_page(edition: Edition, document: Document) -> Page:
    title = fill(edition.words["text"]["title"], document=edition.say(document.frame.number))
    return edition.page(
        addresses.text(edition.language, document.id),
        "text",
        (
            title,
            fill(edition.words["text"]["description"], title=edition.say(document.frame.title)),
        ),
        lambda: {"document": document, "chapters": chapters(document)},
        place=Place("documents", document.id),
        trail=(edition.home(), edition.document_link(document)),
        source=files.frame_file(document.id),
    )


def chapters(document: Document) -> list[tuple[Chapter, list[Article]]]:
    """The chapters with the articles that they hold."""
    return [
        (
            chapter,
            [
                article
                for article in document.articles
                if chapter.articles[0] <= article.number <= chapter.articles[1]
            ],
        )
        for chapter in document.frame.chapters
    ]
