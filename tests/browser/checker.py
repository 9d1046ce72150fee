"""Steers the checker as people do: by its words and its keys."""

from collections.abc import Mapping

from playwright.sync_api import Page, expect

WORDS: Mapping[str, Mapping[str, str]] = {
    "zh": {
        "continue": "继续",
        "back": "返回",
        "result": "查看结果",
        "again": "重新开始（下一位）",
        "unknown": "不知道",
        "error": "错误：",
        "resident": "居民",
        "shop": "店铺",
    },
    "en": {
        "continue": "Continue",
        "back": "Back",
        "result": "See the result",
        "again": "Start again, for the next person",
        "unknown": "I don’t know",
        "error": "Error: ",
        "resident": "A resident",
        "shop": "A shop",
    },
}

type Answers = Mapping[str, str | tuple[str, ...]]
"""For each question of the invented project the options to tick, or the figure to write."""

RESIDENT: Answers = {
    "role": ("resident",),
    "household": ("here",),
    "garden": ("new",),
    "level": ("neither",),
    "received": ("none-",),
}
NEWCOMER: Answers = {**RESIDENT, "household": ("elsewhere",), "lived": "３"}
SHOP: Answers = {
    "role": ("shop",),
    "repair_share": "80",
    "founded_by_graduate": ("no",),
    "opened": "30",
    "turnover": "20万",
    "assessment": ("pending",),
    "hired": ("unemployed",),
    "contract": ("unemployed",),
    "kept_on": "2",
}


class Checker:
    """The checker on an open page."""

    def __init__(self, page: Page, language: str = "zh") -> None:
        self.page = page
        self.words = WORDS[language]
        self.stage = page.locator("[data-stage]")

    @property
    def question(self) -> str:
        """The id of the question shown, or an empty string."""
        form = self.stage.locator("[data-form]")
        return form.first.get_attribute("data-form") or "" if form.count() else ""

    def tick(self, *options: str) -> None:
        """Tick options by their ids, as in `garden-new`."""
        for option in options:
            self.stage.locator(f"#q-{option}").check()

    def write(self, field: str, text: str) -> None:
        self.stage.locator(f"#q-{field}").fill(text)

    def go_on(self) -> None:
        self.stage.get_by_role("button", name=self.words["continue"], exact=True).click()

    def answer(self, question: str, *options: str) -> None:
        """Wait for a choice, tick its options and go on."""
        self.expect_question(question)
        self.tick(*(f"{question}-{option}" for option in options))
        self.go_on()

    def figure(self, question: str, text: str) -> None:
        """Wait for a figure, write it and go on."""
        self.expect_question(question)
        self.write(question, text)
        self.go_on()

    def expect_question(self, question: str) -> None:
        expect(self.stage.locator(f"[data-form='{question}']")).to_be_visible()

    def expect_heading(self, words: str) -> None:
        expect(self.stage.locator("h1")).to_have_text(words)

    def act(self, name: str) -> None:
        """Press the button with this data-act."""
        self.stage.locator(f"[data-act='{name}']").first.click()

    def outcome(self, measure: str) -> str:
        """The group in which a measure's outcome stands."""
        section = self.stage.locator("section[data-group]").filter(
            has=self.page.locator(f"[data-outcome='{measure}']")
        )
        return section.get_attribute("data-group") or ""

    def walk(self, answers: Answers, until: str = "") -> None:
        """Answer whatever is asked, until a question comes up or the answers are shown."""
        while self.stage.locator("[data-filled]").count() == 0:
            question = self.question
            if question == until:
                return
            given = answers[question]
            if isinstance(given, tuple):
                self.answer(question, *given)
            else:
                self.figure(question, given)
            expect(self.stage.locator(f"[data-form='{question}']")).to_have_count(0)

    def to_result(self, answers: Answers = RESIDENT) -> None:
        """Answer everything and go to the result."""
        self.walk(answers)
        self.act("result")
        expect(self.stage.locator(".quiz__result")).to_be_visible()
