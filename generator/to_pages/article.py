"""Article pages: the text in both languages, its measures, departments and terms."""

from collections.abc import Iterable, Iterator
from typing import Any

from generator.policy import files
from generator.policy.document import Article, Document
from generator.to_pages import addresses, figures
from generator.to_pages.accounts import accounts
from generator.to_pages.catalogue import Catalogue
from generator.to_pages.edition import Edition, chapter_of
from generator.to_pages.lines import Terms, lines
from generator.to_pages.page import Page
from generator.to_pages.terms import find_terms
from generator.to_pages.words import fill


def article_pages(edition: Edition, catalogue: Catalogue) -> Iterator[Page]:
    """The page of every article of every document."""
    for document in edition.policy.documents.values():
        articles = document.articles
        neighbours = zip((None, *articles), articles, (*articles[1:], None), strict=False)
        for before, article, after in neighbours:
            yield _page(edition, catalogue, document, (before, article, after))


def _page(
    edition: Edition,
    catalogue: Catalogue,
    document: Document,
    articles: tuple[Article | None, Article, Article | None],
) -> Page:
    before, article, after = articles
    return edition.page(
        addresses.article(edition.language, document.id, article.number),
        "article",
        (article_title(edition, document, article), edition.say(article.summary)),
        lambda: _values(edition, catalogue, document, article) | {"before": before, "after": after},
        place=edition.article_place(document, article.number),
        trail=(edition.home(), edition.document_link(document)),
        source=files.article_file(document.id, article.number),
    )


def article_title(edition: Edition, document: Document, article: Article) -> str:
    """The title of an article's page: number, heading, document."""
    return fill(
        edition.words["article"]["title"],
        number=figures.numeral(edition.words, article.number),
        heading=edition.say(article.heading),
        document=edition.say(document.frame.number),
    )


def _values(
    edition: Edition, catalogue: Catalogue, document: Document, article: Article
) -> dict[str, Any]:
    bound = catalogue.bindings[document.id].get(article.number, ())
    texts = (article.heading, *(sentence.text for sentence in article.sentences))
    terms = [find_terms(catalogue.finders, spoken) for spoken in texts]
    return {
        "document": document,
        "article": article,
        "chapter": _chapter(document, article.number),
        "lines": lines(edition, catalogue, document, article, terms[1:]),
        "measures": catalogue.by_article.get((document.id, article.number), ()),
        "anchor": _anchor,
        "terms": _named(edition, terms),
        "accounts": accounts(article, bound),
    }


def _chapter(document: Document, number: int) -> Any:
    wanted = chapter_of(document, number)
    return next((item for item in document.frame.chapters if item.number == wanted), None)


def _named(edition: Edition, terms: Iterable[Terms]) -> list[str]:
    """The terms as they first appear, this edition's own language first."""
    return list(
        dict.fromkeys(
            found.term
            for language in edition.languages
            for here in terms
            for found in here[language]
        )
    )


def _anchor(article: Article, sentence: int) -> str:
    """The anchor of a sentence by its index; -1 is the heading."""
    return f"art_{article.number}__heading" if sentence < 0 else article.sentence_id(sentence)
