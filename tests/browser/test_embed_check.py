"""The checker in a frame of another origin: sandboxes, policies, and what leaves the frame."""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import cast

import pytest
from playwright.sync_api import Page, expect

from tests.browser.checker import Checker
from tests.browser.conftest import Open, Serve
from tests.browser.embedding import CHECK, SANDBOX, Portal, inner, snippet
from tests.served import Host

CROSS_ORIGIN: Mapping[str, str] = {
    "Cross-Origin-Embedder-Policy": "require-corp",
    "Cross-Origin-Resource-Policy": "cross-origin",
}
"""What our host sends so that a page under its own embedder policy can embed us."""

HEAR = (
    "() => { window.heard = []; for (const name of ['end', 'result'])"
    " addEventListener(`mingbai:${name}`, ({ detail }) => heard.push([name, detail])); }"
)
LISTEN = "() => { window.said = []; addEventListener('message', ({ data }) => said.push(data)); }"


@pytest.fixture
def portal(tmp_path: Path, host: Host, serve: Serve, open_page: Open) -> Portal:
    return Portal(tmp_path, host, serve, open_page)


def checker(page: Page) -> Checker:
    """The checker in the page's first frame; a frame finds elements as a page does."""
    return Checker(cast("Page", inner(page)))


def sandboxed(code: str, allowed: str) -> str:
    return re.sub(r'sandbox="[^"]*"', f'sandbox="{allowed}"', code)


def expect_a_verdict(page: Page) -> None:
    """The whole way to the result."""
    check = checker(page)
    check.to_result()
    assert check.outcome("garden-subsidy") == "qualify"


@pytest.mark.parametrize("name", ["plain", "growing"])
def test_the_checker_comes_to_its_result_as_pasted(
    small_site: Path, host: Host, portal: Portal, name: str
) -> None:
    page = portal.show(snippet(small_site, CHECK, name, host))
    expect_a_verdict(page)
    assert portal.foreign(page) == []


def test_it_works_in_the_sandbox_that_portals_use(
    small_site: Path, host: Host, portal: Portal
) -> None:
    plain = snippet(small_site, CHECK, "plain", host)
    expect_a_verdict(portal.show(sandboxed(plain, SANDBOX)))


def test_it_works_without_an_origin_where_our_host_lets_others_read(
    small_site: Path, host: Host, portal: Portal
) -> None:
    host.headers["Access-Control-Allow-Origin"] = "*"
    plain = snippet(small_site, CHECK, "plain", host)
    page = portal.show(sandboxed(plain, "allow-scripts"))
    assert inner(page).evaluate("origin") == "null"
    expect_a_verdict(page)
    assert page.workers == []


def test_it_works_under_an_embedder_policy(small_site: Path, host: Host, portal: Portal) -> None:
    host.headers.update(CROSS_ORIGIN)
    growing = snippet(small_site, CHECK, "growing", host)
    page = portal.show(growing, headers={"Cross-Origin-Embedder-Policy": "require-corp"})
    expect_a_verdict(page)


@pytest.mark.parametrize("name", ["plain", "growing"])
def test_it_works_under_a_policy_that_names_our_origin_alone(
    small_site: Path, host: Host, portal: Portal, name: str
) -> None:
    ours = host.address.rstrip("/")
    policy = f"default-src 'none'; frame-src {ours}; script-src {ours}"
    page = portal.show(
        snippet(small_site, CHECK, name, host), headers={"Content-Security-Policy": policy}
    )
    expect_a_verdict(page)
    assert [said for said in portal.violations if "Security Policy" in said] == []


def test_no_message_says_more_than_a_size_and_that_a_check_has_ended(
    small_site: Path, host: Host, portal: Portal
) -> None:
    page = portal.show(snippet(small_site, CHECK, "plain", host))
    page.evaluate(LISTEN)
    page.locator("iframe").evaluate("(frame) => { frame.src = frame.src; }")
    page.wait_for_timeout(300)
    expect_a_verdict(page)
    said = page.evaluate("said")
    assert {"mingbai": 1, "type": "end"} in said
    assert {frozenset(message) for message in said} <= {
        frozenset({"mingbai", "type", "height"}),
        frozenset({"mingbai", "type"}),
    }
    assert checker(page).stage.locator(".embed__send").count() == 0


def test_a_result_leaves_only_by_the_button_that_lists_what_goes_out(
    small_site: Path, host: Host, portal: Portal
) -> None:
    growing = snippet(small_site, CHECK, "growing", host)
    page = portal.show(growing.replace("data-mingbai", "data-mingbai data-results"))
    page.evaluate(HEAR)
    expect_a_verdict(page)
    offer = checker(page).stage.locator(".embed__send")
    expect(offer).to_contain_text(page.url.rstrip("/"))
    assert page.evaluate("heard") == [["end", None]]
    offer.get_by_role("button").click()
    expect(offer.get_by_role("status")).not_to_be_empty()
    page.wait_for_function("heard.length === 2")
    [_, (name, outcomes)] = page.evaluate("heard")
    assert name == "result"
    assert {"measure": "garden-subsidy", "group": "qualify"} in outcomes
    listed = offer.get_by_role("listitem").all_inner_texts()
    assert len(listed) == len(outcomes)
    for line, outcome in zip(listed, outcomes, strict=True):
        assert line.endswith(f"({outcome['measure']}: {outcome['group']})")


def test_a_stranger_cannot_ask_for_the_result(small_site: Path, host: Host, portal: Portal) -> None:
    page = portal.show(snippet(small_site, CHECK, "plain", host))
    inner(page).evaluate("postMessage({ mingbai: 1, type: 'hello', results: true }, '*')")
    expect_a_verdict(page)
    assert checker(page).stage.locator(".embed__send").count() == 0


def test_a_link_to_the_answers_leads_to_the_full_page(
    small_site: Path, host: Host, portal: Portal
) -> None:
    page = portal.show(snippet(small_site, CHECK, "growing", host))
    expect_a_verdict(page)
    checker(page).act("link")
    field = inner(page).locator("#quiz-link")
    expect(field).to_have_value(re.compile(f"^{re.escape(host.address + CHECK)}#answers="))
