"""What an article costs to read: bytes over the wire, as a host sends them compressed."""

import gzip
import re
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser

from tests.browser.conftest import Open, Serve

FIRST = 100_000
"""The most bytes of the first article that a browser shows, with all that it loads."""
NEXT = 15_000
"""The most bytes of every further one, when style sheets and scripts are kept."""

NAMED = re.compile(r'<(?:link rel="(?:icon|stylesheet)"|script|img)[^>]* (?:href|src)="([^"]+)"')


def articles(site: Path, language: str) -> list[Path]:
    found = sorted(site.glob(f"{language}/*/articles/*/index.html"))
    assert found
    return found


def sent(file: Path) -> int:
    return len(gzip.compress(file.read_bytes(), 9))


def loaded(page: Path) -> set[Path]:
    """The files that a page names to be loaded with it."""
    return {(page.parent / address).resolve() for address in NAMED.findall(page.read_text("utf-8"))}


@pytest.mark.parametrize("language", ["zh", "en"])
def test_no_article_costs_more_than_a_hundred_thousand_bytes_on_a_first_visit(
    language: str, whole_site: Path
) -> None:
    for page in articles(whole_site, language):
        assert sent(page) + sum(map(sent, loaded(page))) <= FIRST, page


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_next_article_costs_fifteen_thousand_bytes_at_most(
    language: str, whole_site: Path
) -> None:
    first, *others = articles(whole_site, language)
    for page in others:
        assert loaded(page) <= loaded(first), page
        assert sent(page) <= NEXT, page


def test_a_browser_loads_no_more_than_the_files_that_an_article_names(
    chromium: Browser, whole_site: Path, serve: Serve, open_page: Open
) -> None:
    host = serve(whole_site)
    page = articles(whole_site, "en")[0]
    address = page.parent.relative_to(whole_site.resolve()).as_posix() + "/"
    open_page(host.address + address).wait_for_load_state("networkidle")
    asked = {whole_site / urlsplit(each.target).path.lstrip("/") for each in host.asked}
    assert {page.parent} | loaded(page) >= asked
    assert len(asked) > 1
