"""When Python does not start, stops or errs: plain words, another try, the list, answers kept."""

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, expect

from tests.browser.checker import Checker
from tests.browser.conftest import Open
from tests.served import Host

START_LIMIT = 60_000
"""Milliseconds that the page waits for Python."""


def test_the_first_question_is_there_before_python(host: Host, open_page: Open) -> None:
    host.broken.add(".wasm")
    page = open_page(f"{host.address}zh/check/")
    checker = Checker(page)
    assert checker.question == "role"
    checker.tick("role-resident")
    checker.go_on()
    checker.expect_heading("查询程序没有启动")


def test_a_failed_start_keeps_the_answers_and_can_be_tried_again(
    host: Host, open_page: Open
) -> None:
    host.broken.add(".zip")
    page = open_page(f"{host.address}en/check/")
    checker = Checker(page, "en")
    checker.tick("role-resident")
    checker.go_on()
    checker.expect_heading("The checker did not start")
    page.get_by_role("button", name="Go to the checklist").click()
    expect(page.locator(".quiz__card").first).to_be_visible()
    host.broken.clear()
    page.get_by_role("button", name="Try again").click()
    checker.expect_question("role")
    assert page.locator("#q-role-resident").is_checked()


SILENT = "export const startPython = () => new Promise(() => undefined);"
FAILING = "export const startPython = () => Promise.reject(new Error());"


def runtime(context: BrowserContext, script: str) -> None:
    """Put another script in the place of the one that starts Python."""
    context.route(
        "**/runtime.js", lambda route: route.fulfill(body=script, content_type="text/javascript")
    )


def barred(host: Host, context: BrowserContext) -> None:
    host.headers["Content-Security-Policy"] = "script-src 'self'; worker-src 'self' blob:"


def refused(host: Host, context: BrowserContext) -> None:
    runtime(context, FAILING)


def no_rules(host: Host, context: BrowserContext) -> None:
    host.broken.add(".json")


def wrong_rules(host: Host, context: BrowserContext) -> None:
    context.route("**/rules-*", lambda route: route.fulfill(body="<!doctype html>"))


@pytest.mark.parametrize("spoil", [barred, refused, no_rules, wrong_rules])
def test_whatever_keeps_python_away_is_told_plainly(
    spoil: Callable[[Host, BrowserContext], None], host: Host, open_page: Open
) -> None:
    page = open_page("about:blank")
    spoil(host, page.context)
    page.goto(f"{host.address}en/check/")
    checker = Checker(page, "en")
    checker.tick("role-resident")
    checker.go_on()
    checker.expect_heading("The checker did not start")
    expect(page.get_by_role("button", name="Try again")).to_be_visible()


def test_python_that_never_comes_is_given_up(host: Host, open_page: Open) -> None:
    page = open_page("about:blank")
    page.clock.install()
    runtime(page.context, SILENT)
    page.goto(f"{host.address}en/check/")
    checker = Checker(page, "en")
    checker.tick("role-resident")
    checker.go_on()
    page.clock.run_for(1_000)
    expect(page.locator("[data-waiting]")).to_be_visible()
    expect(page.locator("[data-live]")).to_contain_text("getting ready")
    page.clock.run_for(START_LIMIT)
    checker.expect_heading("The checker did not start")


def test_a_network_that_is_lost_and_comes_back_costs_no_answer(host: Host, open_page: Open) -> None:
    page = open_page("about:blank")
    # Nothing is asked for before the first intent, by which time the network is gone.
    page.add_init_script("window.requestIdleCallback = () => 0")
    page.goto(f"{host.address}en/check/")
    page.context.set_offline(True)
    checker = Checker(page, "en")
    checker.tick("role-resident")
    checker.go_on()
    checker.expect_heading("The checker did not start")
    page.context.set_offline(False)
    page.get_by_role("button", name="Try again").click()
    checker.expect_question("role")
    assert page.locator("#q-role-resident").is_checked()
    checker.go_on()
    checker.expect_question("garden")


FAULTY = """export async function startPython() {
  return { ask: () => '{"ok":false,"error":{"code":"internal","path":"0badf00d","allowed":[]}}' };
}"""


def test_a_fault_in_the_engine_gives_a_reference_and_no_verdict(
    host: Host, open_page: Open
) -> None:
    page = open_page("about:blank")
    page.context.route(
        "**/runtime.js", lambda route: route.fulfill(body=FAULTY, content_type="text/javascript")
    )
    page.goto(f"{host.address}zh/check/")
    checker = Checker(page)
    checker.tick("role-resident")
    checker.go_on()
    checker.expect_heading("查询程序出了差错")
    expect(page.locator("[data-fault]")).to_contain_text("0badf00d")
