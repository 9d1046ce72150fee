"""Every kind of state of the checker, looked through by axe and measured."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.browser.checker import NEWCOMER, RESIDENT, SHOP, Checker
from tests.browser.conftest import ROOT, Open
from tests.served import Host

AXE = (ROOT / "node_modules" / "axe-core" / "axe.min.js").read_text("utf-8")
AUDIT = (ROOT / "tests" / "web" / "audit.js").read_text("utf-8")

MODES = [
    ("zh", {"viewport": {"width": 320, "height": 640}}),
    ("en", {"viewport": {"width": 1280, "height": 900}, "color_scheme": "dark"}),
    (
        "en",
        {
            "viewport": {"width": 320, "height": 640},
            "color_scheme": "dark",
            "reduced_motion": "reduce",
        },
    ),
    ("zh", {"viewport": {"width": 1280, "height": 900}, "forced_colors": "active"}),
]


def inspect(page: Page, state: str) -> None:
    """No violation, nothing too small to hit, no sideways scrolling."""
    page.evaluate(AXE)
    assert (state, page.evaluate(AUDIT)) == (state, [])


@pytest.fixture(params=MODES, ids=lambda mode: f"{mode[0]}-{'-'.join(map(str, mode[1].values()))}")
def checker(request: pytest.FixtureRequest, host: Host, open_page: Open) -> Iterator[Checker]:
    language, how = request.param
    yield Checker(open_page(f"{host.address}{language}/check/", **how), language)


def test_every_question_its_mistake_and_the_result(checker: Checker) -> None:
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


def test_the_page_of_all_questions(checker: Checker) -> None:
    checker.act("sheet")
    expect(checker.stage.locator("[data-forms]")).to_be_visible()
    inspect(checker.page, "all questions")


def test_the_failure(checker: Checker, host: Host) -> None:
    page = checker.page
    page.context.route("**/runtime.js", lambda route: route.abort())
    page.reload()
    checker.tick("role-resident")
    checker.go_on()
    expect(checker.stage.locator(".quiz__failure h1")).to_be_focused()
    inspect(page, "failure")


def test_large_text(host: Host, open_page: Open) -> None:
    page = open_page(f"{host.address}zh/check/")
    page.locator("[data-elder]").click()
    checker = Checker(page)
    inspect(page, "first question")
    checker.walk(RESIDENT)
    checker.act("result")
    expect(checker.stage.locator(".quiz__result")).to_be_visible()
    inspect(page, "result")


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


def test_the_embedded_checker(host: Host, open_page: Open) -> None:
    page = open_page(f"{host.address}embed/en/check/", viewport={"width": 320, "height": 640})
    checker = Checker(page, "en")
    inspect(page, "first question")
    checker.walk(RESIDENT)
    checker.act("result")
    expect(checker.stage.locator(".quiz__result")).to_be_visible()
    inspect(page, "result")
