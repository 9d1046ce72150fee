"""The sums of a text: its figures in money and its shares, told apart by number and kind."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from fractions import Fraction
from types import MappingProxyType

from generator.figures.chinese import chinese_figures
from generator.figures.english import english_figures
from generator.figures.figure import Figure

READERS: Mapping[str, Callable[[str], Iterator[Figure]]] = MappingProxyType(
    {"zh": chinese_figures, "en": english_figures}
)
KINDS: Mapping[str, str] = MappingProxyType({"元": "yuan", "yuan": "yuan", "%": "%"})

type Sum = tuple[Fraction, str]


def sums(text: str, language: str) -> Mapping[Sum, list[Figure]]:
    """Where each sum stands, in the order of the text; none in a language that is not read."""
    found: dict[Sum, list[Figure]] = defaultdict(list)
    if language in READERS:
        for figure in READERS[language](text):
            if figure.unit in KINDS:
                found[figure.number, KINDS[figure.unit]].append(figure)
    return found
