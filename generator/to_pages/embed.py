"""Pages for frames in other sites: the content of a page alone, at the same path below `embed/`."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from functools import partial

from generator.to_pages import addresses
from generator.to_pages.page import Link, Page

KINDS = ("article", "measure", "audience", "check")
"""What another site can embed."""


def with_embedded(pages: Iterable[Page]) -> Iterator[Page]:
    """Every page, and after each that can be embedded the one that stands in the frame.

    Written one after the other, both are rendered in one go.
    """
    for page in pages:
        yield page
        if page.kind in KINDS and page.embedded:
            yield replace(
                page,
                address=addresses.embed(page.address),
                body=partial(_body, page.embedded),
                indexed=False,
                full=page.address,
            )


def _body(render: Callable[[], str]) -> str:
    """The body with links into itself kept in the frame; every other link opens on top."""
    return render().replace('href="#', 'target="_self" href="#')


def samples(pages: Iterable[Page]) -> Mapping[str, Mapping[str, Link]]:
    """One page of each kind that can be embedded, by its path below the language.

    Each has the page in every language under its title, for the integrators to try out.
    """
    found: dict[str, dict[str, Link]] = {}
    taken: dict[str, str] = {}
    for page in pages:
        if page.kind in KINDS and not page.full:
            path = page.address.partition("/")[2]
            if taken.setdefault(page.kind, path) == path:
                found.setdefault(path, {})[page.language] = Link(page.address, page.title)
    return found
