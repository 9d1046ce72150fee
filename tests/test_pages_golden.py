"""Every page of the invented project, compared with the page that was read and found good.

`pytest tests/test_pages_golden.py --write-golden` writes them anew; the diff is to be read.
"""

from functools import cache
from pathlib import Path

import pytest

from generator.from_yaml.load import load
from generator.to_pages.checker.rulebook import Rulebook
from generator.to_pages.page import Page
from generator.to_pages.pages import editions, to_pages
from generator.to_rules.rules import to_rules

ROOT = Path(__file__).parents[1]
INVENTED = ROOT / "generator" / "new_project"
GOLDEN = Path(__file__).parent / "golden"
ELSEWHERE = {"check"}
"""Kinds that are tested as they are used, in a browser."""


@cache
def invented_pages() -> dict[str, Page]:
    """The invented project's pages by address, without those tested elsewhere."""
    policy = load(INVENTED)
    rulebook = Rulebook(to_rules(policy), {}, "2030-06-01")
    pages = to_pages(policy, editions(policy, rulebook))
    return {page.address: page for page in pages if page.kind not in ELSEWHERE}


def golden_file(address: str) -> Path:
    return GOLDEN / f"{address.strip('/').replace('/', '__')}.html"


def told(page: Page) -> str:
    """A page as its golden file holds it: what it is called, then its body without blank lines."""
    lines = (line.rstrip() for line in page.body().splitlines())
    head = f"<!-- {page.kind}: {page.title} -->\n<!-- {page.description} -->\n"
    return head + "".join(f"{line}\n" for line in lines if line)


@pytest.mark.parametrize("address", invented_pages())
def test_a_page_says_what_its_golden_file_says(
    address: str, request: pytest.FixtureRequest
) -> None:
    page, golden = told(invented_pages()[address]), golden_file(address)
    if request.config.getoption("--write-golden"):
        GOLDEN.mkdir(exist_ok=True)
        golden.write_text(page, "utf-8")
    assert golden.read_text("utf-8") == page


def test_there_is_no_golden_file_without_a_page() -> None:
    assert {golden_file(address) for address in invented_pages()} == set(GOLDEN.glob("*.html"))


def test_every_language_has_the_same_pages() -> None:
    addresses = {page.address.partition("/")[2] for page in invented_pages().values()}
    for language in ("zh", "en"):
        own = {item.partition("/")[2] for item in invented_pages() if item.startswith(language)}
        assert addresses == own


def test_titles_and_descriptions_are_unique_in_a_language() -> None:
    for language in ("zh", "en"):
        pages = [page for page in invented_pages().values() if page.language == language]
        for said in ("title", "description"):
            texts = [getattr(page, said) for page in pages]
            assert sorted(set(texts)) == sorted(texts)
