"""Our pages in frames of another origin."""

import re
from collections.abc import Mapping
from pathlib import Path

import pytest
from playwright.sync_api import Error, Page, expect

from tests.browser.conftest import Open, Serve
from tests.browser.embedding import (
    ARTICLE,
    AUDIENCE,
    CHECK,
    MEASURE,
    Portal,
    inner,
    snippet,
)
from tests.browser.test_site import faults
from tests.served import Host

EMBEDDABLE = ("*/*/articles/*", "*/*/measures/*", "*/audiences/*", "*/check", "*/check/*")
SIZE = "(message) => parent.postMessage(message, '*')"


@pytest.fixture
def portal(tmp_path: Path, host: Host, serve: Serve, open_page: Open) -> Portal:
    return Portal(tmp_path, host, serve, open_page)


def expect_own_height(page: Page, number: int = 0) -> None:
    """The frame is as high as its content."""
    frame = inner(page, number)
    element = page.locator("iframe").nth(number)
    content = "Math.ceil(document.body.getBoundingClientRect().height)"
    page.wait_for_timeout(300)
    assert element.get_attribute("height") == str(frame.evaluate(content))


def test_every_article_measure_audience_and_check_has_its_content_alone(small_site: Path) -> None:
    full = {
        file.parent.relative_to(small_site)
        for language in ("zh", "en")
        for pattern in EMBEDDABLE
        for file in small_site.glob(f"{pattern}/index.html".replace("*", language, 1))
    }
    alone = {
        file.parent.relative_to(small_site / "embed")
        for file in (small_site / "embed").rglob("index.html")
    }
    assert len(full) > 10
    assert full == alone


@pytest.mark.parametrize("address", [ARTICLE, MEASURE, AUDIENCE, CHECK])
def test_a_page_for_frames_is_no_page_for_search_engines(small_site: Path, address: str) -> None:
    page = (small_site / "embed" / address / "index.html").read_text("utf-8")
    assert '<meta name="robots" content="noindex">' in page
    assert f'<link rel="canonical" href="https://qinghe.example/{address}">' in page
    assert re.search(rf'<footer class="embed__source">.*href="[./]+/{address}"', page, re.DOTALL)
    assert "masthead" not in page
    assert "/embed/" not in (small_site / "sitemap.xml").read_text("utf-8")


@pytest.mark.parametrize("name", ["plain", "growing"])
@pytest.mark.parametrize("address", [ARTICLE, MEASURE, AUDIENCE, CHECK])
def test_a_snippet_works_as_pasted_and_asks_no_third_host(
    small_site: Path, host: Host, portal: Portal, name: str, address: str
) -> None:
    page = portal.show(snippet(small_site, address, name, host))
    expect(inner(page).locator("h1")).to_be_visible()
    expect(page.locator("iframe")).to_have_attribute("title", re.compile("."))
    assert inner(page).url == f"{host.address}embed/{address}"
    assert portal.foreign(page) == []
    assert [said for said in portal.violations if "Security Policy" in said] == []


def test_frames_grow_with_their_content_several_in_one_page(
    small_site: Path, host: Host, portal: Portal
) -> None:
    several = (snippet(small_site, address, "growing", host) for address in (ARTICLE, MEASURE))
    page = portal.show(*several)
    expect(page.locator("iframe")).to_have_count(2)
    expect_own_height(page, 0)
    expect_own_height(page, 1)
    before = int(page.locator("iframe").first.get_attribute("height") or 0)
    inner(page).locator("details.fold > summary").first.click()
    expect_own_height(page, 0)
    assert int(page.locator("iframe").first.get_attribute("height") or 0) > before


@pytest.mark.parametrize(
    "message",
    [
        {"mingbai": 1, "type": "size", "height": 77},
        {"mingbai": 1, "type": "end"},
        {"mingbai": 1, "type": "result", "outcomes": []},
    ],
)
def test_messages_from_anybody_but_the_frame_are_ignored(
    small_site: Path, host: Host, portal: Portal, message: Mapping[str, object]
) -> None:
    stranger = '<iframe src="about:blank" title="stranger"></iframe>'
    page = portal.show(snippet(small_site, ARTICLE, "growing", host), stranger)
    expect_own_height(page)
    page.evaluate(
        "() => { window.heard = []; for (const name of ['end', 'result'])"
        " addEventListener(`mingbai:${name}`, () => heard.push(name)); }"
    )
    height = page.locator("iframe").first.get_attribute("height")
    page.evaluate("(message) => postMessage(message, '*')", message)
    next(frame for frame in page.frames if frame.url == "about:blank").evaluate(SIZE, message)
    page.wait_for_timeout(200)
    assert height == page.locator("iframe").first.get_attribute("height")
    assert page.evaluate("heard") == []


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ({"mingbai": 1, "type": "size", "height": 1_000_000_000}, "20000"),
        ({"mingbai": 1, "type": "size", "height": 432}, "432"),
        ({"mingbai": 1, "type": "size", "height": -5}, None),
        ({"mingbai": 1, "type": "size", "height": "100"}, None),
        ({"mingbai": 1, "type": "size", "height": {"toString": "x"}}, None),
        ({"mingbai": 1, "type": "size"}, None),
        ({"mingbai": 2, "type": "size", "height": 50}, None),
        ({"mingbai": 1, "type": "toString", "height": 50}, None),
        ({"mingbai": 1, "type": "__proto__", "height": 50}, None),
        ({"mingbai": 1, "type": None}, None),
        (None, None),
        (7, None),
    ],
)
def test_a_height_is_taken_within_bounds_and_nothing_else(
    small_site: Path, host: Host, portal: Portal, said: object, expected: str | None
) -> None:
    page = portal.show(snippet(small_site, AUDIENCE, "growing", host))
    expect_own_height(page)
    before = page.locator("iframe").get_attribute("height")
    inner(page).evaluate(SIZE, said)
    page.wait_for_timeout(100)
    assert page.locator("iframe").get_attribute("height") == (expected or before)


