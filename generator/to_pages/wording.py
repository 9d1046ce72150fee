"""The words of the site as constants in its templates: found and escaped once for all pages."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from jinja2.ext import Extension
from jinja2.lexer import Token, TokenStream

NAME = "w"
"""What templates call the words; nothing else may have that name in them."""


class Wording(Extension):
    """Reads `w.article.text` as if the words themselves stood there."""

    def filter_stream(self, stream: TokenStream) -> Iterable[Token]:
        """The tokens of a template; a path that leads to no text stays for jinja to report."""
        return _with_words(list(stream), self.environment.globals[NAME])


def _with_words(tokens: list[Token], words: Any) -> Iterator[Token]:
    at = 0
    while at < len(tokens):
        found, end = _text(tokens, at, words)
        if found is None:
            yield tokens[at]
            at += 1
        else:
            yield Token(tokens[at].lineno, "string", found)
            at = end


def _text(tokens: list[Token], at: int, words: Any) -> tuple[str | None, int]:
    """The text that the path of names from `at` leads to, if any, and where the path ends."""
    if (tokens[at].type, tokens[at].value) != ("name", NAME) or tokens[at - 1].type == "dot":
        return None, at
    found, end = words, at + 1
    while isinstance(found, Mapping) and tokens[end].type == "dot":
        found, end = found.get(tokens[end + 1].value), end + 2
    return (found, end) if isinstance(found, str) else (None, at)
