"""A sentence as HTML, with links on its terms and on the words that decide."""

from collections.abc import Callable, Iterable, Iterator, Sequence

from markupsafe import Markup, escape

from generator.to_pages.bindings import Binding
from generator.to_pages.marks import DECIDING, segments
from generator.to_pages.terms import Found


def marked(
    text: str, bindings: Sequence[Binding], terms: Iterable[Found], way: Callable[[str], str]
) -> Markup:
    """`text` with its marks and terms as links; `way` leads to a measure from its id.

    A long policy has more sentences than anything else, and a template takes longer for each.
    """
    decided = any(binding.role in DECIDING for binding in bindings)
    pieces = _marks(text, bindings, terms, way) if decided else _terms(text, terms)
    return Markup("".join(pieces))  # noqa: S704  its pieces are escaped


def _marks(
    text: str, bindings: Iterable[Binding], terms: Iterable[Found], way: Callable[[str], str]
) -> Iterator[str]:
    """A sentence in which something is decided."""
    for piece in segments(text, bindings, terms):
        words = escape(piece.text)
        if piece.measures:
            address = escape(way(piece.measures[0]))
            yield f'<a class="mark mark--{piece.role}" href="{address}">{words}</a>'
        else:
            yield _term(piece.term, words) if piece.term else words


def _terms(text: str, terms: Iterable[Found]) -> Iterator[str]:
    """A sentence in which nothing is decided: most are so, in a long policy."""
    spell = str if escape(text) == text else escape
    at = 0
    for found in terms:
        yield spell(text[at : found.start])
        yield _term(found.term, spell(text[found.start : found.end]))
        at = found.end
    yield spell(text[at:])


def _term(key: str, words: str) -> str:
    return f'<a class="term" href="#term_{key}">{words}</a>'
