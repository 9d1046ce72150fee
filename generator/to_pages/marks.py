"""Cuts a sentence into segments, so that words that decide and terms can be marked in it."""

from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import NamedTuple

from generator.to_pages.bindings import Binding, Role
from generator.to_pages.terms import Found

DECIDING: frozenset[Role] = frozenset({"condition", "amount", "further", "once", "basis"})
"""The roles of words that are marked: not those that define a term or bear out a reading."""


class Segment(NamedTuple):
    """A piece of a sentence: plain, within words that decide (`measures`, `role`), or a term."""

    text: str
    measures: tuple[str, ...] = ()
    role: str | None = None
    term: str | None = None


def segments(
    text: str, bindings: Iterable[Binding] = (), terms: Iterable[Found] = ()
) -> tuple[Segment, ...]:
    """The pieces of `text` in order; joined they are `text` again.

    Where words decide for several measures all of them are named; a sum outranks a condition.
    Terms inside marked words stay part of the mark, whose link leads to the measure.
    """
    deciding = [binding for binding in bindings if binding.role in DECIDING]
    cuts = {0, len(text)}
    for binding in deciding:
        cuts |= {binding.start, binding.end}
    free = [found for found in terms if not _touches(found, deciding)]
    for found in free:
        cuts |= {found.start, found.end}
    return tuple(_pieces(text, sorted(cuts), deciding, free))


def _touches(found: Found, deciding: Iterable[Binding]) -> bool:
    return any(found.start < binding.end and binding.start < found.end for binding in deciding)


def _pieces(
    text: str, cuts: list[int], deciding: list[Binding], terms: list[Found]
) -> Iterator[Segment]:
    starts = {found.start: found.term for found in terms}
    for start, end in pairwise(cuts):
        covering = [item for item in deciding if item.start <= start and end <= item.end]
        measures = tuple(dict.fromkeys(item.owner for item in covering))
        role = _role(covering)
        yield Segment(text[start:end], measures, role, starts.get(start))


def _role(covering: list[Binding]) -> str | None:
    if not covering:
        return None
    return "amount" if any(item.role == "amount" for item in covering) else "condition"
