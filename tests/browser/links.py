"""Reads the links and anchors of a built site, without a browser."""

from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

LINKS = {"href", "src", "action"}
HERE = "https://site.example/below/a/prefix/"
"""Where the site is thought to stand: whatever leaves it would leave the prefix."""


@dataclass
class Parsed(HTMLParser):
    """The links and the anchors of one page."""

    links: list[str] = field(default_factory=list)
    anchors: set[str] = field(default_factory=set)
    title: str = ""
    description: str = ""

    def __post_init__(self) -> None:
        super().__init__()
        self._in_title = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        self._in_title = tag == "title"
        if values.get("id"):
            self.anchors.add(str(values["id"]))
        if values.get("name") == "description":
            self.description = values.get("content") or ""
        # An icon that stands in the page itself leads nowhere.
        inline = values.get("rel") == "icon" and (values.get("href") or "").startswith("data:")
        if values.get("rel") != "canonical" and not inline:
            self.links += [value for name in LINKS if (value := values.get(name)) is not None]

    def handle_data(self, data: str) -> None:
        if self._in_title:
            self.title += data

    def handle_endtag(self, tag: str) -> None:
        self._in_title = self._in_title and tag != "title"


def parsed(file: Path) -> Parsed:
    page = Parsed()
    page.feed(file.read_text("utf-8"))
    return page


def broken(site: Path) -> list[str]:
    """Every link of every page that leads to no file, no anchor, or out of the site's prefix."""
    pages = {file: parsed(file) for file in sorted(site.rglob("*.html"))}
    anchors = {file: page.anchors for file, page in pages.items()}
    return [
        f"{file.relative_to(site)}: {link}"
        for file, page in pages.items()
        if file.name != "404.html"
        for link in dict.fromkeys(page.links)
        if _is_broken(site, file, link, anchors)
    ]


def _is_broken(site: Path, file: Path, link: str, anchors: dict[Path, set[str]]) -> bool:
    page = HERE + file.relative_to(site).as_posix().removesuffix("index.html")
    target = urlsplit(urljoin(page, link))
    if target.netloc != "site.example":
        return target.scheme not in {"https", "mailto"}
    if not target.path.startswith("/below/a/prefix/"):
        return True
    found = site / unquote(target.path.removeprefix("/below/a/prefix/"))
    found = found / "index.html" if found.is_dir() else found
    if not found.is_file():
        return True
    # The fragments of a search and of a check are theirs to read.
    anchor = unquote(target.fragment)
    return "=" not in anchor and bool(anchor) and anchor not in anchors.get(found, {anchor})
