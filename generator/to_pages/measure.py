"""Measure pages: who may receive it, how much, and which words of the document say so."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

from generator.policy import files
from generator.policy.document import Document
from generator.policy.measure import Measure, Quote
from generator.to_pages import addresses, amounts, figures
from generator.to_pages.catalogue import Catalogue, Entry
from generator.to_pages.checker.conditions import Cited, cited, shown_conditions
from generator.to_pages.edition import Edition
from generator.to_pages.example import example
from generator.to_pages.page import Page
from generator.to_pages.words import fill


@dataclass(frozen=True, slots=True)
class Case:
    """One of several sums: in which case, and how much."""

    when: str
    sum: str
    quotes: tuple[Cited, ...]


def measure_pages(edition: Edition, catalogue: Catalogue) -> Iterator[Page]:
    """The page of every measure that the rule book holds."""
    for entry in catalogue.measures.values():
        if edition.rulebook and entry.name in edition.rulebook.measures:
            yield _page(edition, catalogue, entry)


def _page(edition: Edition, catalogue: Catalogue, entry: Entry) -> Page:
    name = edition.say(entry.measure.name)
    title = fill(
        edition.words["measure"]["title"],
        name=name,
        n=figures.numeral(edition.words, entry.article.number),
        document=edition.say(entry.document.frame.number),
    )
    return edition.page(
        addresses.measure(edition.language, entry.document.id, entry.name),
        "measure",
        (title, edition.say(entry.measure.summary)),
        partial(_values, edition, catalogue, entry),
        place=edition.article_place(entry.document, entry.article.number),
        trail=(
            edition.home(),
            edition.document_link(entry.document),
            edition.article_link(entry.document, entry.article),
        ),
        source=files.measure_file(entry.document.id, entry.name),
    )


def _values(edition: Edition, catalogue: Catalogue, entry: Entry) -> dict[str, Any]:
    compiled = edition.rulebook.measures[entry.name] if edition.rulebook else {}
    siblings = catalogue.by_article[entry.document.id, entry.article.number]
    return {
        "entry": entry,
        "measure": entry.measure,
        "document": entry.document,
        "article": entry.article,
        "conditions": shown_conditions(edition.policy, entry, compiled),
        "further": [cited(quote) for quote in compiled["further_conditions"]],
        "amount_quotes": _amount_quotes(compiled),
        "cases": _cases(edition, entry, compiled),
        "example": edition.rulebook and example(edition.words, edition.rulebook, entry),
        "reading_quotes": partial(_found, entry),
        "departments": entry.measure.departments or entry.article.departments,
        "group": _group(catalogue, entry),
        "siblings": [other for other in siblings if other.name != entry.name],
    }


def _amount_quotes(compiled: Mapping[str, Any]) -> tuple[Cited, ...]:
    """The words from which the sum comes, each once."""
    amount = compiled["amount"]
    if amount is None:
        return ()
    parts = (amount, *(amount["cases"] or ()))
    quotes = [
        quote
        for part in parts
        for factors in (part.get("product"), part.get("low"), part.get("high"))
        for factor in factors or ()
        for quote in factor["quotes"]
    ]
    quotes += [quote for part in parts for quote in part.get("quotes") or ()]
    return tuple(dict.fromkeys(cited(quote) for quote in quotes))


def _cases(edition: Edition, entry: Entry, compiled: Mapping[str, Any]) -> tuple[Case, ...]:
    """The cases of a sum, each told by the option that decides it."""
    amount = entry.measure.amount
    if amount is None or not amount.cases:
        return ()
    return tuple(
        Case(
            _told(edition, written.if_),
            amounts.case_words(edition.words, amount, written),
            tuple(cited(quote) for quote in rule.get("quotes") or ()),
        )
        for written, rule in zip(amount.cases, compiled["amount"]["cases"], strict=True)
    )


def _told(edition: Edition, expression: str) -> str:
    """`level.national` as the words of that option; others as the words of all theirs."""
    questions = edition.policy.questions
    said = [
        edition.say(questions[question].options[option].text)
        for question, option in amounts.options(expression)
        if question in questions and option in questions[question].options
    ]
    return str(edition.words["amount"]["or"].join(said))


def _found(entry: Entry, quotes: tuple[Quote, ...]) -> tuple[Cited, ...]:
    """Quotes of an interpretation with their places in the text."""
    return tuple(
        place
        for quote in quotes
        for place in [_place(entry.document, entry.measure, quote)]
        if place is not None
    )


def _place(document: Document, measure: Measure, quote: Quote) -> Cited | None:
    number = quote.article or measure.article
    article = next((item for item in document.articles if item.number == number), None)
    for index, sentence in enumerate(article.sentences if article else ()):
        if article and any(quote.words in text for text in sentence.text.values()):
            return Cited(quote.words, number, article.sentence_id(index), index + 1)
    return None


def _group(catalogue: Catalogue, entry: Entry) -> tuple[Entry, ...]:
    """The other measures of which only one is received together with this one."""
    group = entry.measure.only_one_of
    if group is None:
        return ()
    return tuple(
        other
        for other in catalogue.measures.values()
        if other.document.id == entry.document.id
        and other.measure.only_one_of == group
        and other.name != entry.name
    )
