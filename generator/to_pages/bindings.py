"""Which words of a document became which rule: every quote with its place in the text."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from generator.policy.document import Article, Document
from generator.policy.measure import Amount, Condition, Measure, Outcome, Quote
from generator.policy.term import Term

type Role = Literal["condition", "amount", "further", "once", "group", "reading", "basis", "term"]


@dataclass(frozen=True, slots=True)
class Binding:
    """Words of an article from `start` to `end` of a sentence, and what they decide.

    `owner` is the id of the measure, the group or the term, as `role` says; `sentence` counts from
    0, and -1 is the heading; `language` is the one in which the words stand.
    """

    sentence: int
    language: str
    start: int
    end: int
    role: Role
    owner: str
    words: str


def bindings(document: Document, terms: Mapping[str, Term]) -> Mapping[int, tuple[Binding, ...]]:
    """For each article by number, its bindings in the order of the text."""
    found: dict[int, list[Binding]] = defaultdict(list)
    articles = {article.number: article for article in document.articles}
    for number, role, owner, words in _quotes(document, terms):
        if number in articles:
            found[number].extend(_located(articles[number], role, owner, words))
    ordered = ((number, sorted(found[number], key=_position)) for number in sorted(found))
    return {number: tuple(items) for number, items in ordered}


def _position(binding: Binding) -> tuple[int, int, int]:
    return (binding.sentence, binding.start, -binding.end)


def _located(article: Article, role: Role, owner: str, words: str) -> Iterator[Binding]:
    """The one place of `words` in the article."""
    texts = (article.heading, *(sentence.text for sentence in article.sentences))
    for index, spoken in enumerate(texts):
        for language, text in spoken.items():
            start = text.find(words)
            if start >= 0:
                yield Binding(index - 1, language, start, start + len(words), role, owner, words)
                return


def _quotes(document: Document, terms: Mapping[str, Term]) -> Iterator[tuple[int, Role, str, str]]:
    for name, measure in document.measures.items():
        for role, quote in measure_quotes(measure):
            yield quote.article or measure.article, role, name, quote.words
    for name, group in document.frame.groups.items():
        for quote in group.quote:
            yield quote.article or group.article, "group", name, quote.words
    for name, term in terms.items():
        if term.quote and term.article and term.document in {None, document.id}:
            yield term.article, "term", name, term.quote


def measure_quotes(measure: Measure) -> Iterator[tuple[Role, Quote]]:
    """Every quote of a measure with what it decides."""
    yield from _each("basis", measure.basis_quote)
    yield from _each("basis", measure.bound)
    yield from _each("condition", condition_quotes(measure.conditions))
    for further in measure.further_conditions:
        yield from _each("further", further.quote)
    if measure.amount:
        yield from _each("amount", amount_quotes(measure.amount))
    if measure.once:
        yield from _each("once", measure.once.quote)
    for interpretation in measure.interpretations.values():
        yield from _each("reading", interpretation.quote)


def _each(role: Role, quotes: Iterable[Quote]) -> Iterator[tuple[Role, Quote]]:
    return ((role, quote) for quote in quotes)


def condition_quotes(conditions: Iterable[Condition]) -> Iterator[Quote]:
    """The quotes of conditions, those inside alternatives included."""
    for condition in conditions:
        yield from condition.quote
        if condition.for_some:
            for words in condition.for_some.who.values():
                yield Quote(words=words)
        yield from condition_quotes(condition.any_of or ())
        yield from condition_quotes(condition.all_of or ())


def amount_quotes(amount: Amount) -> Iterator[Quote]:
    """The quotes of an amount, those of its factors and cases included."""
    parts: tuple[Amount | Outcome, ...] = (amount, *amount.cases)
    for part in parts:
        yield from part.quote
        for factor in (*part.product, *part.low, *part.high):
            yield from factor.quote
