"""Each document in each language as Akoma Ntoso XML; its eIds are the anchors of the pages."""

from collections.abc import Iterator, Mapping
from typing import Any
from xml.etree.ElementTree import Element, SubElement, indent, register_namespace, tostring

from generator.policy.document import Article, Document, FrameLine
from generator.policy.policy import Policy
from generator.to_akn.identity import meta
from generator.to_pages import addresses, figures
from generator.to_pages.document import chapters
from generator.to_pages.words import fill, load_words

NAMESPACE = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"


def to_akn(policy: Policy) -> Iterator[tuple[str, bytes]]:
    """The XML of every document with its address: `zh/<document>/text.xml`."""
    for language in policy.site.languages:
        words = load_words(language)
        for document in policy.documents.values():
            address = addresses.text(language, document.id).rstrip("/") + ".xml"
            yield address, _xml(policy, document, language, words)


def _xml(policy: Policy, document: Document, language: str, words: Mapping[str, Any]) -> bytes:
    """A document as an act: preface, chapters with their articles, conclusions."""
    register_namespace("", NAMESPACE)
    root = Element("akomaNtoso", {"xmlns": NAMESPACE})
    act = SubElement(root, "act", {"name": "act", "contains": "originalVersion"})
    act.append(meta(policy, document, language))
    if document.frame.front:
        _lines(SubElement(act, "preface", {"eId": "preface"}), document.frame.front, language)
    body = SubElement(act, "body", {"eId": "body"})
    _fill(body, document, language, words)
    if document.frame.back:
        _lines(
            SubElement(act, "conclusions", {"eId": "conclusions"}), document.frame.back, language
        )
    indent(root)
    xml: bytes = tostring(root, encoding="utf-8", xml_declaration=True)
    return xml + b"\n"


def _lines(parent: Element, lines: tuple[FrameLine, ...], language: str) -> None:
    for line in lines:
        SubElement(parent, "p", {"eId": line.id}).text = line[language]


def _fill(body: Element, document: Document, language: str, words: Mapping[str, Any]) -> None:
    numbered = words["document"]
    for chapter, articles in chapters(document):
        element = SubElement(body, "chapter", {"eId": f"chp_{chapter.number}"})
        number = figures.numeral(words, chapter.number)
        SubElement(element, "num").text = fill(numbered["chapter"], n=number)
        SubElement(element, "heading").text = chapter.title[language]
        for article in articles:
            number = fill(numbered["article"], n=figures.numeral(words, article.number))
            _article(element, article, number, language)


def _article(parent: Element, article: Article, number: str, language: str) -> None:
    own = f"art_{article.number}"
    element = SubElement(parent, "article", {"eId": own})
    SubElement(element, "num").text = number
    SubElement(element, "heading", {"eId": f"{own}__heading"}).text = article.heading[language]
    content = SubElement(element, "content", {"eId": f"{own}__content"})
    for index, sentence in enumerate(article.sentences):
        eid = article.sentence_id(index)
        SubElement(content, "p", {"eId": eid}).text = sentence[language]
