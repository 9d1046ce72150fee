"""Each term of the glossary that occurs in a Chinese text has its rendering in the translation."""

import re
from collections.abc import Iterator, Mapping
from functools import cache

from generator.check.finding import Finding
from generator.policy.document import Document
from generator.policy.files import article_file, frame_file
from generator.policy.policy import Policy
from generator.policy.problem import Path, Problem
from generator.policy.term import Term

type Rendered = tuple[str, Path, Mapping[str, str]]


def terms(policy: Policy) -> Finding:
    """Every sentence, heading and title whose translation lacks the rendering of a term."""
    return Finding(tuple(_lacking(policy)))


def _lacking(policy: Policy) -> Iterator[Problem]:
    source, *others = policy.site.languages
    spelled = _spelled(policy.terms, source)
    for document in policy.documents.values():
        for file, path, words in _sentences(document):
            for name in occurring(words[source], spelled):
                for language in others:
                    renderings = _renderings(policy.terms[name], language)
                    if not any(rendered(each, words[language]) for each in renderings):
                        message = _message(policy.terms[name], source, renderings)
                        yield Problem(file=file, path=(*path, language), message=message)


def _message(term: Term, source: str, renderings: tuple[str, ...]) -> str:
    allowed = "' or '".join(renderings)
    return f"the term '{term[source]}' stands in the text, but not its rendering '{allowed}'"


def _sentences(document: Document) -> Iterator[Rendered]:
    frame = frame_file(document.id)
    for index, chapter in enumerate(document.frame.chapters):
        yield frame, ("chapters", index, "title"), chapter.title
    for article in document.articles:
        file = article_file(document.id, article.number)
        yield file, ("heading",), article.heading
        for index, sentence in enumerate(article.sentences):
            yield file, ("sentences", index), sentence.text


def _spelled(terms: Mapping[str, Term], language: str) -> dict[str, str]:
    """Each way of writing a term, with the term's name; longer ones first."""
    ways = {
        way: name
        for name, term in terms.items()
        for way in (term[language], *term.variants.get(language, ()))
    }
    return dict(sorted(ways.items(), key=lambda way: (-len(way[0]), way[0])))


def _renderings(term: Term, language: str) -> tuple[str, ...]:
    return (term[language], *term.variants.get(language, ()))


def occurring(text: str, spelled: Mapping[str, str]) -> list[str]:
    """The terms in a text; a term inside the words of a longer one does not count there."""
    found: list[str] = []
    for way, name in spelled.items():
        if way in text:
            found.append(name)
            text = text.replace(way, "\n" * len(way))
    return list(dict.fromkeys(found))


def rendered(rendering: str, text: str) -> bool:
    """Whether a rendering stands in a text, with a plain inflection of any of its words."""
    whole = _pattern(rendering).search(text)
    return bool(whole or _pattern(_open(rendering)).search(_open(text)))


def _open(text: str) -> str:
    """A text without what stands in brackets."""
    return re.sub(r"\s*\([^)]*\)", "", text)


@cache
def _pattern(rendering: str) -> re.Pattern[str]:
    words = re.findall(r"[\w'’&]+|[^\w\s]", rendering)
    return re.compile(r"[\s\-,'’]*".join(map(_inflected, words)), re.IGNORECASE)


def _inflected(word: str) -> str:
    """A word with the endings of plural, possessive and verb: `take`, `takes`, `taking`."""
    if not word[-1].isalpha():
        return re.escape(word)
    if word[-1] == "y":
        return rf"\b{re.escape(word[:-1])}(?:y|ies|ied|ying)(?:['’]s?)?\b"
    if word[-1] == "e":
        return rf"\b{re.escape(word[:-1])}(?:e|es|ed|ing|er|ers)(?:['’]s?)?\b"
    return rf"\b{re.escape(word)}(?:{word[-1]}?(?:ing|ed)|s|es)?(?:['’]s?)?\b"
