"""The whole way by keyboard alone, in both languages, at the root of a host and below a path."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.checker import Checker
from tests.browser.conftest import Open, Serve

KEYS = {"garden": "none-", "household": "here", "level": "neither", "received": "none-"}
MOST_TABS = 80


@pytest.mark.parametrize("prefix", ["/", "/a/b/"])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_person_can_do_it_all_by_keyboard(
    language: str, prefix: str, small_site: Path, serve: Serve, open_page: Open
) -> None:
    host = serve(small_site, prefix=prefix)
    page = open_page(f"{host.address}{language}/check/")
    checker = Checker(page, language)
    to_the_answers(checker)
    press(page, act="result")
    expect(page.locator(".quiz__result h1")).to_be_focused()
    press(page, act="link")
    expect(page.locator("#quiz-link")).to_be_focused()
    press(page, act="again")
    checker.expect_question("role")
    expect(page.locator("h1")).to_be_focused()
    assert {each.target.startswith(prefix) for each in host.asked} == {True}


def to_the_answers(checker: Checker) -> None:
    page = checker.page
    press(page, field="q-role-resident", key="Space")
    page.keyboard.press("Enter")
    checker.expect_question("garden")
    expect(page.locator("h1")).to_be_focused()
    while page.locator("[data-filled]").count() == 0:
        question = checker.question
        press(page, field=f"q-{question}-{KEYS[question]}", key="Space")
        page.keyboard.press("Enter")
        expect(page.locator(f"[data-form='{question}']")).to_have_count(0)


def press(page: Page, *, field: str = "", act: str = "", key: str = "Enter") -> None:
    """Press Tab until the field, or the button with this act, has the focus; then the key."""
    for _ in range(MOST_TABS):
        here = page.evaluate(
            "[document.activeElement?.id ?? '', document.activeElement?.dataset?.act ?? '']"
        )
        if (field and here[0] == field) or (act and here[1] == act):
            page.keyboard.press(key)
            return
        page.keyboard.press("Tab")
    pytest.fail(f"Tab never came to {field or act}")
