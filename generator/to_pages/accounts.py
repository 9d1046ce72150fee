"""What became of the words of an article: each quote with its rules, each other clause with why."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from operator import attrgetter

from generator.policy.document import Article
from generator.to_pages.bindings import Binding, Role


@dataclass(slots=True)
class Account:
    """Words from `start` to `end` of a sentence, counted from 0 (-1 is the heading).

    `rules` holds, for each owner (whether a term, a group or a measure, and its id), the roles in
    which the words serve it; `reason` says why words that no rule holds grant nothing.
    """

    sentence: int
    start: int
    end: int
    language: str
    words: str
    rules: dict[tuple[str, str], list[Role]] = field(default_factory=dict)
    reason: str | None = None


def accounts(article: Article, bound: Iterable[Binding]) -> list[Account]:
    """Every quote and every clause that grants nothing, once each, in the order of the text."""
    found = [*_quoted(bound), *_grant_nothing(article)]
    return sorted(found, key=attrgetter("sentence", "start", "end"))


def _quoted(bound: Iterable[Binding]) -> Iterable[Account]:
    """One account for all the rules that share their words."""
    found: dict[tuple[int, int, int], Account] = {}
    for each in bound:
        place = (each.sentence, each.start, each.end)
        account = found.setdefault(place, Account(*place, each.language, each.words))
        kind = each.role if each.role in {"term", "group"} else "measure"
        roles = account.rules.setdefault((kind, each.owner), [])
        if each.role not in roles:
            roles.append(each.role)
    return found.values()


def _grant_nothing(article: Article) -> Iterator[Account]:
    for clause in article.grants_nothing:
        for index, sentence in enumerate(article.sentences):
            place = next(_places(clause.words, sentence.text.items()), None)
            if place:
                language, start = place
                end = start + len(clause.words)
                yield Account(index, start, end, language, clause.words, reason=clause.reason)
                break


def _places(words: str, texts: Iterable[tuple[str, str]]) -> Iterator[tuple[str, int]]:
    return ((language, text.find(words)) for language, text in texts if words in text)
