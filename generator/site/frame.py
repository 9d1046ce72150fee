"""What stands around a body: the values of the theme's templates for one page."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from types import SimpleNamespace
from typing import Any
from urllib.parse import quote

from jinja2 import Environment

from generator.policy.site import Site
from generator.site.assets import Asset
from generator.site.security import security_policy
from generator.to_pages import addresses
from generator.to_pages.edition import Edition
from generator.to_pages.embed import KINDS as EMBEDDED
from generator.to_pages.linked import linked_data
from generator.to_pages.navigation import navigation
from generator.to_pages.page import Link, Page, Place
from generator.to_pages.words import load_words

EMBED_SANDBOX = (
    "allow-scripts allow-same-origin allow-forms allow-popups allow-popups-to-escape-sandbox"
)
"""What a frame in another site may do: all that the page needs; the top window is not its own."""


@dataclass(frozen=True, slots=True)
class Alternate:
    """The same page in another language."""

    language: str
    tag: str
    address: str


class Frame:
    """Frames pages; parts that many pages share are rendered once."""

    def __init__(
        self,
        editions: tuple[Edition, ...],
        assets: Mapping[str, Asset],
        sections: Mapping[str, tuple[str, ...]],
        templates: Environment,
        samples: Mapping[str, Mapping[str, Link]],
    ) -> None:
        """`sections` are the sections in the header and in the footer that the site has.

        `samples` are pages that integrators can try out in a frame.
        """
        self._samples = samples
        self._editions = {edition.language: edition for edition in editions}
        self._words = {name: _named(edition.words) for name, edition in self._editions.items()}
        self._assets = _named({name: asset.address for name, asset in assets.items()})
        self._sections = sections
        self._templates = templates
        self._embed_words = {
            name: _named(load_words(name, "embed/words")) for name in self._editions
        }
        self._policy = cache(security_policy)
        self._part = lru_cache(maxsize=2_000)(self._render_part)

    def values(self, page: Page) -> dict[str, Any]:
        """The values for the frame of `page`; one in another site's frame has nothing around it."""
        return self._shared(page) | ({} if page.full else self._around(page))

    def _shared(self, page: Page) -> dict[str, Any]:
        edition = self._editions[page.language]
        return {
            "this": page,
            "root": addresses.root(page.address),
            "w": self._words[page.language],
            "site": edition.policy.site,
            "tag": edition.policy.site.languages[page.language].tag,
            "lang": page.language,
            "assets": self._assets,
            "policy": self._policy(page.kind),
            "canonical": edition.policy.site.base_address + (page.full or page.address),
            "e": self._embed_words[page.language],
        }

    def _around(self, page: Page) -> dict[str, Any]:
        """What stands around the content of a page of the site itself."""
        edition = self._editions[page.language]
        root = addresses.root(page.address)
        return {
            "embeddable": page.kind in EMBEDDED,
            "embed_sandbox": EMBED_SANDBOX,
            "samples": self._samples,
            "sections_present": self._sections["all"],
            "linked": linked_data(edition, page),
            "alternates": alternates(edition.policy.site, page),
            "header_links": self._current(page, "header_links", root, Place(page.place.section)),
            "contents": self._current(page, "contents", root, page.place),
            "report": report_address(edition.policy.site, page),
            "has_search": "search" in self._sections["all"],
            "footer": self._part(page.language, "footer", root, Place()),
        }

    def _current(self, page: Page, part: str, root: str, place: Place) -> str:
        """A shared part in which this very page is marked, or else the article that it belongs to."""
        shared = self._part(page.language, part, root, place)
        link = f'href="{root}{page.address}"'
        if link in shared or place.chapter is None:
            return shared.replace(link, f'{link} aria-current="page"')
        article = f'href="{root}{page.trail[-1].address}"'
        return shared.replace(article, f'{article} aria-current="true"')

    def _render_part(self, language: str, part: str, root: str, place: Place) -> str:
        edition = self._editions[language]
        return self._templates.get_template(f"partials/{part}.html").render(
            root=root,
            lang=language,
            w=self._words[language],
            site=edition.policy.site,
            sections=self._sections,
            section_address=_section_address(edition),
            section=place.section,
            navigation=navigation(edition, place),
        )


def _named(words: Any) -> Any:
    """Tables as objects, of which a template gets a name at its first try."""
    if not isinstance(words, Mapping):
        return words
    return SimpleNamespace(**{name: _named(value) for name, value in words.items()})


def _section_address(edition: Edition) -> Callable[[str, str], str]:
    """Where a section of the header or footer begins; a single document stands for all."""
    documents = edition.policy.site.documents

    def address(language: str, name: str) -> str:
        if name == "documents":
            return addresses.document(language, documents[0])
        return addresses.section(language, name)

    return address


def report_address(site: Site, page: Page) -> str:
    """Where a mistake on `page` is reported; an e-mail names the page in its subject."""
    contact = site.contact.address
    if contact.startswith("https://"):
        return contact
    # A contact may bring a subject of its own (RFC 6068): the page is one more line then.
    more = "&body=" if "?" in contact else "?subject="
    return f"{contact}{more}{quote(page.address)}"


def alternates(site: Site, page: Page) -> tuple[Alternate, ...]:
    """The same page in every other language."""
    return tuple(
        Alternate(name, spoken.tag, addresses.in_language(page.address, name))
        for name, spoken in site.languages.items()
        if name != page.language
    )
