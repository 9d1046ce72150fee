"""The sentences of the data joined are the text as issued, to the character.

White space is ignored, all of Unicode's and nothing else.
"""

from collections.abc import Iterator
from typing import NamedTuple

from generator.check.finding import Finding
from generator.figures.numerals import written_numeral
from generator.policy.document import Article, Document
from generator.policy.files import article_file, frame_file, source_file
from generator.policy.policy import Policy
from generator.policy.problem import Path, Problem

SHOWN = 16
"""How many characters of the text a problem shows."""

SURE = 8
"""How many characters find the way back into the text after a difference."""


class Piece(NamedTuple):
    """A piece of the text and where the data holds it; white space is gone."""

    file: str
    path: Path
    text: str


def source(policy: Policy) -> Finding:
    """Every place where the data differs from the text as issued."""
    language = next(iter(policy.site.languages))
    problems = [
        problem
        for document in policy.documents.values()
        for problem in _differences(document, language)
    ]
    wholes = [f"{document}: the text is as issued" for document in policy.documents]
    return Finding(tuple(problems), () if problems else tuple(wholes))


def _differences(document: Document, language: str) -> Iterator[Problem]:
    issued, at = bare(document.source), 0
    pieces = list(_pieces(document, language))
    for index, piece in enumerate(pieces):
        if issued.startswith(piece.text, at):
            at += len(piece.text)
            continue
        yield _difference(piece, issued, at)
        at = _resumed(pieces[index : index + 3], issued, at)
    if at < len(issued):
        message = f"no part of the data holds the rest of the text: '{_shown(issued[at:])}'"
        yield Problem(file=source_file(document.id), path=(), message=message)


def _difference(piece: Piece, issued: str, at: int) -> Problem:
    same = _same(piece.text, issued[at:])
    here = _shown(piece.text[same:]) or "nothing more"
    there = _shown(issued[at + same :]) or "nothing more"
    before = f"after '{piece.text[max(0, same - SURE) : same]}' " if same else ""
    message = f"{before}the data says '{here}', the text as issued says '{there}'"
    return Problem(file=piece.file, path=piece.path, message=message)


def _same(one: str, other: str) -> int:
    pairs = enumerate(zip(one, other, strict=False))
    return next((index for index, (a, b) in pairs if a != b), min(len(one), len(other)))


def _resumed(pieces: list[Piece], issued: str, at: int) -> int:
    """Where the text goes on after a piece that differs: behind its end, or before a later one."""
    end = issued.find(pieces[0].text[-SURE:], at)
    starts = [issued.find(piece.text[:SURE], at) for piece in pieces[1:]]
    following = min((start for start in starts if start >= 0), default=None)
    if following is not None:
        return following
    return at if end < 0 else end + len(pieces[0].text[-SURE:])


def _pieces(document: Document, language: str) -> Iterator[Piece]:
    frame, file = document.frame, frame_file(document.id)
    written = {article.number: article for article in document.articles}
    for index, line in enumerate(frame.front):
        yield Piece(file, ("front", index, language), bare(line[language]))
    for index, chapter in enumerate(frame.chapters):
        title = numbered(frame.numbering.chapter, chapter.number) + chapter.title[language]
        yield Piece(file, ("chapters", index, "title", language), bare(title))
        for number in range(chapter.articles[0], chapter.articles[1] + 1):
            yield from _article(document, number, written.get(number), language)
    for index, line in enumerate(frame.back):
        yield Piece(file, ("back", index, language), bare(line[language]))


def _article(
    document: Document, number: int, article: Article | None, language: str
) -> Iterator[Piece]:
    numbering, file = document.frame.numbering, article_file(document.id, number)
    start = numbered(numbering.article, number)
    if article is None:
        yield Piece(file, (), bare(start) + "…")
        return
    heading = start + article.heading[language] + numbering.after_heading
    yield Piece(file, ("heading", language), bare(heading))
    for index, sentence in enumerate(article.sentences):
        yield Piece(file, ("sentences", index, language), bare(sentence[language]))


def numbered(pattern: str, number: int) -> str:
    """A number as the text writes it: `（十二）`."""
    return pattern.replace("{n}", written_numeral(number)).replace("{d}", str(number))


def bare(text: str) -> str:
    """A text without its white space."""
    return "".join(text.split())


def _shown(text: str) -> str:
    return text if len(text) <= SHOWN else f"{text[:SHOWN]}…"
