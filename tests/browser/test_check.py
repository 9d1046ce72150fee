"""The checker's page in a real browser, with real Python, on the invented project."""

import json
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.checker import NEWCOMER, RESIDENT, SHOP, Checker
from tests.browser.conftest import Open, Serve
from tests.served import Host


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_resident_answers_and_reads_why(language: str, host: Host, open_page: Open) -> None:
    page = open_page(f"{host.address}{language}/check/")
    checker = Checker(page, language)
    checker.to_result()
    assert checker.outcome("garden-subsidy") == "qualify"
    assert checker.outcome("price-display") == "never"
    outcome = page.locator("[data-outcome='garden-subsidy']")
    assert "500" in outcome.locator("[data-amount]").inner_text()
    outcome.locator("summary").first.click()
    expect(outcome.locator("[data-reason='met']").first).to_be_visible()
    expect(outcome.locator("q").filter(has_text="新建屋顶菜园的").first).to_be_visible()


def test_the_checker_works_under_any_prefix(
    small_site: Path, serve: Serve, open_page: Open
) -> None:
    host = serve(small_site, prefix="/a/b/")
    checker = Checker(open_page(f"{host.address}zh/check/"))
    checker.to_result()
    assert {each.target.startswith("/a/b/") for each in host.asked} == {True}


def test_a_host_that_compresses_nothing_sends_our_packed_files(
    small_site: Path, serve: Serve, open_page: Open
) -> None:
    host = serve(small_site, encodes=False, types={".wasm": "text/plain"})
    Checker(open_page(f"{host.address}zh/check/")).to_result()
    assert any(each.target.endswith(".wasm.gz") for each in host.asked)


def test_without_scripts_every_condition_can_be_read(host: Host, open_page: Open) -> None:
    page = open_page(f"{host.address}zh/check/", java_script_enabled=False)
    expect(page.get_by_role("heading", level=1)).to_have_text("您为谁查询？")
    cards = page.locator("#checklist .quiz__card")
    assert cards.count() == 5
    expect(cards.first).to_be_visible()
    expect(page.locator("q").first).to_be_visible()
    expect(page.get_by_role("button", name="继续")).to_have_count(0)


def test_a_mistake_is_named_on_top_in_the_title_and_at_the_field(
    host: Host, open_page: Open
) -> None:
    page = open_page(f"{host.address}en/check/")
    checker = Checker(page, "en")
    checker.go_on()
    assert page.title().startswith("Error: ")
    expect(page.locator("[data-errors]")).to_be_focused()
    page.locator("[data-errors] a").click()
    expect(page.locator("#q-role-resident")).to_be_focused()
    checker.tick("role-shop")
    checker.go_on()
    checker.figure("repair_share", "120")
    expect(page.locator("#q-repair_share-error")).to_have_text("It cannot be more than 100")
    assert page.locator("#q-repair_share").get_attribute("aria-invalid") == "true"
    assert page.locator("#q-repair_share").input_value() == "120"
    checker.figure("repair_share", "８０％")
    expect(page.locator("[data-form='repair_share']")).to_have_count(0)
    assert not page.title().startswith("Error: ")


def test_lines_are_added_and_each_has_its_own_steps(host: Host, open_page: Open) -> None:
    page = open_page(f"{host.address}zh/check/")
    checker = Checker(page)
    checker.walk(SHOP, until="apprentices")
    page.get_by_role("button", name="再加一行").click()
    rows = page.locator("[data-lines] > *")
    ids = [each.get_attribute("id") or "" for each in rows.locator("input").all()]
    assert len(set(ids)) == 4
    assert all(each.startswith("apprentices-") for each in ids)
    for index, (number, months) in enumerate((("３", "8"), ("1", "2"))):
        rows.nth(index).locator("input").nth(0).fill(number)
        rows.nth(index).locator("input").nth(1).fill(months)
    checker.go_on()
    expect(page.locator("[data-form='apprentices']")).to_have_count(0)
    checker.walk(SHOP)
    checker.act("result")
    steps = page.locator("[data-outcome='apprentice-subsidy'] [data-steps] li")
    page.locator("[data-outcome='apprentice-subsidy'] summary").first.click()
    expect(steps.first).to_contain_text("6个月（您填的是8个月，按上限计算）")
    expect(steps).to_have_count(2)


