"""oEmbed: how another site's editor turns the address of a page into its frame."""

import json
from collections.abc import Iterable, Iterator
from html import escape

from generator.policy.site import Site
from generator.to_pages import addresses
from generator.to_pages.embed import KINDS
from generator.to_pages.page import Page

WIDTH, HEIGHT = 640, 600
"""Pixels of a frame whose host knows no better."""


def oembed_address(page: str) -> str:
    """Where the answer for the page at this address stands: `oembed/zh/check.json`."""
    return f"oembed/{page.rstrip('/')}.json"


def to_oembed(site: Site, pages: Iterable[Page], sandbox: str) -> Iterator[tuple[str, bytes]]:
    """The answer for every page that can be embedded, with its address (oEmbed 1.0, type `rich`).

    `sandbox` is what the frame may do.
    """
    for page in pages:
        if page.kind in KINDS and page.embedded and not page.full:
            yield oembed_address(page.address), _answer(site, page, sandbox)


def _answer(site: Site, page: Page, sandbox: str) -> bytes:
    source = site.base_address + addresses.embed(page.address)
    frame = (
        f'<iframe src="{escape(source)}" title="{escape(page.title)}" width="{WIDTH}" '
        f'height="{HEIGHT}" frameborder="0" loading="lazy" referrerpolicy="no-referrer" '
        f'sandbox="{sandbox}"></iframe>'
    )
    answer = {
        "version": "1.0",
        "type": "rich",
        "title": page.title,
        "provider_name": site.name[page.language],
        "provider_url": site.base_address,
        "html": frame,
        "width": WIDTH,
        "height": HEIGHT,
    }
    return (json.dumps(answer, ensure_ascii=False) + "\n").encode()
