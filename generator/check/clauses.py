"""Every clause is bound by a rule, a group or a term, or listed as granting nothing."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.check.finding import Finding
from generator.policy.document import Article
from generator.policy.files import article_file
from generator.policy.parts import quotes
from generator.policy.policy import Policy
from generator.policy.problem import Problem
from generator.to_rules.place import Place
from generator.to_rules.quotes import Text

_CLAUSE = re.compile(r"[^，；：。]+")

type Span = tuple[str, int, int]
"""The anchor of a sentence, and where words begin and end in it."""


@dataclass(frozen=True)
class Clause:
    """One clause of a sentence: where it stands, its words, and how it is accounted for."""

    span: Span
    words: str
    bound: bool
    grants_nothing: bool


@dataclass(frozen=True)
class Coverage:
    """The clauses of one article."""

    article: int
    clauses: tuple[Clause, ...]

    @property
    def gaps(self) -> tuple[Clause, ...]:
        """The clauses that nothing accounts for."""
        return tuple(each for each in self.clauses if not (each.bound or each.grants_nothing))

    def __str__(self) -> str:
        """`article 12: 40 clauses, 25 bound, 15 grant nothing, 0 open`."""
        bound = sum(each.bound for each in self.clauses)
        nothing = sum(each.grants_nothing and not each.bound for each in self.clauses)
        counts = f"{bound} bound, {nothing} grant nothing, {len(self.gaps)} open"
        return f"article {self.article}: {len(self.clauses)} clauses, {counts}"


def clauses(policy: Policy) -> Finding:
    """The gaps of all documents, and a line on each article."""
    problems: list[Problem] = []
    notes: list[str] = []
    for document, each in coverage(policy):
        notes.append(f"{document}: {each}")
        problems += (_gap(document, each.article, clause) for clause in each.gaps)
    problems += _strange_words(policy)
    return Finding(tuple(problems), tuple(notes))


def coverage(policy: Policy) -> Iterator[tuple[str, Coverage]]:
    """How each article is covered, with the id of its document."""
    language = next(iter(policy.site.languages))
    for document in policy.documents.values():
        text = Text(document, language)
        bound = set(_bound(policy, document.id, text))
        for article in document.articles:
            nothing = set(_granting_nothing(article, text))
            yield (
                document.id,
                Coverage(article.number, tuple(_clauses(article, text, bound, nothing))),
            )


def _clauses(
    article: Article, text: Text, bound: set[Span], nothing: set[Span]
) -> Iterator[Clause]:
    for index, sentence in enumerate(article.sentences):
        anchor = article.sentence_id(index)
        for found in _CLAUSE.finditer(sentence[text.language]):
            span = (anchor, found.start(), found.end())
            touched = (any(_touch(span, each) for each in spans) for spans in (bound, nothing))
            yield Clause(span, found[0], *touched)


def _touch(one: Span, other: Span) -> bool:
    return one[0] == other[0] and one[1] < other[2] and other[1] < one[2]


def _bound(policy: Policy, document: str, text: Text) -> Iterator[Span]:
    """Where the quotes of measures, groups and terms stand."""
    for measure in text.document.measures.values():
        for _, quote in quotes(measure):
            yield from _spans(quote.words, quote.article or measure.article, text)
    for group in text.document.frame.groups.values():
        for quote in group.quote:
            yield from _spans(quote.words, quote.article or group.article, text)
    first = next(iter(policy.documents))
    for term in policy.terms.values():
        if term.quote and term.article and (term.document or first) == document:
            yield from _spans(term.quote, term.article, text)


def _granting_nothing(article: Article, text: Text) -> Iterator[Span]:
    for clause in article.grants_nothing:
        yield from _spans(clause.words, article.number, text)


def _spans(words: str, article: int, text: Text) -> Iterator[Span]:
    for anchor, start in text.find(words, article):
        yield anchor, start, start + len(words)


def _gap(document: str, article: int, clause: Clause) -> Problem:
    message = (
        f"no rule binds the words '{clause.words.strip()}' ({clause.span[0]}); "
        "quote them in a measure, or list them with their reason"
    )
    return Problem(file=article_file(document, article), path=("grants_nothing",), message=message)


def _strange_words(policy: Policy) -> list[Problem]:
    """Words listed as granting nothing that the article does not hold, or holds twice."""
    found: list[Problem] = []
    language = next(iter(policy.site.languages))
    for document in policy.documents.values():
        text = Text(document, language)
        for article in document.articles:
            place = Place(article_file(document.id, article.number), ("grants_nothing",), found)
            for index, clause in enumerate(article.grants_nothing):
                text.quote(clause.words, article.number, place.at(index, "words"))
    return found
