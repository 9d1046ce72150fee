"""Finds in a translation the sums that decide in the text as issued, by their figures alone."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from fractions import Fraction
from types import MappingProxyType

from generator.figures.chinese import chinese_figures
from generator.figures.english import english_figures
from generator.figures.figure import Figure
from generator.to_pages.bindings import Binding

READERS: Mapping[str, Callable[[str], Iterator[Figure]]] = MappingProxyType(
    {"zh": chinese_figures, "en": english_figures}
)
UNITS: Mapping[str, str] = MappingProxyType({"元": "yuan", "yuan": "yuan", "%": "%"})
"""What sums are counted in: money, or a share of something."""

type Sums = Mapping[tuple[Fraction, str], list[Figure]]


def spoken_sums(
    sentence: Mapping[str, str], bound: Iterable[Binding], language: str
) -> Iterator[Binding]:
    """The sums of `bound` in a translation; none where the two texts do not state the same ones.

    The same sum stated twice is told apart by its order.
    """
    for each in bound:
        if each.role == "amount" and each.language != language:
            ours, theirs = (_sums(sentence, name) for name in (each.language, language))
            if _counted(ours) == _counted(theirs):
                yield from _translated(each, ours, theirs, language)


def _translated(bound: Binding, ours: Sums, theirs: Sums, language: str) -> Iterator[Binding]:
    for stated, figures in ours.items():
        for mine, other in zip(figures, theirs[stated], strict=True):
            if bound.start < mine.end <= bound.end:
                yield replace(bound, language=language, start=other.start, end=other.end)


def _sums(sentence: Mapping[str, str], language: str) -> Sums:
    found: dict[tuple[Fraction, str], list[Figure]] = defaultdict(list)
    if language in READERS:
        for figure in READERS[language](sentence[language]):
            if figure.unit in UNITS:
                found[figure.number, UNITS[figure.unit]].append(figure)
    return found


def _counted(sums: Sums) -> Mapping[tuple[Fraction, str], int]:
    return {stated: len(figures) for stated, figures in sums.items()}
