"""Where each page stands, as addresses below the site's root; they never change.

An address has no leading slash and ends in one: `zh/luoyang-2018-12/articles/12/`. A page writes
links as its own way up to the root followed by the address, so the site works below any prefix.
"""

from functools import cache


def home(language: str) -> str:
    """The first page of a language."""
    return f"{language}/"


def section(language: str, name: str) -> str:
    """A page of which each language has one, such as `glossary` or `about`."""
    return f"{language}/{name}/"


def document(language: str, identity: str) -> str:
    """A document's own page."""
    return f"{language}/{identity}/"


def text(language: str, identity: str) -> str:
    """The whole text of a document on one page."""
    return f"{language}/{identity}/text/"


def article(language: str, identity: str, number: int) -> str:
    """One article of a document."""
    return f"{language}/{identity}/articles/{number}/"


def measure(language: str, identity: str, name: str) -> str:
    """One measure of a document."""
    return f"{language}/{identity}/measures/{name}/"


def audience(language: str, identity: str) -> str:
    """Everything for one audience."""
    return f"{language}/audiences/{identity}/"


def department(language: str, identity: str) -> str:
    """Everything that one department answers for."""
    return f"{language}/departments/{identity}/"


def check(language: str, measure: str | None = None) -> str:
    """The checker for everything, or for one measure alone."""
    return f"{language}/check/{measure}/" if measure else f"{language}/check/"


def embed(address: str) -> str:
    """The content of the page at `address` alone, for a frame in another site."""
    return f"embed/{address}"


@cache
def root(address: str) -> str:
    """The way from a page up to the site's root: `../../` for `zh/check/`, `./` for the root."""
    return "../" * address.count("/") or "./"


def in_language(address: str, language: str) -> str:
    """The same page in another language."""
    return f"{language}/{address.partition('/')[2]}"
