"""Prose of the data, written in Markdown, as HTML: raw HTML is shown as text, links are checked."""

from functools import cache, lru_cache
from html import escape
from typing import Any
from urllib.parse import urlsplit
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor
from markupsafe import Markup

SCHEMES = frozenset({"", "https", "mailto"})
"""Where a link in prose may lead: a page of the site, another site over TLS, an e-mail address."""


class _SafeLinks(Treeprocessor):
    """Takes the address off every link and picture whose scheme is not listed."""

    def run(self, root: Element) -> None:
        for element in root.iter():
            for name in ("href", "src"):
                if urlsplit(element.get(name, "").strip()).scheme.lower() not in SCHEMES:
                    del element.attrib[name]


@cache
def _markdown() -> Any:
    reader = Markdown(output_format="html")
    reader.preprocessors.deregister("html_block")
    reader.inlinePatterns.deregister("html")
    reader.inlinePatterns.deregister("autolink")
    reader.treeprocessors.register(_SafeLinks(reader), "safe_links", 0)
    return reader


_PLAIN = frozenset("`*_{}[]()#+-.!<>&|\\\n")


@lru_cache(maxsize=5_000)
def prose(text: str) -> Markup:
    """`text` as HTML paragraphs."""
    if _PLAIN.isdisjoint(text):
        return Markup(f"<p>{escape(text, quote=False)}</p>")  # noqa: S704  escaped
    return Markup(_markdown().reset().convert(text))  # noqa: S704  raw HTML is off
