"""The result taken away: on paper, as text, as a link, as a file; and what comes back of them."""

import json
import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.checker import RESIDENT, Checker
from tests.browser.conftest import Open
from tests.served import Host


def link_of(page: Page) -> str:
    page.locator("[data-act='link']").click()
    field = page.locator("#quiz-link")
    expect(field).to_have_value(re.compile("#answers="))
    return field.input_value()


def test_a_private_link_opens_the_same_result(host: Host, open_page: Open) -> None:
    page = open_page(f"{host.address}zh/check/")
    Checker(page).to_result()
    address = link_of(page)
    expect(page.locator("[data-qr] svg")).to_be_visible()
    other = open_page(address)
    expect(other.locator(".quiz__result")).to_be_visible()
    assert "#" not in other.url
    assert Checker(other).outcome("garden-subsidy") == "qualify"
    expect(other.locator("[data-restored]")).to_be_visible()
    expect(other.locator("[data-older]")).to_be_hidden()


@pytest.mark.parametrize(
    "fragment", ["#answers=", "#answers=AAAA", "#answers=<img src=x>", "#answers=" + "A" * 30_000]
)
def test_a_damaged_link_is_told_plainly(fragment: str, host: Host, open_page: Open) -> None:
    page = open_page(f"{host.address}zh/check/{fragment}")
    expect(page.locator("[data-damaged]")).to_be_visible()
    assert Checker(page).question == "role"
    assert "#" not in page.url


A4 = 700
"""Pixels that the page's text has between the margins of a sheet of paper."""
PACK = """async ([answers, rules, route]) => {
  const script = document.querySelector("script[type=module][src*=policy-quiz]").src;
  const { toFragment } = await import(script.replace("policy-quiz.js", "parcel.js"));
  return toFragment({ answers, route, rules });
}"""


def test_a_link_made_under_older_rules_says_what_became_of_it(host: Host, open_page: Open) -> None:
    page = open_page(f"{host.address}zh/check/")
    answers = {"role": {"resident": True, "king": True}, "abolished": "<b>", "household": "here"}
    fragment = page.evaluate(PACK, [answers, "older", []])
    other = open_page(f"{host.address}zh/check/{fragment}")
    expect(other.locator("[data-older]")).to_be_visible()
    expect(other.locator("[data-gone]")).to_contain_text("abolished")
    expect(other.locator("[data-answers]")).to_contain_text("在本镇")


def test_a_file_is_saved_and_opened_again(host: Host, open_page: Open, tmp_path: Path) -> None:
    page = open_page(f"{host.address}zh/check/")
    Checker(page).to_result()
    with page.expect_download() as download:
        page.locator("[data-act='file']").click()
    file = tmp_path / "answers.json"
    download.value.save_as(file)
    assert json.loads(file.read_text("utf-8"))["answers"]["household"] == "here"
    other = open_page(f"{host.address}en/check/")
    other.locator("[data-open-file]").set_input_files(file)
    expect(other.locator(".quiz__result")).to_be_visible()
    assert Checker(other).outcome("garden-subsidy") == "qualify"


def test_a_file_of_something_else_is_told_plainly(
    host: Host, open_page: Open, tmp_path: Path
) -> None:
    file = tmp_path / "other.json"
    file.write_text(
        '{"format": "mingbai-answers/1", "answers": {"role": [[[[[[1]]]]]]}, "rules": ""}'
    )
    page = open_page(f"{host.address}zh/check/")
    page.locator("[data-open-file]").set_input_files(file)
    expect(page.locator("[data-damaged]")).to_be_visible()


def test_a_link_to_places_that_do_not_exist_goes_to_those_that_do(
    host: Host, open_page: Open
) -> None:
    page = open_page(f"{host.address}zh/check/")
    route = ["role", "<img src=x>", ":nowhere", "__proto__", "garden"]
    fragment = page.evaluate(PACK, [{"role": {"resident": True}}, "older", route])
    other = open_page(f"{host.address}zh/check/{fragment}")
    Checker(other).expect_question("garden")


def test_on_paper_stand_date_document_rules_answers_and_reasons(
    host: Host, open_page: Open
) -> None:
    page = open_page(f"{host.address}zh/check/", viewport={"width": A4, "height": 1000})
    Checker(page).to_result()
    page.evaluate("""() => {
      const { dataset } = document.documentElement;
      window.print = () => { dataset.printed = String(Number(dataset.printed ?? 0) + 1); };
    }""")
    page.locator("[data-act='print']").click()
    # The button's own script is fetched first.
    expect(page.locator("html")).to_have_attribute("data-printed", "1")
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    checked = page.locator("[data-checked]").inner_text()
    rules = page.locator("policy-quiz").get_attribute("data-rules")
    assert re.search(rf"\d{{4}}年.*青政〔2030〕3号.*{rules}", checked)
    expect(page.locator(".quiz__given dd").first).to_be_visible()
    expect(page.locator("[data-outcome='garden-subsidy'] q").first).to_be_visible()
    for button in page.locator("[data-stage] button:not(.quiz__settles)").all():
        assert not button.is_visible()
    brief = page.locator("[data-group='never']")
    expect(brief.locator("[data-outcome='price-display'] h3")).to_be_visible()
    expect(brief.locator(".quiz__paper")).to_be_visible()
    expect(brief.locator("q:visible")).to_have_count(0)
    assert page.evaluate("document.documentElement.scrollWidth") <= A4
    page.emulate_media(media="screen")
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    expect(page.locator("[data-outcome='garden-subsidy'] q").first).to_be_hidden()


def test_the_text_to_copy_says_what_the_page_says(host: Host, open_page: Open) -> None:
    page = open_page(f"{host.address}en/check/")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    Checker(page, "en").to_result()
    button = page.locator("[data-act='copy']")
    button.click()
    expect(button).to_have_text("Copied")
    text = page.evaluate("navigator.clipboard.readText()")
    assert text.startswith("Your result\nChecked on ")
    assert "\nGarden subsidy\n500 yuan, paid to the person\n" in text
    for said in ("You qualify", "Is your household registered in this town?\nIn this town"):
        assert said in text
    assert "Start again" not in text
    # Of what is not for this person stands the name alone.
    assert "Showing prices" in text
    assert "修理铺应当明码标价" not in text


def test_what_is_still_open_names_the_question_on_paper_and_in_the_text(
    host: Host, open_page: Open
) -> None:
    page = open_page(f"{host.address}en/check/")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    checker = Checker(page, "en")
    checker.walk(RESIDENT, until="garden")
    checker.act("result")
    said = "Not answered yet: What is your rooftop garden like?"
    line = page.locator("[data-outcome='garden-subsidy'] [data-remarks]")
    expect(line).to_contain_text(said)
    page.locator("[data-act='copy']").click()
    expect(page.locator("[data-act='copy']")).to_have_text("Copied")
    assert said in page.evaluate("navigator.clipboard.readText()")
    page.emulate_media(media="print")
    expect(line).to_be_visible()
