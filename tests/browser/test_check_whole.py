"""The checker of the document itself: what it weighs, and that Python says the same everywhere."""

import gzip
import json
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import expect

from generator.from_yaml.load import load
from quiz import browser
from tests.browser.conftest import ROOT, Open, Serve
from tests.browser.test_check_takeaway import PACK

WANT = ["plan", "barred", "verdicts", "totals"]
MOST_BYTES = 120_000
"""Page, scripts and styles of the checker, compressed, without Python."""

ASK = (ROOT / "tests" / "web" / "ask_engine.js").read_text("utf-8")
SAMPLE = 24
"""Of so many scenarios one is put to every measure in every run; all of them in the long one."""


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_first_question_costs_little(language: str, whole_site: Path) -> None:
    page = (whole_site / language / "check" / "index.html").read_text("utf-8")
    named = re.findall(r'(?:src|href)="([^"]+\.(?:js|css))"', page)
    files = {(whole_site / language / "check" / name).resolve() for name in named}
    # The modules that the entry imports stand beside it, and beside each its compressed copies.
    (entry,) = (file for file in files if file.name == "policy-quiz.js")
    files |= set(entry.parent.glob("*.js"))
    parts = [page.encode(), *(file.read_bytes() for file in files)]
    assert sum(len(gzip.compress(part, 9)) for part in parts) <= MOST_BYTES


@pytest.mark.parametrize(
    ("every", "named"),
    [
        pytest.param(1, True, id="each scenario, what it names"),
        pytest.param(SAMPLE, False, id="some scenarios, every measure"),
        pytest.param(1, False, id="each scenario, every measure", marks=pytest.mark.slow),
    ],
)
def test_verdicts_in_the_browser_equal_cpythons(
    every: int, named: bool, whole_site: Path, serve: Serve, open_page: Open
) -> None:
    requests = [
        {
            "answers": _plain(scenario.answers),
            "as_of": scenario.as_of,
            "only": list(scenario.expect) if named else None,
            "want": WANT,
        }
        for document in load(ROOT).documents.values()
        for scenario in list(document.scenarios.values())[::every]
    ]
    page = open_page(f"{serve(whole_site).address}zh/check/")
    (rules,) = (whole_site / "assets" / "checker").glob("rules-*.json")
    assert json.loads(browser.load(rules.read_text("utf-8")))["ok"]
    expected = [json.loads(browser.ask(json.dumps(each))) for each in requests]
    assert all(each["ok"] for each in expected)
    assert expected == page.evaluate(ASK, requests)


def test_sums_stand_in_a_table_and_in_a_picture(
    whole_site: Path, serve: Serve, open_page: Open
) -> None:
    (rules,) = (whole_site / "assets" / "checker").glob("rules-*.json")
    assert json.loads(browser.load(rules.read_text("utf-8")))["ok"]
    answers, lines = next(filter(None, map(_several_sums, _scenarios())))
    page = open_page(f"{serve(whole_site).address}zh/check/")
    other = open_page(page.url + page.evaluate(PACK, [answers, "", []]))
    expect(other.locator("[data-lines] tr")).to_have_count(lines)
    expect(other.locator("[data-picture]")).to_be_visible()
    assert other.locator("[data-picture] svg").count() >= 2


def _scenarios() -> Iterator[Any]:
    for document in load(ROOT).documents.values():
        yield from (_plain(scenario.answers) for scenario in document.scenarios.values())


def _several_sums(answers: Any) -> tuple[Any, int] | None:
    """The answers with the number of lines, where two grants of an exact sum are counted."""
    as_of = date.today().isoformat()
    request = {"answers": answers, "as_of": as_of, "only": None, "want": ["verdicts", "totals"]}
    reply = json.loads(browser.ask(json.dumps(request)))
    sums = [
        each
        for each in reply["verdicts"]
        if each["status"] == "eligible" and not each["excluded_by"] and _exact(each["amount"])
    ]
    return (answers, len(reply["totals"]["lines"])) if len(sums) >= 2 else None


def _exact(amount: Any) -> bool:
    return amount is not None and amount["kind"] == "exact" and amount["unit"] == "yuan"


def _plain(value: Any) -> Any:
    """Frozen mappings and tuples as JSON knows them."""
    if hasattr(value, "items"):
        return {key: _plain(each) for key, each in value.items()}
    return [_plain(each) for each in value] if isinstance(value, list | tuple) else value
