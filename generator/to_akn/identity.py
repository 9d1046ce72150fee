"""Which document this is, as the FRBR levels of Akoma Ntoso tell it."""

from collections.abc import Mapping
from types import MappingProxyType
from xml.etree.ElementTree import Element, SubElement

from generator.policy.document import Document
from generator.policy.policy import Policy

COUNTRY = "cn"
"""The numerals and marks that a text is numbered with are those of Chinese offices."""

LONG_TAGS: Mapping[str, str] = MappingProxyType({"zh": "zho", "en": "eng"})
"""ISO 639-2 codes, which the naming convention asks for; another language keeps its own tag."""


def meta(policy: Policy, document: Document, language: str) -> Element:
    """The identification of a document in one language, and who made what of it."""
    frame = document.frame
    first = next(iter(policy.site.languages))
    tag = LONG_TAGS.get(language, language)
    work = f"/akn/{COUNTRY}/act/{frame.signed}/{document.id}"
    expression = f"{work}/{tag}@{frame.signed}"
    element = Element("meta")
    levels = SubElement(element, "identification", {"source": "#publisher"})
    signed = {"date": frame.signed, "name": "signed"}
    issued = _level(levels, "FRBRWork", work, signed, "#issuer")
    SubElement(issued, "FRBRcountry", {"value": COUNTRY})
    SubElement(issued, "FRBRnumber", {"value": frame.number[language]})
    SubElement(issued, "FRBRname", {"value": frame.title[language]})
    author = "#issuer" if language == first else "#publisher"
    spoken = _level(levels, "FRBRExpression", expression, signed, author)
    SubElement(spoken, "FRBRlanguage", {"language": tag})
    _level(levels, "FRBRManifestation", f"{expression}.xml", signed, "#publisher")
    _organisations(element, policy, document, language)
    return element


def _level(parent: Element, name: str, uri: str, day: Mapping[str, str], author: str) -> Element:
    level = SubElement(parent, name)
    this = uri.removesuffix(".xml") + "/!main" + (".xml" if uri.endswith(".xml") else "")
    SubElement(level, "FRBRthis", {"value": this})
    SubElement(level, "FRBRuri", {"value": uri})
    SubElement(level, "FRBRdate", dict(day))
    SubElement(level, "FRBRauthor", {"href": author})
    return level


def _organisations(element: Element, policy: Policy, document: Document, language: str) -> None:
    references = SubElement(element, "references", {"source": "#publisher"})
    issuer = policy.departments[document.frame.issuer].name[language]
    for eid, path, shown in (
        ("issuer", document.frame.issuer, issuer),
        ("publisher", "publisher", policy.site.publisher[language]),
    ):
        href = f"/akn/ontology/organization/{COUNTRY}/{path}"
        values = {"eId": eid, "href": href, "showAs": shown}
        SubElement(references, "TLCOrganization", values)
