"""Walks through what stands nested in a measure, with the path of each part."""

from collections.abc import Iterator

from generator.policy.measure import Amount, Condition, Factor, Measure, Quote, Quotes
from generator.policy.problem import Path

type Placed[T] = Iterator[tuple[Path, T]]


def conditions(measure: Measure) -> Placed[Condition]:
    """Every condition, outer ones first."""
    yield from _below(("conditions",), measure.conditions)


def _below(path: Path, children: tuple[Condition, ...]) -> Placed[Condition]:
    for index, condition in enumerate(children):
        here = (*path, index)
        yield here, condition
        yield from _below((*here, "any_of"), condition.any_of or ())
        yield from _below((*here, "all_of"), condition.all_of or ())


def factors(amount: Amount) -> Placed[Factor]:
    """Every factor of an amount, those of its cases too."""
    yield from _factors(("amount",), amount.product, amount.low, amount.high)
    for index, case in enumerate(amount.cases):
        yield from _factors(("amount", "cases", index), case.product, case.low, case.high)


def _factors(path: Path, *products: tuple[Factor, ...]) -> Placed[Factor]:
    for name, product in zip(("product", "low", "high"), products, strict=True):
        for index, factor in enumerate(product):
            yield (*path, name, index), factor


def quotes(measure: Measure) -> Placed[Quote]:
    """Every quote of a measure."""
    yield from _quotes(("basis_quote",), measure.basis_quote)
    for path, condition in conditions(measure):
        yield from _quotes((*path, "quote"), condition.quote)
        for option, words in (condition.for_some.who if condition.for_some else {}).items():
            yield (*path, "for_some", "who", option), Quote(words=words)
    for index, further in enumerate(measure.further_conditions):
        yield from _quotes(("further_conditions", index, "quote"), further.quote)
    if measure.amount:
        yield from _amount_quotes(measure.amount)
    if measure.once:
        yield from _quotes(("once", "quote"), measure.once.quote)
    for name, interpretation in measure.interpretations.items():
        yield from _quotes(("interpretations", name, "quote"), interpretation.quote)
    yield from _quotes(("bound",), measure.bound)


def _amount_quotes(amount: Amount) -> Placed[Quote]:
    yield from _quotes(("amount", "quote"), amount.quote)
    for index, case in enumerate(amount.cases):
        yield from _quotes(("amount", "cases", index, "quote"), case.quote)
    for path, factor in factors(amount):
        yield from _quotes((*path, "quote"), factor.quote)


def _quotes(path: Path, found: Quotes) -> Placed[Quote]:
    for index, quote in enumerate(found):
        yield (path if len(found) == 1 and path[-1] == "quote" else (*path, index)), quote
