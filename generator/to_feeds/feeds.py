"""What changed, as Atom and as JSON Feed, in each language."""

import json
from collections.abc import Iterator, Mapping
from typing import Any
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from generator.policy.policy import Policy
from generator.policy.site import Change
from generator.to_pages import addresses
from generator.to_pages.words import load_words

ATOM = "http://www.w3.org/2005/Atom"
JSON_FEED = "https://jsonfeed.org/version/1.1"
NEVER = "1970-01-01"
"""The day of a feed in which nothing has happened yet."""


def to_feeds(policy: Policy) -> Mapping[str, bytes]:
    """The feeds by address: `zh/feed.xml` (RFC 4287) and `zh/feed.json` (JSON Feed 1.1)."""
    return dict(_files(policy))


def _files(policy: Policy) -> Iterator[tuple[str, bytes]]:
    for language in policy.site.languages:
        yield f"{language}/feed.xml", atom(policy, language)
        yield f"{language}/feed.json", json_feed(policy, language)


def _title(policy: Policy, language: str) -> str:
    said = load_words(language)["changes"]["title"]
    return f"{policy.site.name[language]} · {said}"


def _page(policy: Policy, language: str) -> str:
    return policy.site.base_address + addresses.section(language, "changes")


def _moment(day: str) -> str:
    """Midnight of a day, in the world's time: the list of changes knows no hours."""
    return f"{day}T00:00:00Z"


def atom(policy: Policy, language: str) -> bytes:
    """The feed as Atom."""
    page = _page(policy, language)
    tag = policy.site.languages[language].tag
    feed = Element("feed", {"xmlns": ATOM, "xml:lang": tag})
    SubElement(feed, "title").text = _title(policy, language)
    SubElement(feed, "id").text = page
    newest = max((change.on for change in policy.changes), default=NEVER)
    SubElement(feed, "updated").text = _moment(newest)
    author = SubElement(feed, "author")
    SubElement(author, "name").text = policy.site.publisher[language]
    own = f"{policy.site.base_address}{language}/feed.xml"
    SubElement(feed, "link", {"rel": "self", "type": "application/atom+xml", "href": own})
    SubElement(feed, "link", {"rel": "alternate", "type": "text/html", "href": page})
    for change in policy.changes:
        _entry(feed, change, page, language)
    indent(feed)
    xml: bytes = tostring(feed, encoding="utf-8", xml_declaration=True)
    return xml + b"\n"


def _entry(feed: Element, change: Change, page: str, language: str) -> None:
    entry = SubElement(feed, "entry")
    SubElement(entry, "title").text = change.title[language]
    SubElement(entry, "id").text = f"{page}#{change.id}"
    SubElement(entry, "updated").text = _moment(change.on)
    SubElement(entry, "category", {"term": change.kind})
    SubElement(entry, "link", {"rel": "alternate", "href": f"{page}#{change.id}"})
    SubElement(entry, "content", {"type": "text"}).text = change.text[language]


def json_feed(policy: Policy, language: str) -> bytes:
    """The feed as JSON Feed."""
    page = _page(policy, language)
    content: dict[str, Any] = {
        "version": JSON_FEED,
        "title": _title(policy, language),
        "home_page_url": page,
        "feed_url": f"{policy.site.base_address}{language}/feed.json",
        "language": policy.site.languages[language].tag,
        "authors": [{"name": policy.site.publisher[language]}],
        "items": [
            {
                "id": f"{page}#{change.id}",
                "url": f"{page}#{change.id}",
                "title": change.title[language],
                "content_text": change.text[language],
                "date_published": _moment(change.on),
                "tags": [change.kind],
            }
            for change in policy.changes
        ],
    }
    return (json.dumps(content, ensure_ascii=False, indent=1) + "\n").encode()
