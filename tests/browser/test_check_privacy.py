"""No answer leaves the device: proven by the logs of the site's host and of a foreign one."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.checker import SHOP, Answers, Checker
from tests.browser.conftest import ROOT, Open, Serve
from tests.served import Host

CANARY = "731946285"
"""Typed as the year's income; no address or size of the site holds it."""
ANSWERS: Answers = {
    **SHOP,
    "founded_by_graduate": ("yes",),
    "graduation": ("unsure-",),
    "apprentices": ("unsure-",),
    "turnover": CANARY,
}


def _element(name: str, keys: str, parent: str = "head") -> str:
    """Script that puts a new element into the page."""
    made = f"Object.assign(document.createElement('{name}'), {{{keys}}})"
    return f"document.{parent}.append({made})"


CARRYING = "sink + '?' + canary"
WAYS_OUT = (ROOT / "tests" / "web" / "ways_out.js").read_text("utf-8")


def said(host: Host) -> str:
    """Everything that a host's log could hold."""
    return "\n".join(f"{each.target} {each.headers} {each.body!r}" for each in host.asked)


@pytest.fixture
def sink(tmp_path: Path, serve: Serve) -> Host:
    return serve(tmp_path)


def to_the_result(page: Page) -> Checker:
    checker = Checker(page)
    checker.walk(ANSWERS)
    checker.act("result")
    expect(page.locator(".quiz__result")).to_be_visible()
    return checker


def test_no_answer_reaches_a_log_or_a_storage(host: Host, open_page: Open) -> None:
    page = open_page(f"{host.address}zh/check/")
    to_the_result(page)
    assert CANARY in page.locator("[data-answers]").inner_text().replace(",", "")
    page.locator("[data-act='link']").click()
    expect(page.locator("[data-qr] svg")).to_be_visible()
    page.locator("a[data-language]").first.click()
    page.wait_for_url("**/en/check/")
    expect(page.locator(".quiz__result")).to_be_visible()
    page.locator("[data-name]").first.click()
    page.wait_for_url("**/measures/**")
    assert CANARY not in said(host)
    assert "answers=" not in said(host)
    assert CANARY not in page.evaluate(
        "JSON.stringify([{...localStorage}, {...sessionStorage}, document.cookie, location.href])"
    )


def test_a_page_taken_over_cannot_send_to_another_host(
    host: Host, sink: Host, open_page: Open
) -> None:
    page = open_page(f"{host.address}zh/check/")
    to_the_result(page)
    assert page.evaluate(WAYS_OUT, [sink.address, CANARY]) == 12
    page.wait_for_timeout(1_500)
    assert sink.asked == []
    assert CANARY not in said(host)


def test_a_run_is_finished_with_the_network_cut(host: Host, open_page: Open) -> None:
    page = open_page(f"{host.address}zh/check/")
    checker = Checker(page)
    checker.walk(ANSWERS, until="turnover")
    page.wait_for_load_state("networkidle")
    page.context.set_offline(True)
    checker.walk(ANSWERS)
    checker.act("result")
    expect(page.locator(".quiz__result")).to_be_visible()
