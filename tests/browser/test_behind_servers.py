"""Pages behind a server's own headers, which hold beside the policy that each page carries."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.checker import Checker
from tests.browser.conftest import Open, Serve
from tests.browser.embedding import ARTICLE, CHECK, MEASURE, Portal, inner, snippet
from tests.browser.test_embed_check import expect_a_verdict, sandboxed
from tests.browser.test_site import PAGES
from tests.served import Host
from tests.web_servers import running

PROSE = ("about", "privacy", "accessibility", "editors", "integrators", "data")
VIOLATIONS = (
    "window.violations = []; addEventListener('securitypolicyviolation',"
    " ({ violatedDirective, blockedURI, disposition }) =>"
    " violations.push(`${disposition} ${violatedDirective} ${blockedURI}`), true);"
)


@pytest.fixture(
    scope="module", params=[("nginx", "/"), ("nginx", "/a/b/"), ("Caddy", "/a/b/")], ids=str
)
def behind(request: pytest.FixtureRequest, small_site: Path) -> Iterator[Host]:
    """Where the invented project's site stands behind the headers of a sample."""
    server, base = request.param
    with running(server, small_site, base) as port:
        yield Host(small_site, prefix=base, port=port)


@pytest.fixture
def portal(tmp_path: Path, behind: Host, serve: Serve, open_page: Open) -> Portal:
    return Portal(tmp_path, behind, serve, open_page)


def violations(page: Page, address: str) -> list[str]:
    """What a page does against its own policy or the header's."""
    page.goto(address)
    page.wait_for_load_state("networkidle")
    return list(page.evaluate("violations"))


def test_no_kind_of_page_breaks_the_header_or_its_own_policy(behind: Host, open_page: Open) -> None:
    page = open_page("about:blank")
    page.add_init_script(VIOLATIONS)
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    kinds = [f"en/{address}" for address in PAGES]
    embeds = [f"embed/{address}" for address in (ARTICLE, MEASURE)]
    for address in ["", *kinds, *embeds]:
        assert (address, violations(page, behind.address + address)) == (address, [])
    assert said == []
    assert violations(page, f"{behind.address}no/such/page/") == []
    expect(page.locator("a[data-home]").first).to_be_visible()


def test_no_hand_written_page_breaks_the_header_or_its_own_policy(
    whole_site: Path, open_page: Open
) -> None:
    page = open_page("about:blank")
    page.add_init_script(VIOLATIONS)
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    with running("nginx", whole_site) as port:
        for name in PROSE:
            address = f"http://127.0.0.1:{port}/en/{name}/"
            assert (name, violations(page, address)) == (name, [])
    # The page beside the code that frames it is its own host, of which Chromium says this.
    assert [each for each in said if "escape its sandboxing" not in each] == []


def test_the_checker_decides_and_breaks_neither_policy(behind: Host, open_page: Open) -> None:
    page = open_page("about:blank")
    page.add_init_script(VIOLATIONS)
    assert violations(page, f"{behind.address}zh/check/") == []
    check = Checker(page)
    check.to_result()
    assert check.outcome("garden-subsidy") == "qualify"
    assert page.evaluate("violations") == []
    assert page.workers != []


@pytest.mark.parametrize("address", ["", f"{ARTICLE}", "zh/check/", "no/such/page/"])
def test_a_full_page_shows_in_nobody_elses_frame(
    portal: Portal, behind: Host, address: str
) -> None:
    page = portal.show(f'<iframe title="x" src="{behind.address}{address}"></iframe>')
    page.wait_for_load_state("networkidle")
    assert page.frames[1].url == "chrome-error://chromewebdata/"
    assert any("frame-ancestors" in said for said in portal.violations)


@pytest.mark.parametrize("name", ["plain", "growing"])
def test_a_page_for_frames_shows_in_anybodys_frame(
    small_site: Path, portal: Portal, behind: Host, name: str
) -> None:
    page = portal.show(snippet(small_site, MEASURE, name, behind))
    expect(inner(page).locator("h1")).to_be_visible()
    assert inner(page).url == f"{behind.address}embed/{MEASURE}"
    assert portal.foreign(page) == []
    assert [said for said in portal.violations if "Security Policy" in said] == []


def test_the_checker_decides_without_an_origin_and_under_an_embedder_policy(
    small_site: Path, portal: Portal, behind: Host
) -> None:
    plain = snippet(small_site, CHECK, "plain", behind)
    page = portal.show(
        sandboxed(plain, "allow-scripts"), headers={"Cross-Origin-Embedder-Policy": "require-corp"}
    )
    assert inner(page).evaluate("origin") == "null"
    expect_a_verdict(page)
    assert portal.foreign(page) == []