def test_back_forward_and_reload_find_the_answers(host: Host, open_page: Open) -> None:
    page = open_page(f"{host.address}zh/check/")
    checker = Checker(page)
    checker.walk(NEWCOMER, until="lived")
    seen = [checker.question]
    while seen[-1] != "role":
        page.go_back()
        expect(page.locator(f"[data-form='{seen[-1]}']")).to_have_count(0)
        expect(page.locator("[data-stage] [data-form]").first).to_be_visible()
        seen.append(checker.question)
        if seen[-1] == "household":
            assert page.locator("#q-household-elsewhere").is_checked()
    assert page.locator("#q-role-resident").is_checked()
    for question in reversed(seen[:-1]):
        page.go_forward()
        checker.expect_question(question)
    page.reload()
    checker.expect_question("lived")
    page.go_back()
    checker.expect_question("household")
    assert page.locator("#q-household-elsewhere").is_checked()


def test_a_changed_answer_asks_only_what_is_newly_needed(host: Host, open_page: Open) -> None:
    page = open_page(f"{host.address}zh/check/")
    checker = Checker(page)
    checker.to_result()
    page.locator("[data-act='review']").click()
    page.locator("[data-act='change'][data-to='household']").click()
    checker.answer("household", "elsewhere")
    checker.figure("lived", "３年")
    expect(page.locator("[data-answers]")).to_contain_text("3年")
    expect(page.locator("[data-answers]")).to_contain_text("新建的")


def test_the_other_language_goes_on_where_this_one_was(host: Host, open_page: Open) -> None:
    page = open_page(f"{host.address}zh/check/")
    checker = Checker(page)
    checker.walk(NEWCOMER, until="lived")
    page.locator("a[data-language]").first.click()
    page.wait_for_url("**/en/check/")
    checker.expect_question("lived")
    checker.expect_heading("For how many full years have you lived in this town?")
    page.go_back()
    checker.expect_question("household")
    assert page.locator("#q-household-elsewhere").is_checked()
    assert "#" not in page.url


def test_start_again_leaves_nothing_behind(host: Host, open_page: Open) -> None:
    page = open_page(f"{host.address}zh/check/")
    checker = Checker(page)
    checker.to_result()
    page.locator("[data-act='again']").click()
    checker.expect_question("role")
    expect(page.locator("[data-live]")).to_have_text("已全部清除，可以为下一位查询。")
    for _ in range(3):
        assert not page.locator("#q-role-resident").is_checked()
        assert "resident" not in json.dumps(page.evaluate("history.state"))
        page.go_back()
        page.wait_for_timeout(100)
        if "/check/" not in page.url:
            break


def test_start_again_holds_for_pages_that_the_browser_kept(host: Host, open_page: Open) -> None:
    page = open_page(f"{host.address}zh/check/")
    checker = Checker(page)
    checker.walk(RESIDENT, until="garden")
    page.goto(f"{host.address}en/check/")
    other = Checker(page, "en")
    other.tick("role-shop")
    other.go_on()
    expect(page.locator("[data-form='role']")).to_have_count(0)
    other.act("result")
    page.locator("[data-act='again']").click()
    expect(page.locator("[data-live]")).to_have_text(
        "Everything is cleared. Ready for the next person."
    )
    for _ in range(6):
        if "/zh/check/" in page.url:
            break
        page.go_back()
        page.wait_for_timeout(200)
    checker.expect_question("role")
    assert not page.locator("#q-role-resident").is_checked()
    assert "resident" not in json.dumps(page.evaluate("history.state"))


def test_all_questions_on_one_page_fold_what_does_not_count(host: Host, open_page: Open) -> None:
    page = open_page(f"{host.address}zh/check/")
    checker = Checker(page)
    checker.act("sheet")
    expect(page.locator("[data-forms]")).to_be_visible()
    checker.tick("role-resident", "household-here", "garden-new", "level-neither", "received-none-")
    expect(page.locator("[data-form='repair_share']")).to_be_hidden()
    expect(page.locator("[data-form='lived']")).to_be_hidden()
    checker.act("result")
    expect(page.locator(".quiz__result")).to_be_visible()
    assert checker.outcome("garden-subsidy") == "qualify"


def test_a_mistake_among_all_questions_is_named_with_its_question(
    host: Host, open_page: Open
) -> None:
    page = open_page(f"{host.address}en/check/")
    checker = Checker(page, "en")
    checker.act("sheet")
    checker.tick("role-shop")
    checker.write("repair_share", "a lot")
    checker.act("result")
    expect(page.locator("[data-errors]")).to_be_focused()
    assert page.title().startswith("Error: ")
    expect(page.locator("[data-errors] a")).to_have_text(
        "What percentage of the shop's income comes from repairs? "
        "Enter figures only, such as 12 or 15,000"
    )
    page.locator("[data-errors] a").click()
    expect(page.locator("#q-repair_share")).to_be_focused()
    checker.write("repair_share", "80")
    checker.act("result")
    expect(page.locator(".quiz__result")).to_be_visible()


