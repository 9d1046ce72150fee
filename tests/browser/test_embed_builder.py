"""The integrators' page: choose, see, copy; and the code at the foot of a page."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from generator.commands.build import build
from tests.browser.conftest import INVENTED, ROOT, Open, Serve
from tests.browser.embedding import ARTICLE, BASE, Portal, inner
from tests.browser.test_site import faults
from tests.served import Host


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The invented project with the hand-written pages of this one."""
    project = tmp_path_factory.mktemp("embedding") / "project"
    shutil.copytree(INVENTED, project)
    shutil.copytree(ROOT / "docs", project / "docs")
    (ROOT / "build").mkdir(exist_ok=True)
    (project / "build").symlink_to(ROOT / "build")
    build(project, project / "site")
    return project / "site"


@pytest.fixture
def ours(site: Path, serve: Serve) -> Host:
    return serve(site)


@pytest.fixture
def builder(ours: Host, open_page: Open) -> Iterator[Page]:
    page = open_page("about:blank", viewport={"width": 360, "height": 800})
    violations: list[str] = []
    page.on("console", lambda said: violations.append(said.text))
    page.goto(f"{ours.address}en/integrators/")
    yield page
    assert [said for said in violations if "Security Policy" in said] == []


def code(page: Page) -> str:
    return page.locator("#embed-built").inner_text()


def choose(page: Page, name: str, value: str) -> None:
    page.locator(f".embed-builder [name='{name}']").select_option(value)


def test_what_is_chosen_is_shown_and_stands_in_the_code(builder: Page, ours: Host) -> None:
    choose(builder, "page", "qinghe-2030-3/articles/1/")
    choose(builder, "language", "zh")
    choose(builder, "theme", "dark")
    builder.locator("[name='elder']").check()
    builder.locator("[name='primary']").fill("#ffcc66")
    builder.locator("[name='primary']").dispatch_event("change")
    options = "theme=dark&elder=on&primary=ffcc66"
    address = f"embed/zh/qinghe-2030-3/articles/1/#{options}"
    expect(builder.locator("iframe")).to_have_attribute("src", f"../../{address}")
    frame = inner(builder)
    assert frame.url == ours.address + address
    assert frame.evaluate("document.documentElement.dataset.theme") == "dark"
    for part in ('data-theme="dark"', 'data-elder="on"', 'data-primary="ffcc66"', "data-mingbai"):
        assert part in code(builder)
    choose(builder, "height", "fixed")
    assert f'src="{BASE}{address.replace("&", "&amp;")}"' in code(builder)
    expect(builder.locator("iframe")).to_have_attribute("height", "600")


def test_the_preview_grows_with_its_content(builder: Page) -> None:
    choose(builder, "page", "qinghe-2030-3/articles/1/")
    inner(builder)
    expect(builder.locator("iframe")).not_to_have_attribute("height", "480")


@pytest.mark.parametrize("height", ["grows", "fixed"])
def test_the_code_that_was_built_works_as_pasted(
    builder: Page, ours: Host, serve: Serve, open_page: Open, tmp_path: Path, height: str
) -> None:
    choose(builder, "page", "qinghe-2030-3/articles/1/")
    choose(builder, "theme", "dark")
    choose(builder, "height", height)
    portal = Portal(tmp_path, ours, serve, open_page)
    page = portal.show(code(builder).replace(BASE, ours.address))
    frame = inner(page)
    assert frame.url == f"{ours.address}embed/{ARTICLE}#theme=dark"
    assert frame.evaluate("document.documentElement.dataset.theme") == "dark"
    assert portal.foreign(page) == []


@pytest.mark.parametrize("language", ["zh", "en"])
def test_no_hand_written_page_is_wider_than_the_narrowest_phone(
    ours: Host, open_page: Open, language: str
) -> None:
    page = open_page("about:blank", viewport={"width": 320, "height": 700})
    names = {file.name.split(".")[0] for file in (ROOT / "docs").glob("*.md")}
    assert {"data", "integrators"} < names
    for name in sorted(names):
        page.goto(f"{ours.address}{language}/{name}/")
        page.wait_for_load_state("networkidle")
        wide = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
        assert (name, page.evaluate(wide)) == (name, 0)


def test_the_code_at_the_foot_of_a_page_is_copied_alone(ours: Host, open_page: Open) -> None:
    page = open_page("about:blank", permissions=["clipboard-read", "clipboard-write"])
    page.goto(ours.address + ARTICLE)
    page.locator(".embed-code summary").click()
    page.locator("[data-copy='embed-plain']").click()
    expect(page.locator("[data-copy='embed-plain']")).to_have_text("Copied")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == page.locator("#embed-plain").inner_text()
    assert copied.startswith(f'<iframe src="{BASE}embed/{ARTICLE}"')
    assert copied.endswith("</iframe>")


@pytest.mark.parametrize("language", ["zh", "en"])
def test_axe_finds_nothing_where_code_is_offered(
    ours: Host, open_page: Open, language: str
) -> None:
    page = open_page(f"{ours.address}{language}/integrators/")
    # What stands in the frame is looked at by itself.
    page.locator("iframe").evaluate("(frame) => frame.remove()")
    assert faults(page) == []
    page.goto(f"{ours.address}{language}/data/")
    assert faults(page) == []
    page.goto(f"{ours.address}{language}/qinghe-2030-3/articles/1/")
    page.locator(".embed-code summary").click()
    assert faults(page) == []
