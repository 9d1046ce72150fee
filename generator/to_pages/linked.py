"""What a page is about, as linked data in the words of schema.org, for search engines."""

import json
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from generator.policy.document import Article, Document
from generator.to_pages import addresses
from generator.to_pages.edition import Edition
from generator.to_pages.page import Page

CONTEXT = "https://schema.org"
WRITTEN = json.JSONEncoder(ensure_ascii=False)

type Node = dict[str, Any]


def linked_data(edition: Edition, page: Page) -> str:
    """The JSON-LD of `page`: its trail, and the document, article or measure that it shows.

    Nothing in it can end the element that holds it.
    """
    nodes = [_trail(edition, page)] if page.trail else []
    if describe := _ABOUT.get(page.kind):
        nodes.append(describe(edition, page))
    if not nodes:
        return ""
    text = WRITTEN.encode({"@context": CONTEXT, "@graph": nodes})
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")


def _whole(edition: Edition, address: str) -> str:
    return edition.policy.site.base_address + address


def _trail(edition: Edition, page: Page) -> Node:
    steps = [(link.words, link.address) for link in page.trail] + [(page.title, page.address)]
    items = [
        {
            "@type": "ListItem",
            "position": position,
            "name": name,
            "item": _whole(edition, address),
        }
        for position, (name, address) in enumerate(steps, 1)
    ]
    return {"@type": "BreadcrumbList", "itemListElement": items}


def _site(edition: Edition, page: Page) -> Node:
    site = edition.policy.site
    return {
        "@type": "WebSite",
        "name": edition.say(site.name),
        "url": _whole(edition, page.address),
        "description": edition.say(site.tagline),
        "inLanguage": site.languages[edition.language].tag,
    }


def _document_of(edition: Edition, page: Page) -> Document:
    return edition.policy.documents[page.place.document or ""]


def _document(edition: Edition, page: Page) -> Node:
    document = _document_of(edition, page)
    parts = [_part(edition, document, article) for article in document.articles]
    return _act(edition, document) | {"hasPart": parts}


def _act(edition: Edition, document: Document) -> Node:
    """A document with its number, its day, who issued it, and what it is a translation of."""
    frame, languages = document.frame, edition.policy.site.languages
    first = next(iter(languages))
    address = addresses.document(edition.language, document.id)
    act: Node = {
        "@type": "Legislation",
        "@id": _whole(edition, address),
        "url": _whole(edition, address),
        "name": edition.say(frame.title),
        "description": edition.say(frame.summary),
        "legislationIdentifier": edition.say(frame.number),
        "legislationDate": frame.signed,
        "legislationPassedBy": _body(edition, frame.issuer),
        "inLanguage": languages[edition.language].tag,
    }
    if edition.language != first:
        original = addresses.document(first, document.id)
        act["translationOfWork"] = {"@id": _whole(edition, original)}
    return act


def _part(edition: Edition, document: Document, article: Article) -> Node:
    address = _whole(edition, addresses.article(edition.language, document.id, article.number))
    return {
        "@type": "Legislation",
        "@id": address,
        "url": address,
        "name": edition.say(article.heading),
        "position": article.number,
    }


def _article(edition: Edition, page: Page) -> Node:
    document, number = _document_of(edition, page), int(_last(page))
    article = next(each for each in document.articles if each.number == number)
    return _part(edition, document, article) | {
        "description": edition.say(article.summary),
        "inLanguage": edition.policy.site.languages[edition.language].tag,
        "legislationResponsible": [_body(edition, name) for name in article.departments],
        "isPartOf": {"@id": _whole(edition, addresses.document(edition.language, document.id))},
    }


def _measure(edition: Edition, page: Page) -> Node:
    document = _document_of(edition, page)
    measure = document.measures[_last(page)]
    article = next(each for each in document.articles if each.number == measure.article)
    departments = measure.departments or article.departments
    audiences = edition.policy.audiences
    return {
        "@type": "GovernmentService",
        "@id": _whole(edition, page.address),
        "url": _whole(edition, page.address),
        "name": edition.say(measure.name),
        "description": edition.say(measure.summary),
        "provider": [_body(edition, name) for name in departments],
        "audience": [
            {"@type": "Audience", "audienceType": edition.say(audiences[name].name)}
            for name in measure.audiences
        ],
        "subjectOf": _part(edition, document, article),
    }


def _body(edition: Edition, department: str) -> Node:
    return {
        "@type": "GovernmentOrganization",
        "name": edition.say(edition.policy.departments[department].name),
        "url": _whole(edition, addresses.department(edition.language, department)),
    }


def _last(page: Page) -> str:
    """The last part of an address: an article's number, a measure's id."""
    return page.address.rstrip("/").rpartition("/")[2]


_ABOUT: Mapping[str, Any] = MappingProxyType(
    {"home": _site, "document": _document, "article": _article, "measure": _measure}
)
"""Which kinds of page are about something that schema.org has a name for."""
