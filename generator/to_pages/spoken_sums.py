"""Finds in a translation the sums that decide in the text as issued, by their figures alone."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from generator.figures.figure import Figure
from generator.figures.sums import Sum, sums
from generator.to_pages.bindings import Binding


def spoken_sums(
    sentence: Mapping[str, str], bound: Iterable[Binding], language: str
) -> Iterator[Binding]:
    """The sums of `bound` in a translation; none where the two texts do not state the same ones.

    The same sum stated twice is told apart by its order.
    """
    for each in bound:
        if each.role == "amount" and each.language != language:
            ours, theirs = (sums(sentence[name], name) for name in (each.language, language))
            if _counted(ours) == _counted(theirs):
                yield from _translated(each, ours, theirs, language)


def _translated(
    bound: Binding,
    ours: Mapping[Sum, list[Figure]],
    theirs: Mapping[Sum, list[Figure]],
    language: str,
) -> Iterator[Binding]:
    for stated, figures in ours.items():
        for mine, other in zip(figures, theirs[stated], strict=True):
            if bound.start < mine.end <= bound.end:
                yield replace(bound, language=language, start=other.start, end=other.end)


def _counted(stated: Mapping[Sum, list[Figure]]) -> Mapping[Sum, int]:
    return {each: len(figures) for each, figures in stated.items()}