@pytest.mark.parametrize("name", ["plain", "growing"])
def test_a_frame_cannot_move_the_top_window_and_its_links_open_beside_it(
    small_site: Path, host: Host, portal: Portal, name: str
) -> None:
    page = portal.show(snippet(small_site, MEASURE, name, host))
    address = page.url
    with pytest.raises(Error, match="SecurityError"):
        inner(page).evaluate("top.location.href = 'https://elsewhere.example/'")
    with page.context.expect_page() as opened:
        inner(page).locator(".embed__source a").click()
    opened.value.wait_for_load_state()
    assert opened.value.url == f"{host.address}{MEASURE}"
    assert page.url == address


def test_in_a_frame_without_a_sandbox_a_link_opens_on_top(
    small_site: Path, host: Host, portal: Portal
) -> None:
    plain = snippet(small_site, MEASURE, "plain", host)
    page = portal.show(re.sub(r' sandbox="[^"]*"', "", plain))
    inner(page).locator(".embed__source a").click()
    page.wait_for_url(f"{host.address}{MEASURE}")


def test_a_link_into_the_page_itself_stays_in_the_frame(
    small_site: Path, host: Host, portal: Portal
) -> None:
    page = portal.show(snippet(small_site, ARTICLE, "plain", host))
    address = page.url
    inner(page).locator("a.pair__number").first.click()
    assert page.url == address
    assert inner(page).url.startswith(f"{host.address}embed/{ARTICLE}#art_1__p_")


@pytest.mark.parametrize("options", ["#theme=light", "#theme=dark", "#theme=light&elder=on"])
@pytest.mark.parametrize("address", [ARTICLE, MEASURE, CHECK])
def test_axe_finds_nothing_on_a_page_for_frames(
    host: Host, open_page: Open, address: str, options: str
) -> None:
    page = open_page(f"{host.address}embed/{address}{options}")
    assert faults(page) == []


@pytest.mark.parametrize("name", ["plain", "growing"])
def test_a_frame_is_as_wide_as_the_page_around_it(
    small_site: Path, host: Host, portal: Portal, name: str
) -> None:
    page = portal.show(
        "<style>body { margin: 0 }</style>", snippet(small_site, ARTICLE, name, host)
    )
    expect(inner(page).locator("h1")).to_be_visible()
    width = page.evaluate("document.documentElement.clientWidth")
    assert (
        page.locator("iframe").evaluate("(frame) => frame.getBoundingClientRect().width") == width
    )
    assert page.evaluate("document.documentElement.scrollWidth") == width


@pytest.mark.parametrize(("attribute", "allowed"), [("", False), (" data-copy", True)])
def test_the_host_decides_whether_the_frame_may_write_to_the_clipboard(
    small_site: Path, host: Host, portal: Portal, attribute: str, *, allowed: bool
) -> None:
    growing = snippet(small_site, CHECK, "growing", host)
    page = portal.show(growing.replace("data-mingbai", f"data-mingbai{attribute}"))
    asked = "document.featurePolicy.allowsFeature('clipboard-write')"
    assert inner(page).evaluate(asked) is allowed


def look(page: Page) -> tuple[str | None, bool, str]:
    theme, elder, primary = inner(page).evaluate(
        "[document.documentElement.dataset.theme ?? null,"
        " document.documentElement.classList.contains('elder'),"
        " document.documentElement.style.getPropertyValue('--primary')]"
    )
    return theme, elder, primary


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ("#theme=dark&elder=on&primary=ffcc66", ("dark", True, "#ffcc66")),
        ("?theme=light&primary=0b5c4a", ("light", False, "#0b5c4a")),
        ("#theme=light&primary=ffcc66", ("light", False, "")),
        ("#theme=x&elder=1&primary=red;}", (None, False, "")),
        ("", (None, False, "")),
    ],
)
def test_the_look_is_chosen_in_the_address_and_a_colour_nobody_could_read_is_left_out(
    small_site: Path,
    host: Host,
    portal: Portal,
    options: str,
    expected: tuple[str | None, bool, str],
) -> None:
    plain = snippet(small_site, ARTICLE, "plain", host)
    page = portal.show(plain.replace(f'{ARTICLE}"', f'{ARTICLE}{options}"'))
    assert look(page) == expected
    assert [said for said in portal.violations if "Security Policy" in said] == []
