"""What search can lead to: documents, articles, measures, audiences, departments, terms."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.policy.document import Document
from generator.policy.term import Term
from generator.to_pages import addresses, amounts, figures
from generator.to_pages.edition import Edition
from generator.to_pages.words import fill

KINDS = ("measure", "article", "audience", "department", "term", "document")
"""The kinds of targets in the order in which they are listed."""


@dataclass(frozen=True, slots=True)
class Target:
    """A page, or a place on one, in one language.

    `note` is a short remark beside the title, such as a measure's sum or an article's number;
    `also` are its other names, everyday ones above all; `text` is what else is searched, passage by
    passage.
    """

    kind: str
    address: str
    title: str
    note: str = ""
    also: tuple[str, ...] = ()
    text: tuple[str, ...] = ()


def targets(edition: Edition) -> tuple[Target, ...]:
    """Everything that search can lead to, kind by kind, each in the order of the data."""
    found = [
        *_documents(edition),
        *_audiences(edition),
        *_departments(edition),
        *(_term(edition, key, term) for key, term in edition.policy.terms.items()),
    ]
    return tuple(sorted(found, key=lambda target: KINDS.index(target.kind)))


def _documents(edition: Edition) -> Iterator[Target]:
    for document in edition.policy.documents.values():
        frame = document.frame
        names = (frame.number, frame.short_title, frame.registration)
        yield Target(
            "document",
            addresses.document(edition.language, document.id),
            edition.say(frame.title),
            also=tuple(edition.say(name) for name in names if name),
            text=(edition.say(frame.summary), edition.say(frame.validity)),
        )
        yield from _articles(edition, document)
        yield from _measures(edition, document)


def _articles(edition: Edition, document: Document) -> Iterator[Target]:
    words = edition.words["article"]["number"]
    for article in document.articles:
        numbered = fill(words, n=figures.numeral(edition.words, article.number))
        in_digits = fill(words, n=article.number)
        yield Target(
            "article",
            addresses.article(edition.language, document.id, article.number),
            edition.say(article.heading),
            note=numbered,
            also=tuple(dict.fromkeys((numbered, in_digits))),
            text=(
                edition.say(article.summary),
                *(sentence[edition.language] for sentence in article.sentences),
            ),
        )


def _measures(edition: Edition, document: Document) -> Iterator[Target]:
    ordered = sorted(document.measures.items(), key=lambda item: item[1].article)
    for name, measure in ordered:
        what = (edition.say(measure.what),) if measure.what else ()
        yield Target(
            "measure",
            addresses.measure(edition.language, document.id, name),
            edition.say(measure.name),
            note=amounts.sum_words(edition.words, measure),
            also=measure.also.get(edition.language, ()),
            text=(edition.say(measure.summary), *what),
        )


def _audiences(edition: Edition) -> Iterator[Target]:
    for name, audience in edition.policy.audiences.items():
        yield Target(
            "audience",
            addresses.audience(edition.language, name),
            edition.say(audience.name),
            also=audience.also.get(edition.language, ()),
            text=(edition.say(audience.who),),
        )


def _departments(edition: Edition) -> Iterator[Target]:
    for name, department in edition.policy.departments.items():
        yield Target(
            "department",
            addresses.department(edition.language, name),
            edition.say(department.name),
            also=(edition.say(department.short), *department.also.get(edition.language, ())),
        )


def _term(edition: Edition, key: str, term: Term) -> Target:
    language = edition.language
    return Target(
        "term",
        f"{addresses.section(language, 'glossary')}#{key}",
        term[language],
        also=(*term.variants.get(language, ()), *term.also.get(language, ())),
        text=(edition.say(term.definition),) if term.definition else (),
    )
