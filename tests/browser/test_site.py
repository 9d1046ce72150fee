"""The pages that people browse, in a real browser."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import ROOT, Open, Serve
from tests.served import Host

AXE = (ROOT / "node_modules" / "axe-core" / "axe.min.js").read_text("utf-8")
DOCUMENT = "qinghe-2030-3"
PAGES = (
    "",
    f"{DOCUMENT}/",
    f"{DOCUMENT}/text/",
    f"{DOCUMENT}/articles/2/",
    f"{DOCUMENT}/measures/apprentice-subsidy/",
    f"{DOCUMENT}/measures/demonstration-garden-award/",
    "audiences/",
    "audiences/residents/",
    "departments/",
    "departments/industry/",
    "glossary/",
    "overview/",
    "changes/",
    "search/",
)
ARTICLE = f"zh/{DOCUMENT}/articles/2/"
PHONE = {"width": 320, "height": 700}
DESKTOP = {"width": 1280, "height": 900}


def faults(page: Page) -> list[str]:
    """What axe finds on a page, with the first element of each."""
    page.evaluate(AXE)
    found = page.evaluate("axe.run({resultTypes: ['violations']})")
    return [f"{each['id']}: {each['nodes'][0]['html'][:160]}" for each in found["violations"]]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [PHONE, DESKTOP], ids=["phone", "desktop"])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_axe_finds_nothing_on_any_kind_of_page(
    host: Host, open_page: Open, language: str, size: object, scheme: str
) -> None:
    page = open_page(f"{host.address}{language}/", viewport=size, color_scheme=scheme)
    found = {}
    for address in PAGES:
        page.goto(f"{host.address}{language}/{address}")
        found[address] = faults(page)
    assert {address: each for address, each in found.items() if each} == {}


@pytest.mark.parametrize("size", [PHONE, DESKTOP], ids=["phone", "desktop"])
def test_axe_finds_nothing_in_elder_mode(host: Host, open_page: Open, size: object) -> None:
    page = open_page(f"{host.address}zh/", viewport=size)
    page.locator("[data-elder]").click()
    found = {}
    for address in PAGES:
        page.goto(f"{host.address}zh/{address}")
        found[address] = faults(page)
    assert {address: each for address, each in found.items() if each} == {}


@pytest.mark.parametrize("elder", [False, True], ids=["plain", "elder"])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_no_page_scrolls_sideways_on_the_narrowest_phone(
    host: Host, open_page: Open, language: str, elder: bool
) -> None:
    page = open_page(f"{host.address}{language}/", viewport=PHONE)
    if elder:
        page.locator("[data-elder]").click()
    wide = []
    for address in PAGES:
        page.goto(f"{host.address}{language}/{address}")
        if page.evaluate("document.documentElement.scrollWidth") > PHONE["width"]:
            wide.append(address)
    assert wide == []


def test_elder_mode_has_large_text_and_large_targets_everywhere(
    host: Host, open_page: Open
) -> None:
    page = open_page(f"{host.address}zh/", viewport={"width": 360, "height": 780})
    page.locator("[data-elder]").click()
    small = {}
    for address in PAGES:
        page.goto(f"{host.address}zh/{address}")
        small[address] = page.evaluate(SMALL)
    assert {address: each for address, each in small.items() if each} == {}


SMALL = """() => {
  const shown = (element) => element.checkVisibility({checkVisibilityCSS: true});
  const tell = (element, size) => `${size} ${element.outerHTML.slice(0, 90)}`;
  const field = (element) => element.control?.matches("[type=search], [type=text]");
  const words = (element) =>
    [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
  const texts = [...document.querySelectorAll("body *")]
    .filter((element) => shown(element) && !element.closest("svg, .visually-hidden"))
    .filter(words)
    .map((element) => [element, parseFloat(getComputedStyle(element).fontSize)])
    .filter(([, size]) => size < 24);
  const inline = (element) => getComputedStyle(element).display === "inline";
  const targets = [...document.querySelectorAll("a, button, summary, label, input, select")]
    .filter((element) => shown(element) && !inline(element) && !field(element))
    .filter((element) => !element.matches(".skip, .visually-hidden *"))
    .filter((element) => !(element.matches("input") && getComputedStyle(element).opacity === "0"))
    .map((element) => [element, element.getBoundingClientRect()])
    .filter(([, box]) => box.width > 1 && box.height < 59.5);
  return [...texts.map(([element, size]) => tell(element, size)),
          ...targets.map(([element, box]) => tell(element, Math.round(box.height)))].slice(0, 12);
}"""


def test_elder_mode_is_one_tap_in_and_one_tap_out_and_lasts(host: Host, open_page: Open) -> None:
    page = open_page(f"{host.address}zh/")
    switch = page.locator("[data-elder]")
    switch.click()
    page.goto(host.address + ARTICLE)
    expect(switch).to_have_attribute("aria-pressed", "true")
    switch.click()
    page.reload()
    expect(switch).to_have_attribute("aria-pressed", "false")


def test_the_colours_follow_the_device_until_the_reader_chooses(
    host: Host, open_page: Open
) -> None:
    page = open_page(f"{host.address}zh/", color_scheme="dark", viewport=DESKTOP)
    dark = "getComputedStyle(document.body).backgroundColor"
    first = page.evaluate(dark)
    page.locator("[data-theme-switch]").click()
    page.goto(host.address + ARTICLE)
    assert page.evaluate(dark) != first


def test_the_language_switch_leads_to_the_same_place(host: Host, open_page: Open) -> None:
    page = open_page(f"{host.address}{ARTICLE}#art_2__p_2")
    page.locator("[data-language]").first.click()
    expect(page).to_have_url(f"{host.address}en/{DOCUMENT}/articles/2/#art_2__p_2")
    expect(page.locator("html")).to_have_attribute("lang", "en")
    expect(page.locator("#art_2__p_2 .own")).to_contain_text("apprentice subsidy of 300 yuan")


def test_a_phone_shows_one_language_and_a_desktop_both(host: Host, open_page: Open) -> None:
    phone = open_page(host.address + ARTICLE)
    expect(phone.locator("#art_2__p_1 .other")).to_be_hidden()
    phone.get_by_text("对照", exact=True).click()
    expect(phone.locator("#art_2__p_1 .other")).to_be_visible()
    desktop = open_page(host.address + ARTICLE, viewport=DESKTOP)
    expect(desktop.locator("#art_2__p_1 .other")).to_be_visible()


def test_words_that_decide_lead_to_their_measure(host: Host, open_page: Open) -> None:
    page = open_page(host.address + ARTICLE)
    page.locator("#art_2__p_2 .mark--amount").first.click()
    expect(page).to_have_url(f"{host.address}zh/{DOCUMENT}/measures/apprentice-subsidy/")


def test_a_term_is_explained_on_the_page(host: Host, open_page: Open) -> None:
    page = open_page(host.address + ARTICLE)
    page.locator(".own a.term").first.click()
    expect(page.locator(".term-entry:target")).to_be_visible()


def test_the_contents_mark_the_article_of_a_measure(host: Host, open_page: Open) -> None:
    page = open_page(f"{host.address}zh/{DOCUMENT}/measures/apprentice-subsidy/")
    marked = page.locator("[aria-current]")
    expect(marked).to_have_count(1)
    expect(marked).to_have_attribute("href", f"../../../../zh/{DOCUMENT}/articles/2/")


def test_the_contents_open_close_and_give_the_focus_back(host: Host, open_page: Open) -> None:
    page = open_page(host.address + ARTICLE)
    opener = page.locator("[data-menu]")
    opener.focus()
    page.keyboard.press("Enter")
    expect(page.locator("#contents [aria-current]")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator("#contents")).to_be_hidden()
    expect(opener).to_be_focused()


def test_the_first_tab_leads_to_the_skip_link(host: Host, open_page: Open) -> None:
    page = open_page(host.address + ARTICLE)
    page.keyboard.press("Tab")
    expect(page.locator(".skip")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("#content")).to_be_focused()


@pytest.mark.parametrize("address", PAGES)
def test_a_page_can_be_read_without_scripts(host: Host, open_page: Open, address: str) -> None:
    page = open_page(f"{host.address}zh/{address}", java_script_enabled=False)
    expect(page.locator("h1")).to_be_visible()
    assert page.locator(".needs-script:visible").count() == 0


def test_without_scripts_the_languages_and_the_contents_still_open(
    host: Host, open_page: Open
) -> None:
    page = open_page(host.address + ARTICLE, java_script_enabled=False)
    page.get_by_text("对照", exact=True).click()
    expect(page.locator("#art_2__p_1 .other")).to_be_visible()
    page.locator("[data-menu]").click()
    expect(page.locator("#contents")).to_be_visible()


def test_where_the_browser_refuses_storage_the_page_works(host: Host, open_page: Open) -> None:
    page = open_page(f"{host.address}zh/")
    page.add_init_script(
        "Object.defineProperty(window, 'localStorage', {get() { throw new Error('refused'); }})"
    )
    page.goto(host.address + ARTICLE)
    page.locator("[data-elder]").click()
    expect(page.locator("[data-elder]")).to_have_attribute("aria-pressed", "true")


@pytest.mark.parametrize("prefix", ["/", "/a/b/"])
def test_pages_load_only_from_their_own_host_and_break_no_policy(
    small_site: Path, serve: Serve, open_page: Open, prefix: str
) -> None:
    host = serve(small_site, prefix=prefix)
    page = open_page(f"{host.address}zh/")
    asked: list[str] = []
    said: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: said.append(message.text))
    page.on("response", lambda response: said.append(response.url) if not response.ok else None)
    for address in PAGES:
        page.goto(f"{host.address}zh/{address}")
    assert [url for url in asked if not url.startswith((host.address, "data:"))] == []
    assert said == []


@pytest.fixture
def missing(small_site: Path, serve: Serve, chromium: Browser) -> Iterator[Page]:
    """A page of a site that answers with 404.html, at a depth that does not exist."""
    host = serve(small_site, prefix="/a/b/")
    page = chromium.new_page()
    html = (small_site / "404.html").read_text("utf-8")
    page.route("**/missing/**", lambda route: route.fulfill(body=html, content_type="text/html"))
    page.goto(f"{host.address}zh/missing/page/")
    yield page
    page.close()


def test_the_page_for_no_page_finds_its_way_home_from_any_depth(missing: Page) -> None:
    expect(missing.locator("h1").first).to_be_visible()
    missing.locator("a[data-home]").first.click()
    expect(missing).to_have_url(missing.url.split("/a/b/")[0] + "/a/b/zh/")


def test_the_page_for_no_page_leads_to_the_search_and_to_the_editors(missing: Page) -> None:
    expect(missing.locator('section[lang=en] a[href^="mailto:"]')).to_be_visible()
    missing.locator("section[lang=en] a[data-home]").last.click()
    expect(missing.locator("[data-results]")).to_be_attached()
