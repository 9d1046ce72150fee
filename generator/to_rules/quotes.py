"""Finds the words of a quote in the document: exactly once, with the anchor of their sentence."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction

from generator.figures.chinese import chinese_figures
from generator.policy.document import Article, Document
from generator.policy.measure import Quotes
from generator.to_rules.place import Place
from generator.to_rules.units import Json

_MEASURE_WORDS = {
    "years": ("年",),
    "months": ("个月", "月"),
    "days": ("天", "日"),
    "percent": ("%", "个百分点", "百分点"),
}
_FREE = (0, 1)
"""Plain numbers that need no quote: none, and one."""


@dataclass(frozen=True)
class Text:
    """A document's sentences, to find quotes in; `language` is that of the text as issued."""

    document: Document
    language: str

    def article(self, number: int) -> Article | None:
        """An article by its number."""
        return next((each for each in self.document.articles if each.number == number), None)

    def sentences(self, number: int) -> Iterator[tuple[str, str]]:
        """Anchors and texts of an article, its heading first."""
        article = self.article(number)
        if article is None:
            return
        yield f"art_{number}__heading", article.heading[self.language]
        for index, sentence in enumerate(article.sentences):
            yield article.sentence_id(index), sentence[self.language]

    def find(self, words: str, article: int) -> Iterator[tuple[str, int]]:
        """Every place of the words in an article: anchor of the sentence, characters before."""
        for anchor, text in self.sentences(article):
            start = text.find(words)
            while start >= 0:
                yield anchor, start
                start = text.find(words, start + 1)

    def quote(self, words: str, article: int, place: Place) -> list[Json]:
        """The quote as JSON in a list; an empty list with a problem where it is not found once."""
        if self.article(article) is None:
            place.refuse(f"article {article} is not written yet, so nothing can be quoted from it")
            return []
        hits = [anchor for anchor, _ in self.find(words, article)]
        if len(hits) == 1:
            return [{"article": article, "sentence": hits[0], "words": words}]
        if hits:
            where = f"{len(hits)} times in article {article} ({', '.join(hits)})"
            place.refuse(f"the words '{words}' stand {where}; quote more of them")
        else:
            texts = [text for _, text in self.sentences(article)]
            place.refuse(
                f"no sentence of article {article} holds the words '{words}'"
                + _as_far_as(words, texts)
            )
        return []

    def quotes(self, quotes: Quotes, article: int, place: Place) -> list[Json]:
        """All quotes of a place; `article` is where they stand unless they say otherwise."""
        found: list[Json] = []
        for index, quote in enumerate(quotes):
            here = place if len(quotes) == 1 else place.at(index)
            found += self.quote(quote.words, quote.article or article, here)
        return found


def _as_far_as(words: str, texts: list[str]) -> str:
    """How far the words agree with the text, to show an editor where they part."""
    for length in range(len(words) - 1, 1, -1):
        if any(words[:length] in text for text in texts):
            return f"; they agree as far as '{words[:length]}'"
    return ""


def missing_figures(figures: Iterable[tuple[int, str]], words: Iterable[str]) -> Iterator[str]:
    """Each figure of an expression that none of the quoted words states, as it is written."""
    stated = [figure for text in words for figure in chinese_figures(text)]
    for number, unit in dict.fromkeys(figures):
        if not unit and number in _FREE:
            continue
        wanted = _MEASURE_WORDS.get(unit)
        if any(
            figure.number == number and (wanted is None or figure.unit in wanted)
            for figure in stated
        ):
            continue
        if unit == "percent" and any(figure.number == Fraction(number, 100) for figure in stated):
            continue
        yield f"{unit}({number})" if unit else str(number)


def refuse_missing_figures(
    figures: Iterable[tuple[int, str]], quotes: Iterable[Json], place: Place
) -> None:
    """Note each figure that does not stand in the quotes."""
    words = [quote["words"] for quote in quotes]
    for figure in missing_figures(figures, words):
        place.refuse(f"the figure {figure} does not stand in the quoted words")
