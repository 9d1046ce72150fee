"""The search in a real browser: by keyboard, under any prefix, without scripts, when it fails."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, Route, expect

from tests.browser.conftest import ROOT, Open, Serve
from tests.served import Host

AXE = (ROOT / "node_modules" / "axe-core" / "axe.min.js").read_text("utf-8")
RUN = """() => axe.run(document).then(({violations}) => violations.flatMap(({id, nodes}) =>
  nodes.map((node) => `${id}: ${node.html.slice(0, 160)}`)))"""
TARGETS = ", ".join(
    ("policy-search a", "policy-search button", "policy-search input", "[data-search] *")
)
SMALL_TARGETS = """([targets, least]) => [...document.querySelectorAll(targets)]
  .filter((each) => each.checkVisibility())
  .map((each) => [each.outerHTML.slice(0, 80), each.getBoundingClientRect()])
  .filter(([, {height}]) => Math.round(height) < least)
  .map(([html, {height}]) => `${html} ${height}`)"""
WIDER = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"
WIDE = {"viewport": {"width": 1280, "height": 900}}
INDEX = re.compile(r"/assets/search\.")


def results(page: Page) -> Locator:
    return page.locator("[data-results] > li:visible")


def field(page: Page) -> Locator:
    return page.locator("#search-field")


@pytest.mark.parametrize(
    ("language", "asked", "title", "kind"),
    [
        ("zh", "种菜补贴", "建园补贴", "措施"),
        ("en", "gardening money", "Garden subsidy", "Measure"),
    ],
)
def test_an_address_with_a_question_shows_what_answers_it(
    language: str, asked: str, title: str, kind: str, host: Host, open_page: Open
) -> None:
    page = open_page(f"{host.address}{language}/search/#q={asked}")
    first = results(page).first
    expect(first.get_by_role("link")).to_have_text(title)
    expect(first).to_contain_text(kind)
    expect(first).to_contain_text("500")
    assert set(" ".join(first.locator("mark").all_inner_texts()).lower()) & set(asked)
    expect(field(page)).to_have_value(asked)
    expect(page.get_by_role("status")).to_have_text(re.compile(r"\d"))
    first.get_by_role("link").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text(title)


def test_the_field_in_the_header_works_by_keyboard(host: Host, open_page: Open) -> None:
    page = open_page(f"{host.address}en/glossary/", **WIDE)
    page.locator("header input[type=search]").focus()
    page.keyboard.type("repair shop")
    page.keyboard.press("Enter")
    expect(results(page).first.get_by_role("link")).to_be_visible()
    assert page.url == f"{host.address}en/search/#q=repair%20shop"


def test_on_a_phone_the_header_opens_its_field_at_one_tap(host: Host, open_page: Open) -> None:
    page = open_page(f"{host.address}zh/glossary/")
    opener = page.locator("[data-search-open]")
    expect(page.locator("header input[type=search]")).to_be_hidden()
    opener.click()
    expect(page.locator("header input[type=search]")).to_be_focused()
    expect(opener).to_have_attribute("aria-expanded", "true")
    page.keyboard.type("屋顶菜园")
    page.keyboard.press("Enter")
    expect(results(page).first).to_be_visible()


def test_the_header_of_the_search_page_asks_the_page_itself(host: Host, open_page: Open) -> None:
    page = open_page(f"{host.address}en/search/#q=garden", **WIDE)
    expect(results(page).first).to_be_visible()
    page.locator("header input[type=search]").fill("apprentice")
    page.keyboard.press("Enter")
    expect(results(page).first).to_contain_text(re.compile("apprentice", re.IGNORECASE))
    page.go_back()
    expect(field(page)).to_have_value("garden")
    expect(results(page).first).to_contain_text(re.compile("garden", re.IGNORECASE))


def test_typing_finds_at_once_and_leaves_one_step_to_go_back(host: Host, open_page: Open) -> None:
    page = open_page(f"{host.address}en/")
    page.goto(f"{host.address}en/search/")
    field(page).press_sequentially("garden", delay=30)
    expect(results(page).first).to_be_visible()
    assert page.url.endswith("/en/search/#q=garden")
    field(page).fill("")
    expect(page.locator(".az")).to_be_visible()
    assert page.url.endswith("/en/search/")
    page.go_back()
    assert page.url == f"{host.address}en/"


def test_no_question_stands_in_a_request(host: Host, open_page: Open) -> None:
    page = open_page(f"{host.address}en/", **WIDE)
    page.locator("header input[type=search]").fill("canary4711 garden")
    page.keyboard.press("Enter")
    expect(results(page).first).to_be_visible()
    results(page).first.get_by_role("link").click()
    page.wait_for_load_state()
    log = "\n".join(f"{each.target} {each.headers} {each.body!r}" for each in host.asked)
    assert "/en/search/" in log
    assert "canary4711" not in log
    assert page.evaluate("() => localStorage.length + sessionStorage.length") == 0


def test_the_language_switch_keeps_the_question(host: Host, open_page: Open) -> None:
    page = open_page(f"{host.address}zh/search/#q=修理铺")
    expect(results(page).first).to_be_visible()
    page.locator("header [data-language]").click()
    expect(results(page).first).to_contain_text(re.compile("repair shop", re.IGNORECASE))
    assert "/en/search/" in page.url


def test_a_question_in_the_other_language_finds_the_page_in_ones_own(
    host: Host, open_page: Open
) -> None:
    page = open_page(f"{host.address}en/search/#q=屋顶菜园")
    expect(results(page).first).to_contain_text("garden")
    assert "/en/" in str(results(page).first.get_by_role("link").evaluate("link => link.href"))


def test_nothing_found_says_so_in_plain_words_and_leads_on(host: Host, open_page: Open) -> None:
    asked = "<img src=zzzz onerror=qqqqqq>"
    page = open_page(f"{host.address}en/search/#q={asked}")
    expect(page.locator("[data-question]")).to_have_text(asked)
    expect(page.get_by_role("status")).to_have_text("No results")
    expect(page.get_by_role("link", name="Check what you can get")).to_be_visible()
    expect(page.locator(".az")).to_be_visible()
    assert page.locator("policy-search img").count() == 0


def test_a_failed_load_says_so_and_can_be_tried_again(host: Host, open_page: Open) -> None:
    host.broken.add(".json")
    page = open_page(f"{host.address}en/search/#q=garden")
    expect(page.locator("[data-retry]")).to_be_visible()
    expect(page.locator(".az")).to_be_visible()
    host.broken.clear()
    page.locator("[data-retry]").click()
    expect(results(page).first).to_be_visible()
    expect(page.locator("[data-retry]")).to_be_hidden()


def test_a_late_answer_does_not_replace_a_newer_one(host: Host, open_page: Open) -> None:
    held: list[Route] = []
    page = open_page(f"{host.address}en/")
    page.route(INDEX, lambda route: held.append(route))  # noqa: PLW0108  it looks into a function
    page.goto(f"{host.address}en/search/#q=garden")
    expect(page.locator("[data-when=loading]")).to_be_visible()
    field(page).fill("apprentice")
    field(page).press("Enter")
    expect(page.locator("[data-when=loading]")).to_be_visible()
    for route in held:
        route.continue_()
    expect(results(page).first).to_contain_text(re.compile("apprentice", re.IGNORECASE))
    page.wait_for_timeout(300)
    expect(results(page).first).to_contain_text(re.compile("apprentice", re.IGNORECASE))


def test_markup_in_the_data_stays_text(host: Host, open_page: Open) -> None:
    page = open_page(f"{host.address}en/")

    def poisoned(route: Route) -> None:
        index = route.fetch().json()
        for name in ("title", "note"):
            index["targets"][name] = [
                f"<b>{value}</b><script>window.hurt=1</script>" for value in index["targets"][name]
            ]
        route.fulfill(json=index)

    page.route(INDEX, poisoned)
    page.goto(f"{host.address}en/search/#q=garden")
    expect(results(page).first).to_contain_text("<b>")
    assert page.evaluate("() => window.hurt") is None


def test_without_scripts_the_page_is_a_list_from_a_to_z(host: Host, open_page: Open) -> None:
    page = open_page(f"{host.address}zh/search/", java_script_enabled=False)
    expect(page.locator("form:visible")).to_have_count(0)
    page.get_by_role("link", name="修理铺").first.click()
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    page.locator("header").get_by_role("link", name="搜索").click()
    expect(page.locator(".az")).to_be_visible()
    page.locator(".az__letters a").first.click()
    assert "#letter_1" in page.url


def test_the_search_works_under_any_prefix(small_site: Path, serve: Serve, open_page: Open) -> None:
    host = serve(small_site, prefix="/a/b/")
    page = open_page(f"{host.address}en/about/../search/#q=garden", **WIDE)
    expect(results(page).first).to_be_visible()
    page.goto(f"{host.address}en/glossary/")
    page.locator("header input[type=search]").fill("garden")
    page.keyboard.press("Enter")
    results(page).first.get_by_role("link").click()
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    assert "/a/b/en/" in page.url


def test_more_results_are_shown_on_demand(host: Host, open_page: Open) -> None:
    page = open_page(f"{host.address}en/")

    def multiplied(route: Route) -> None:
        index = route.fetch().json()
        columns = index["targets"]
        for name, values in columns.items():
            columns[name] = [
                f"{value}{copy}" if name == "address" else value
                for copy in ("", "?1", "?2", "?3", "?4")
                for value in values
            ]
        route.fulfill(body=json.dumps(index))

    page.route(INDEX, multiplied)
    page.goto(f"{host.address}en/search/#q=garden")
    expect(results(page)).to_have_count(10)
    page.locator("[data-all]").click()
    expect(page.locator("[data-all]")).to_be_hidden()
    assert results(page).count() > 10
    expect(results(page).nth(10).get_by_role("link")).to_be_focused()


MODES = [
    ("zh", 44, {"viewport": {"width": 320, "height": 640}}),
    ("en", 44, {**WIDE, "color_scheme": "dark"}),
    ("en", 44, {"viewport": {"width": 320, "height": 640}, "color_scheme": "dark"}),
    ("zh", 60, {"viewport": {"width": 360, "height": 800}}),
]


@pytest.fixture(params=MODES, ids=lambda mode: "-".join(map(str, (*mode[:2], *mode[2].values()))))
def looked(
    request: pytest.FixtureRequest, host: Host, open_page: Open
) -> Iterator[tuple[Page, int]]:
    """The search page in a mode, with the least height of a target; 60 px stands for elder mode."""
    language, least, how = request.param
    page = open_page(f"{host.address}{language}/search/", **how)
    if least > 44:
        page.locator("[data-elder]").click()
    yield page, least


def test_every_state_of_the_page_is_accessible(looked: tuple[Page, int]) -> None:
    page, least = looked
    opener = page.locator("[data-search-open]")
    if opener.is_visible():
        opener.click()
    for asked, shown in (
        ("", ".az"),
        ("garden 菜园", "[data-results]"),
        ("qqqq", "[data-question]"),
    ):
        field(page).fill(asked)
        field(page).press("Enter")
        expect(page.locator(shown)).to_be_visible()
        page.evaluate(AXE)
        assert (asked, page.evaluate(RUN)) == (asked, [])
        assert (asked, page.evaluate(SMALL_TARGETS, [TARGETS, least])) == (asked, [])
        assert (asked, page.evaluate(WIDER)) == (asked, 0)
