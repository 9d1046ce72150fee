"""Finds the glossary's terms in a sentence: the longest term first, at the leftmost place."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from generator.policy.term import Term


@dataclass(frozen=True, slots=True)
class Found:
    """A term between two positions of a sentence."""

    start: int
    end: int
    term: str


class TermFinder:
    """Looks for every name of every term of one language in a single pass over a sentence."""

    def __init__(self, terms: Mapping[str, Term], language: str) -> None:
        """Gather the names; of two terms with one name the first in the file keeps it."""
        self._names: dict[str, str] = {}
        for key, term in terms.items():
            for name in (term[language], *term.variants.get(language, ())):
                self._names.setdefault(name.casefold(), key)
        self._pattern = _pattern(self._names)
        self.find = lru_cache(maxsize=20_000)(self._find)

    def _find(self, sentence: str) -> tuple[Found, ...]:
        if self._pattern is None:
            return ()
        return tuple(
            Found(match.start(), match.end(), self._names[_singular(match[0], self._names)])
            for match in self._pattern.finditer(sentence)
        )


def find_terms(
    finders: Mapping[str, TermFinder], spoken: Mapping[str, str]
) -> Mapping[str, tuple[Found, ...]]:
    """The terms of a sentence in each language; the first one's is the text as issued.

    A translation holds a term only where the text as issued does: "named first" is no priority.
    """
    found = {language: finder.find(spoken[language]) for language, finder in finders.items()}
    issued = {item.term for item in next(iter(found.values()), ())}
    return {
        name: tuple(item for item in items if item.term in issued) for name, items in found.items()
    }


def _singular(words: str, names: Mapping[str, str]) -> str:
    folded = words.casefold()
    return folded if folded in names else folded.removesuffix("s")


def _pattern(names: Iterable[str]) -> re.Pattern[str] | None:
    """One pattern for all names: words of an alphabet match whole, with a plural s."""
    chosen = list(names)
    if not chosen:
        return None
    latin = [name for name in chosen if name.isascii()]
    other = [name for name in chosen if not name.isascii()]
    parts = [_trie(other)] if other else []
    if latin:
        parts.append(rf"\b{_trie(latin)}s?\b")
    return re.compile("|".join(parts), re.IGNORECASE)


def _trie(names: Iterable[str]) -> str:
    """A pattern in which a shared beginning is tried once; longer names come first."""
    root: dict[str, Any] = {}
    for name in names:
        node = root
        for letter in name:
            node = node.setdefault(letter, {})
        node[""] = {}
    return _alternatives(root)


def _alternatives(node: dict[str, Any]) -> str:
    branches = [re.escape(letter) + _alternatives(rest) for letter, rest in node.items() if letter]
    if not branches:
        return ""
    joined = branches[0] if len(branches) == 1 else f"(?:{'|'.join(branches)})"
    return f"(?:{joined})?" if "" in node else joined
