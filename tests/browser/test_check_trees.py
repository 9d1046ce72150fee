"""What a screen reader is given on the main path, as text that was read and found good.

`pytest tests/browser/test_check_trees.py --write-golden` writes it anew; the diff is to be read.
"""

import re
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.checker import RESIDENT, Checker
from tests.browser.conftest import ROOT, Open
from tests.served import Host

GOLDEN = ROOT / "tests" / "golden" / "trees"
NOON = "2030-06-01T12:00:00"


def tree(checker: Checker) -> str:
    """The tree of the present step; the rules' hash is left out, for it changes with the rules."""
    text = checker.stage.aria_snapshot()
    return re.sub(r"\b[0-9a-f]{12}\b", "HASH", text) + "\n"


def steps(checker: Checker) -> dict[str, str]:
    """The first question, left empty; a later one; the answers; the result."""
    found = {"first": tree(checker)}
    checker.go_on()
    expect(checker.stage.locator("[data-errors]")).to_be_focused()
    found["mistake"] = tree(checker)
    checker.walk(RESIDENT, until="garden")
    found["question"] = tree(checker)
    checker.walk(RESIDENT)
    found["answers"] = tree(checker)
    checker.act("result")
    expect(checker.stage.locator(".quiz__result")).to_be_visible()
    found["result"] = tree(checker)
    return found


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_screen_reader_is_given_what_was_found_good(
    language: str, host: Host, open_page: Open, request: pytest.FixtureRequest
) -> None:
    page = open_page("about:blank")
    page.clock.set_fixed_time(NOON)
    page.goto(f"{host.address}{language}/check/")
    found = steps(Checker(page, language))
    if request.config.getoption("--write-golden"):
        GOLDEN.mkdir(parents=True, exist_ok=True)
        for name, text in found.items():
            _file(language, name).write_text(text, "utf-8")
    assert {name: _file(language, name).read_text("utf-8") for name in found} == found


def _file(language: str, name: str) -> Path:
    return GOLDEN / f"{language}-{name}.yaml"