def test_the_overview_of_the_result_leads_to_its_groups(host: Host, open_page: Open) -> None:
    page = open_page(f"{host.address}zh/check/")
    checker = Checker(page)
    checker.to_result()
    address = page.url
    page.locator("[data-counts] [data-group='never']").click()
    expect(page.locator("#quiz-never")).to_be_focused()
    expect(page.locator("[data-outcome='price-display']")).to_be_visible()
    assert page.url == address


def test_a_reading_says_whether_it_changes_this_result(host: Host, open_page: Open) -> None:
    page = open_page(f"{host.address}en/check/")
    checker = Checker(page, "en")
    readings = page.locator("[data-outcome='garden-subsidy'] .quiz__readings")
    checker.to_result()
    expect(readings).to_contain_text("another reading gives the same result")
    page.locator("[data-act='again']").click()
    checker.to_result({**RESIDENT, "garden": ("rebuilt",)})
    expect(readings).to_contain_text("under this reading: open")
    expect(readings).not_to_contain_text("another reading gives the same result")


@pytest.mark.parametrize(("width", "stacked"), [(360, True), (1280, False)])
def test_a_sum_of_the_result_stands_above_its_payee_on_a_phone(
    host: Host, open_page: Open, width: int, stacked: bool
) -> None:
    page = open_page(f"{host.address}en/check/")
    page.set_viewport_size({"width": width, "height": 800})
    Checker(page, "en").to_result()
    tops = [
        page.locator(f"[data-lines] {cell}").first.evaluate("e => e.getBoundingClientRect().top")
        for cell in ("td", "th")
    ]
    assert stacked == (tops[0] < tops[1])


@pytest.mark.parametrize(
    ("missing", "expected"),
    [
        (
            "hired",
            "You might meet the conditions of this document, depending on what is still open",
        ),
        ("contract", "You would meet the conditions of this document if:"),
    ],
)
def test_what_would_change_a_no_says_whether_that_settles_it(
    host: Host, open_page: Open, missing: str, expected: str
) -> None:
    page = open_page(f"{host.address}en/check/")
    checker = Checker(page, "en")
    # Without anybody hired nothing is asked about contracts: that stays open.
    checker.to_result({**SHOP, missing: ("none-",)})
    changes = page.locator("[data-outcome='apprentice-subsidy'] [data-changes]")
    expect(changes.locator("> p").first).to_contain_text(expected)


def test_that_nothing_was_received_is_said_in_the_answers(host: Host, open_page: Open) -> None:
    page = open_page(f"{host.address}zh/check/")
    checker = Checker(page)
    checker.to_result()
    expect(page.locator("[data-answers]")).to_contain_text("都没有领取过")


def test_one_measure_has_its_own_page_with_its_role_taken_for_granted(
    host: Host, open_page: Open
) -> None:
    page = open_page(f"{host.address}zh/check/garden-subsidy/")
    checker = Checker(page)
    assert checker.question != "role"
    checker.walk(RESIDENT)
    checker.act("result")
    expect(page.locator("[data-outcome]")).to_have_count(1)
    assert checker.outcome("garden-subsidy") == "qualify"


def test_a_frame_of_no_origin_runs_python_in_the_page(
    small_site: Path, serve: Serve, open_page: Open
) -> None:
    host = serve(small_site, headers={"Access-Control-Allow-Origin": "*"})
    page = open_page("about:blank")
    frame_page = (
        '<iframe sandbox="allow-scripts" src="zh/check/" width="360" height="800"></iframe>'
    )
    page.route("**/frame", lambda route: route.fulfill(body=frame_page, content_type="text/html"))
    page.goto(f"{host.address}frame")
    frame = page.frame_locator("iframe")
    frame.locator("#q-role-resident").check()
    frame.locator("[data-act='continue']").click()
    expect(frame.locator("[data-form='garden']")).to_be_visible()


def test_no_request_leaves_the_sites_own_host(host: Host, open_page: Open) -> None:
    page = open_page("about:blank")
    asked: list[str] = []
    page.context.on("request", lambda request: asked.append(request.url))
    page.goto(f"{host.address}en/check/")
    Checker(page, "en").to_result()
    assert [
        each for each in asked if not each.startswith((host.address, f"blob:{host.address}"))
    ] == []
