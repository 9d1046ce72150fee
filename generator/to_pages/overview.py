"""The page to look at: who is meant by what, all sums on one scale, who answers for what."""

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from generator.policy.measure import Amount, Factor, Outcome
from generator.to_pages import addresses, amounts
from generator.to_pages.catalogue import Catalogue, Entry
from generator.to_pages.edition import Edition
from generator.to_pages.page import Page, Place

BASES = ("entitlement", "discretionary", "competitive", "duty")
EDGE = 3
"""Per cent of a scale that stay free at each end, so that the outermost marks are whole."""
ABOVE = 0.15
"""How far a scale goes on above the largest sum, in powers of ten."""


@dataclass(frozen=True, slots=True)
class Sum:
    """The smallest and the largest figure that a measure states, in yuan, with their places."""

    entry: Entry
    low: int
    high: int
    start: float
    end: float
    bounded: bool


@dataclass(frozen=True, slots=True)
class Strip:
    """A row: whose it is, how many of each kind, the numbers of the articles.

    The strip is `width` units wide, one for each thing; `shapes` are the marks of each kind on it,
    as an SVG path.
    """

    name: str
    counts: Mapping[str, int]
    articles: Mapping[str, tuple[tuple[str, int], ...]]
    width: int
    shapes: Mapping[str, str]


def overview_pages(edition: Edition, catalogue: Catalogue) -> Iterator[Page]:
    """The one overview of a language."""
    words = edition.words["overview"]
    yield edition.page(
        addresses.section(edition.language, "overview"),
        "overview",
        (words["title"], words["description"]),
        lambda: _values(edition, catalogue),
        place=Place("overview"),
        trail=(edition.home(),),
    )


def _values(edition: Edition, catalogue: Catalogue) -> dict[str, Any]:
    scale = Scale(list(_stated(catalogue)))
    return {
        "bases": BASES,
        "audiences": list(_audiences(edition, catalogue)),
        "departments": list(_departments(edition, catalogue)),
        "sums": scale.sums(),
        "ticks": scale.ticks(),
    }


def _audiences(edition: Edition, catalogue: Catalogue) -> Iterator[Strip]:
    """For each audience its measures among all measures, in the order of the documents."""
    everything = {key: index for index, key in enumerate(catalogue.measures)}
    for name in edition.policy.audiences:
        places: dict[str, list[int]] = {base: [] for base in BASES}
        for entry in catalogue.by_audience.get(name, ()):
            places[entry.measure.basis].append(everything[entry.document.id, entry.name])
        counts = {base: len(found) for base, found in places.items()}
        yield Strip(name, counts, {}, max(len(everything), 1), _shapes(places))


def _departments(edition: Edition, catalogue: Catalogue) -> Iterator[Strip]:
    """For each department its articles among all articles."""
    numbers = (
        (document.id, article.number)
        for document in edition.policy.documents.values()
        for article in document.articles
    )
    everything = {key: index for index, key in enumerate(numbers)}
    roles = {"leads": catalogue.leading, "takes_part": catalogue.taking_part}
    for name in edition.policy.departments:
        articles = {
            role: tuple((document.id, article.number) for document, article in held.get(name, ()))
            for role, held in roles.items()
        }
        if any(articles.values()):
            places = {role: [everything[key] for key in keys] for role, keys in articles.items()}
            counts = {role: len(keys) for role, keys in articles.items()}
            yield Strip(name, counts, articles, len(everything), _shapes(places))


def _shapes(places: Mapping[str, list[int]]) -> Mapping[str, str]:
    """The marks of each kind as one path: thousands of elements would weigh more than the page."""
    return {
        kind: "".join(f"M{place} 2h.85v18h-.85z" for place in found)
        for kind, found in places.items()
        if found
    }


def _stated(catalogue: Catalogue) -> Iterator[tuple[Entry, list[int], bool]]:
    """Every measure that states yuan, with its figures and whether one of them is a limit."""
    for entry in catalogue.measures.values():
        amount = entry.measure.amount
        figures = sorted(_figures(amount)) if amount and amount.unit == "yuan" else []
        if amount and figures:
            kinds = {amount.kind, *(case.kind for case in amount.cases)}
            yield entry, figures, bool(kinds & {"at_most", "at_least"})


def _figures(amount: Amount) -> Iterator[int]:
    parts: tuple[Amount | Outcome, ...] = (amount, *amount.cases)
    for part in parts:
        for factor in (*part.product, *part.low, *part.high):
            yield from _yuan(factor)


def _yuan(factor: Factor) -> list[int]:
    return amounts.literals(factor.value) if factor.unit == "yuan" else []


class Scale:
    """A scale of powers of ten: from one below the smallest sum to just above the largest."""

    def __init__(self, stated: list[tuple[Entry, list[int], bool]]) -> None:
        """`stated` holds, for each measure, its figures in rising order."""
        figures = [figure for _, found, _ in stated for figure in (found[0], found[-1])] or [1, 10]
        self._stated = stated
        self._low = math.floor(math.log10(max(min(figures), 1)))
        self._high = max(math.log10(max(figures)) + ABOVE, self._low + 1)

    def place(self, figure: int) -> float:
        """Where a sum stands, in per cent of the scale's width."""
        share = (math.log10(figure) - self._low) / (self._high - self._low)
        return round(EDGE + share * (100 - 2 * EDGE), 2)

    def ticks(self) -> list[tuple[int, float]]:
        """The powers of ten with their places."""
        powers = (10**power for power in range(self._low, math.floor(self._high) + 1))
        return [(power, self.place(power)) for power in powers]

    def sums(self) -> list[Sum]:
        """The sums from the smallest to the largest."""
        rows = [
            Sum(entry, found[0], found[-1], self.place(found[0]), self.place(found[-1]), bounded)
            for entry, found, bounded in self._stated
        ]
        return sorted(rows, key=lambda row: (row.high, row.low, row.entry.name))
