"""Every kind of state of the checker, looked through by axe and measured."""

from itertools import combinations, product
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.checker import NEWCOMER, RESIDENT, SHOP, Checker
from tests.browser.conftest import ROOT, Open
from tests.served import Host

AXE = (ROOT / "node_modules" / "axe-core" / "axe.min.js").read_text("utf-8")
AUDIT = (ROOT / "tests" / "web" / "audit.js").read_text("utf-8")

FACTORS = {
    "language": ("zh", "en"),
    "look": ("light", "dark", "elder"),
    "width": (320, 1280),
    "forced_colors": ("none", "active"),
    "reduced_motion": ("no-preference", "reduce"),
    "place": ("", "embed/"),
}

type Mode = tuple[Any, ...]
"""A value for each factor, in their order."""


def pairs(mode: Mode) -> frozenset[Any]:
    """Every two factors with the values that they have together."""
    return frozenset(combinations(enumerate(mode), 2))


def pairwise(modes: list[Mode]) -> list[Mode]:
    """Choose modes until any two values of any two factors have met."""
    left = {pair for mode in modes for pair in pairs(mode)}
    chosen = []
    while left:
        chosen.append(max(modes, key=lambda mode: len(pairs(mode) & left)))
        left -= pairs(chosen[-1])
    return chosen


ALL_MODES = list(product(*FACTORS.values()))
MODES = pairwise(ALL_MODES)
RUNS = [pytest.param(mode, marks=[] if mode in MODES else [pytest.mark.slow]) for mode in ALL_MODES]


def inspect(page: Page, state: str) -> None:
    """No violation, nothing too small to hit, no sideways scrolling."""
    page.evaluate(AXE)
    assert (state, page.evaluate(AUDIT)) == (state, [])


@pytest.fixture(params=RUNS, ids=lambda mode: "-".join(map(str, mode)).strip("/"))
def checker(request: pytest.FixtureRequest, host: Host, open_page: Open) -> Checker:
    mode = dict(zip(FACTORS, request.param, strict=True))
    language, elder = mode["language"], mode["look"] == "elder"
    page = open_page(
        "about:blank",
        viewport={"width": mode["width"], "height": 800},
        color_scheme="light" if elder else mode["look"],
        forced_colors=mode["forced_colors"],
        reduced_motion=mode["reduced_motion"],
    )
    page.goto(f"{host.address}{mode['place']}{language}/check/{'?elder=on' if elder else ''}")
    if elder and not mode["place"]:
        page.locator("[data-elder]").click()
    assert ("elder" in (page.locator("html").get_attribute("class") or "").split()) == elder
    return Checker(page, language)


def test_every_state_in_modes_that_pair_each_two_settings(checker: Checker) -> None:
    page = checker.page
    seen = set()
    for answers in (NEWCOMER, SHOP):
        while checker.stage.locator("[data-filled]").count() == 0:
            question = checker.question
            if question == "apprentices":
                checker.tick("apprentices-unsure-")
                checker.go_on()
            else:
                if question not in seen:
                    inspect(page, question)
                    checker.go_on()
                    expect(checker.stage.locator("[data-errors]")).to_be_focused()
                    inspect(page, f"{question} left empty")
                given = answers[question]
                checker.answer(question, *given) if isinstance(given, tuple) else checker.figure(
                    question, given
                )
            seen.add(question)
            expect(checker.stage.locator(f"[data-form='{question}']")).to_have_count(0)
            expect(checker.stage.locator("h1")).to_be_focused()
        inspect(page, "answers")
        checker.act("result")
        expect(checker.stage.locator(".quiz__result h1")).to_be_focused()
        page.evaluate("document.querySelectorAll('details').forEach((each) => (each.open = true))")
        checker.act("link")
        expect(checker.stage.locator("#quiz-link")).to_be_focused()
        inspect(page, "result")
        checker.act("again")
        checker.expect_question("role")
    checker.act("sheet")
    expect(checker.stage.locator("[data-forms]")).to_be_visible()
    inspect(page, "all questions")
    page.context.route("**/runtime.js", lambda route: route.abort())
    checker.act("back")
    checker.expect_question("role")
    page.reload()
    checker.tick("role-resident")
    checker.go_on()
    expect(checker.stage.locator(".quiz__failure h1")).to_be_focused()
    inspect(page, "failure")


def test_one_announcement_a_step(host: Host, open_page: Open) -> None:
    page = open_page(f"{host.address}en/check/")
    page.evaluate("""() => {
      window.said = [];
      new MutationObserver(() => said.push(document.querySelector('[data-live]').textContent))
        .observe(document.querySelector('[data-live]'),
          {childList: true, characterData: true, subtree: true});
    }""")
    checker = Checker(page, "en")
    checker.walk({**RESIDENT}, until="level")
    said = [each for each in page.evaluate("said") if each and not each.startswith("The checker")]
    assert len(said) == 2
    assert all(each.startswith("Question") for each in said)


SPACED = """() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync("* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-bottom: 2em !important }");
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}"""  # noqa: E501  the figures of WCAG 1.4.12


@pytest.mark.parametrize("language", ["zh", "en"])
def test_spaced_text_on_the_narrowest_screen(language: str, host: Host, open_page: Open) -> None:
    page = open_page(f"{host.address}{language}/check/", viewport={"width": 320, "height": 640})
    page.evaluate(SPACED)
    checker = Checker(page, language)
    inspect(page, "first question")
    checker.walk(RESIDENT)
    checker.act("result")
    expect(checker.stage.locator(".quiz__result")).to_be_visible()
    inspect(page, "result")
