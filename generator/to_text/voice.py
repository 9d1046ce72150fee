"""A policy in one language, with the words that stand around its texts."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from generator.policy.document import Article, Chapter
from generator.policy.policy import Policy
from generator.to_pages import figures
from generator.to_pages.words import fill, load_words


@dataclass(frozen=True)
class Voice:
    """`words` are those of the pages, `machine` those of the files for machines."""

    policy: Policy
    language: str
    words: Mapping[str, Any]
    machine: Mapping[str, Any]

    def article_title(self, article: Article) -> str:
        """The number and heading of an article."""
        number = figures.numeral(self.words, article.number)
        name = fill(self.words["document"]["article"], n=number)
        return f"{name} {article.heading[self.language]}"

    def chapter_title(self, chapter: Chapter) -> str:
        """The number and title of a chapter."""
        number = figures.numeral(self.words, chapter.number)
        name = fill(self.words["document"]["chapter"], n=number)
        return f"{name} {chapter.title[self.language]}"


def voices(policy: Policy) -> tuple[Voice, ...]:
    """The policy in each of its languages."""
    return tuple(
        Voice(policy, language, load_words(language), load_words(language, "machine/words"))
        for language in policy.site.languages
    )
