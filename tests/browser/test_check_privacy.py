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


WAYS_OUT = (ROOT / "tests" / "web" / "ways_out.js").read_text("utf-8")


def said(host: Host) -> str:
    """Everything that a host's log could hold."""
    return "\n".join(f"{each.target} {each.headers} {each.body!r}" for each in host.asked)


@pytest.fixture
def sink(tmp_path: Path, serve: Serve) -> Host:
    folder = tmp_path / "sink"
    folder.mkdir()
    (folder / "index.html").write_text("<!doctype html><title>sink</title>")
    return serve(folder)


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


def test_the_page_of_all_questions_a_file_and_a_link_tell_no_log(
    host: Host, open_page: Open, tmp_path: Path
) -> None:
    page = open_page(f"{host.address}en/check/")
    checker = Checker(page, "en")
    checker.act("sheet")
    checker.tick("role-shop")
    checker.write("turnover", CANARY)
    checker.act("result")
    with page.expect_download() as saved:
        checker.act("file")
    saved.value.save_as(tmp_path / "answers.json")
    checker.act("link")
    expect(page.locator("#quiz-link")).to_be_focused()
    other = open_page(page.locator("#quiz-link").input_value())
    expect(other.locator(".quiz__result")).to_be_visible()
    other.reload()
    expect(other.locator(".quiz__result")).to_be_visible()
    other.goto(f"{host.address}zh/check/")
    other.locator("[data-open-file]").set_input_files(tmp_path / "answers.json")
    expect(other.locator("[data-answers]").first).to_contain_text("731")
    assert CANARY not in said(host)
    assert "answers=" not in said(host)


def test_a_host_that_is_gone_to_next_learns_nothing(
    host: Host, sink: Host, open_page: Open
) -> None:
    page = open_page(f"{host.address}zh/check/")
    to_the_result(page)
    with page.expect_popup() as opened:
        page.evaluate("(address) => { open(address); }", sink.address)
    opened.value.wait_for_load_state()
    page.evaluate("(address) => { location.href = address; }", sink.address)
    page.wait_for_url(sink.address)
    pages = [each.headers.lower() for each in sink.asked if each.target == "/"]
    assert ["referer" in each for each in pages] == [False, False]
    assert CANARY not in said(sink)
