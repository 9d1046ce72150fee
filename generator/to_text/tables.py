"""Tables for spreadsheets: measures, and departments by article."""

import csv
from collections.abc import Iterable, Iterator
from io import StringIO

from generator.policy.document import Document
from generator.to_pages import amounts
from generator.to_text.escaped import cell
from generator.to_text.voice import Voice

MARK = "\N{ZERO WIDTH NO-BREAK SPACE}"
"""Tells spreadsheets that the file is UTF-8."""


def measures_table(voices: tuple[Voice, ...]) -> str:
    """One line a measure; what is said stands in one column for each language."""
    said = ("name", "amount", "summary")
    head = ["document", "article", "measure", "basis", "audiences", "departments"]
    head += [f"{part}_{voice.language}" for part in said for voice in voices]
    documents = voices[0].policy.documents.values()
    return _table(head, (row for document in documents for row in _measures(voices, document)))


def _measures(voices: tuple[Voice, ...], document: Document) -> Iterator[list[str]]:
    articles = {article.number: article for article in document.articles}
    for name, measure in document.measures.items():
        departments = measure.departments or articles[measure.article].departments
        yield [
            document.id,
            str(measure.article),
            name,
            measure.basis,
            " ".join(measure.audiences),
            " ".join(departments),
            *(measure.name[voice.language] for voice in voices),
            *(amounts.sum_words(voice.words, measure) for voice in voices),
            *(measure.summary[voice.language] for voice in voices),
        ]


def departments_table(voices: tuple[Voice, ...]) -> str:
    """One line for each department of each article; `place` 1 leads."""
    policy = voices[0].policy
    head = ["document", "article", "place", "department"]
    head += [f"name_{voice.language}" for voice in voices]
    rows = (
        [document.id, str(article.number), str(place), name]
        + [policy.departments[name].name[voice.language] for voice in voices]
        for document in policy.documents.values()
        for article in document.articles
        for place, name in enumerate(article.departments, 1)
    )
    return _table(head, rows)


def _table(head: list[str], rows: Iterable[list[str]]) -> str:
    """A table as RFC 4180 writes it."""
    text = StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(head)
    writer.writerows([cell(value) for value in row] for row in rows)
    return MARK + text.getvalue()
