"""Feeds and sitemap: every change and every page, with the same page in the other languages."""

import json
from datetime import datetime

import pytest
from lxml import etree

from generator.from_yaml.load import load
from generator.site.sitemap import SITEMAP, XHTML, sitemap
from generator.to_feeds.feeds import ATOM, to_feeds
from generator.to_pages.pages import editions, to_pages
from tests.projects import INVENTED

POLICY = load(INVENTED)
BASE = POLICY.site.base_address


@pytest.mark.parametrize("language", ["zh", "en"])
def test_both_feeds_tell_every_change_newest_first(language: str) -> None:
    files = to_feeds(POLICY)
    feed = etree.fromstring(files[f"{language}/feed.xml"])
    told = [
        (each.findtext(f"{{{ATOM}}}title"), each.findtext(f"{{{ATOM}}}content"))
        for each in feed.iterfind(f"{{{ATOM}}}entry")
    ]
    expected = [(change.title[language], change.text[language]) for change in POLICY.changes]
    assert told == expected
    items = json.loads(files[f"{language}/feed.json"])["items"]
    assert [(item["title"], item["content_text"]) for item in items] == expected
    assert [item["url"] for item in items] == [
        f"{BASE}{language}/changes/#{change.id}" for change in POLICY.changes
    ]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_an_atom_feed_has_what_its_standard_asks_for(language: str) -> None:
    feed = etree.fromstring(to_feeds(POLICY)[f"{language}/feed.xml"])
    for element in (feed, *feed.iterfind(f"{{{ATOM}}}entry")):
        for name in ("id", "title", "updated"):
            (found,) = element.iterfind(f"{{{ATOM}}}{name}")
            assert found.text
        datetime.fromisoformat(element.findtext(f"{{{ATOM}}}updated") or "")
    own = {link.get("rel"): link.get("href") for link in feed.iterfind(f"{{{ATOM}}}link")}
    assert own["self"] == f"{BASE}{language}/feed.xml"
    ids = [each.text for each in feed.iterfind(f".//{{{ATOM}}}id")]
    assert sorted(set(ids)) == sorted(str(each) for each in ids)


def test_a_feed_without_changes_is_still_a_feed() -> None:
    quiet = POLICY.model_copy(update={"changes": ()})
    feed = etree.fromstring(to_feeds(quiet)["en/feed.xml"])
    assert feed.findtext(f"{{{ATOM}}}updated") == "1970-01-01T00:00:00Z"


def test_the_sitemap_names_every_page_with_its_languages_and_a_default() -> None:
    pages = [page.address for page in to_pages(POLICY, editions(POLICY, None)) if page.indexed]
    root = etree.fromstring(sitemap(POLICY.site, pages))
    told = {}
    for url in root:
        links = url.iterfind(f"{{{XHTML}}}link")
        same = {link.get("hreflang"): link.get("href") for link in links}
        told[url.findtext(f"{{{SITEMAP}}}loc")] = same
    assert set(told) == {BASE + page for page in pages}
    for address, same in told.items():
        assert set(same) == {"zh-Hans", "en", "x-default"}
        assert address in (same["zh-Hans"], same["en"])
        assert same["x-default"] == same["zh-Hans"]
        # Search engines follow only alternates that name each other.
        assert all(told[other] == same for other in same.values())
