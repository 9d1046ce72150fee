"""The list of all pages for search engines, each with the same page in the other languages."""

from collections.abc import Iterable, Mapping
from xml.etree.ElementTree import Element, SubElement, register_namespace, tostring

from generator.policy.site import Site
from generator.to_pages import addresses

SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
XHTML = "http://www.w3.org/1999/xhtml"


def sitemap(site: Site, pages: Iterable[str]) -> bytes:
    """The sitemap of the pages at these addresses, as XML."""
    register_namespace("", SITEMAP)
    register_namespace("xhtml", XHTML)
    root = Element(f"{{{SITEMAP}}}urlset")
    for address in pages:
        url = SubElement(root, f"{{{SITEMAP}}}url")
        SubElement(url, f"{{{SITEMAP}}}loc").text = site.base_address + address
        for tag, same in _alternates(site, address).items():
            link = {"rel": "alternate", "hreflang": tag, "href": site.base_address + same}
            SubElement(url, f"{{{XHTML}}}link", link)
    xml: bytes = tostring(root, encoding="utf-8", xml_declaration=True)
    return xml


def _alternates(site: Site, address: str) -> Mapping[str, str]:
    """The page in every language by tag; x-default is the site's first language."""
    same = {name: addresses.in_language(address, name) for name in site.languages}
    first = next(iter(site.languages))
    return {site.languages[name].tag: same[name] for name in same} | {"x-default": same[first]}
