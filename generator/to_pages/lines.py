"""The sentences of an article as its page shows them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from generator.policy.document import Article, Document, Sentence
from generator.to_pages import addresses
from generator.to_pages.bindings import Binding
from generator.to_pages.catalogue import Catalogue, Entry
from generator.to_pages.edition import Edition
from generator.to_pages.marked import marked
from generator.to_pages.marks import DECIDING
from generator.to_pages.spoken_sums import spoken_sums
from generator.to_pages.terms import Found

type Terms = Mapping[str, tuple[Found, ...]]
"""The terms of a text in each language; see find_terms."""


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence as shown: its anchor, its HTML in each language, the measures it decides."""

    id: str
    texts: Mapping[str, Markup]
    measures: tuple[Entry, ...]
    note: Mapping[str, str] | None


def lines(
    edition: Edition,
    catalogue: Catalogue,
    document: Document,
    article: Article,
    terms: Sequence[Terms],
) -> Iterator[Line]:
    """The sentences of an article with marks and terms; `terms` are those of each sentence."""
    bound = catalogue.bindings[document.id].get(article.number, ())
    root = addresses.root(addresses.article(edition.language, document.id, article.number))

    def way(measure: str) -> str:
        return root + addresses.measure(edition.language, document.id, measure)

    for index, (sentence, found) in enumerate(zip(article.sentences, terms, strict=True)):
        here = [item for item in bound if item.sentence == index]
        texts = {
            language: marked(
                sentence[language], _spoken(sentence, here, language), found[language], way
            )
            for language in edition.languages
        }
        owners = dict.fromkeys(item.owner for item in here if item.role in DECIDING)
        measures = tuple(catalogue.measures[document.id, name] for name in owners)
        yield Line(article.sentence_id(index), texts, measures, sentence.note)


def _spoken(sentence: Sentence, bound: Sequence[Binding], language: str) -> Sequence[Binding]:
    """What is bound in the sentence's text in one language, the sums of the other text too."""
    everything = (*bound, *spoken_sums(sentence.text, bound, language))
    return [item for item in everything if item.language == language]
