"""What belongs to what across the whole policy, found once."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.policy.document import Article, Document
from generator.policy.measure import Measure
from generator.policy.policy import Policy
from generator.to_pages.bindings import Binding, bindings
from generator.to_pages.terms import TermFinder


@dataclass(frozen=True, slots=True)
class Entry:
    """A measure with its id, its document and its article."""

    name: str
    measure: Measure
    document: Document
    article: Article


@dataclass(frozen=True)
class Catalogue:
    """Indexes over a policy; every tuple keeps the order of the documents.

    `articles` and `bindings` are keyed by document and number; `leading` and `taking_part` by
    department.
    """

    measures: Mapping[tuple[str, str], Entry]
    by_article: Mapping[tuple[str, int], tuple[Entry, ...]]
    by_audience: Mapping[str, tuple[Entry, ...]]
    leading: Mapping[str, tuple[tuple[Document, Article], ...]]
    taking_part: Mapping[str, tuple[tuple[Document, Article], ...]]
    bindings: Mapping[str, Mapping[int, tuple[Binding, ...]]]
    finders: Mapping[str, TermFinder]


def catalogue(policy: Policy) -> Catalogue:
    """The indexes of `policy`."""
    entries = list(_entries(policy))
    leading, taking_part = _departments(policy)
    return Catalogue(
        measures={(entry.document.id, entry.name): entry for entry in entries},
        by_article=_grouped(
            ((entry.document.id, entry.article.number), entry) for entry in entries
        ),
        by_audience=_grouped(
            (name, entry) for entry in entries for name in entry.measure.audiences
        ),
        leading=leading,
        taking_part=taking_part,
        bindings={name: bindings(doc, policy.terms) for name, doc in policy.documents.items()},
        finders={name: TermFinder(policy.terms, name) for name in policy.site.languages},
    )


def _entries(policy: Policy) -> Iterator[Entry]:
    """Measures in the order of their articles."""
    for document in policy.documents.values():
        articles = {article.number: article for article in document.articles}
        ordered = sorted(document.measures.items(), key=lambda item: item[1].article)
        for name, measure in ordered:
            if measure.article in articles:
                yield Entry(name, measure, document, articles[measure.article])


def _grouped[K, V](pairs: Iterator[tuple[K, V]]) -> Mapping[K, tuple[V, ...]]:
    gathered: dict[K, list[V]] = defaultdict(list)
    for key, value in pairs:
        gathered[key].append(value)
    return {key: tuple(values) for key, values in gathered.items()}


type Duties = Mapping[str, tuple[tuple[Document, Article], ...]]


def _departments(policy: Policy) -> tuple[Duties, Duties]:
    """The articles in which each department leads, and in which it takes part."""
    named = [
        (identity, index, document, article)
        for document in policy.documents.values()
        for article in document.articles
        for index, identity in enumerate(article.departments)
    ]
    leading = _grouped((name, (doc, art)) for name, index, doc, art in named if index == 0)
    others = _grouped((name, (doc, art)) for name, index, doc, art in named if index > 0)
    return leading, others
