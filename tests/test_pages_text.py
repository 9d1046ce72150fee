"""Pieces of pages: marks, terms, figures, sums, prose, addresses, colours."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.from_yaml.load import load
from generator.policy.term import Term
from generator.site.colours import contrast, readable
from generator.site.frame import report_address
from generator.site.security import security_policy
from generator.to_pages import addresses, figures
from generator.to_pages.accounts import accounts
from generator.to_pages.amounts import literals, states_sum, sum_words
from generator.to_pages.bindings import Binding, bindings
from generator.to_pages.marks import Segment, segments
from generator.to_pages.page import Page, Place
from generator.to_pages.prose import prose
from generator.to_pages.spoken_sums import spoken_sums
from generator.to_pages.terms import Found, TermFinder, find_terms
from generator.to_pages.words import load_words

INVENTED = Path(__file__).parents[1] / "generator" / "new_project"
ZH, EN = load_words("zh"), load_words("en")


def binding(start: int, end: int, role: str = "condition", owner: str = "grant") -> Binding:
    return Binding(0, "zh", start, end, role, owner, "")  # type: ignore[arg-type]


def test_words_that_decide_are_cut_out_of_their_sentence() -> None:
    expected = (
        Segment("对"),
        Segment("毕业生", ("grant",), "condition"),
        Segment("给予"),
        Segment("1500元", ("grant",), "amount"),
    )
    assert expected == segments("对毕业生给予1500元", [binding(1, 4), binding(6, 11, "amount")])


def test_words_that_decide_for_two_measures_name_both() -> None:
    found = segments("对毕业生", [binding(0, 4), binding(1, 4, owner="other")])
    assert tuple(piece.measures for piece in found) == (("grant",), ("grant", "other"))


def test_a_term_inside_marked_words_stays_part_of_the_mark() -> None:
    found = segments(
        "对毕业生的补贴", [binding(0, 4)], [Found(1, 4, "graduate"), Found(5, 7, "aid")]
    )
    assert [piece.term for piece in found] == [None, None, "aid"]


def test_words_that_bear_out_a_reading_or_define_a_term_are_not_marked() -> None:
    bound = [binding(0, 4, role) for role in ("reading", "term", "group")]
    assert segments("对毕业生", bound) == (Segment("对毕业生"),)


def test_a_translation_holds_a_term_only_where_the_text_as_issued_does() -> None:
    terms = {"first": Term.model_validate({"zh": "优先", "en": "first", "defined": False})}
    finders = {language: TermFinder(terms, language) for language in ("zh", "en")}
    assert find_terms(finders, {"zh": "优先安排", "en": "placed first"}) == {
        "zh": (Found(0, 2, "first"),),
        "en": (Found(7, 12, "first"),),
    }
    assert find_terms(finders, {"zh": "牵头", "en": "named first"}) == {"zh": (), "en": ()}


def test_a_sum_is_marked_in_the_translation_where_both_texts_state_the_same_sums() -> None:
    texts = {
        "zh": "给予每人1500元；再给予1万元、1500元",
        "en": "1,500 yuan a person; then 10,000 yuan and 1,500 yuan",
    }
    bound = [binding(0, 9, "amount"), binding(12, 22, "amount"), binding(0, 4)]
    found = [*spoken_sums(texts, bound, "en")]
    assert [texts["en"][each.start : each.end] for each in found] == [
        "1,500 yuan",
        "1,500 yuan",
        "10,000 yuan",
    ]
    assert [each.start for each in found] == [0, 42, 26]
    assert [*spoken_sums(texts | {"en": "1,500 yuan a person"}, bound, "en")] == []


def test_words_shared_by_rules_are_accounted_for_once_in_the_order_of_the_text() -> None:
    (document,) = load(INVENTED).documents.values()
    article = document.articles[0]
    found = accounts(article, bindings(document, {})[article.number])
    assert [(each.words, [*each.rules.values()], each.reason) for each in found[:5]] == [
        ("鼓励居民利用屋顶种菜", [], "aim"),
        ("对本镇户籍居民", [["condition"]], None),
        ("在本镇居住满3年的居民", [["condition"]], None),
        ("新建屋顶菜园的", [["condition", "reading"]], None),
        ("给予500元一次性建园补贴", [["amount"]], None),
    ]


@pytest.mark.parametrize(
    ("contact", "address"),
    [
        ("mailto:editors@qinghe.example", "mailto:editors@qinghe.example?subject=zh/glossary/"),
        ("https://qinghe.example/report", "https://qinghe.example/report"),
    ],
)
def test_a_mistake_is_reported_by_mail_that_names_the_page_or_on_a_page(
    contact: str, address: str
) -> None:
    site = load(INVENTED).site
    site = site.model_copy(update={"contact": site.contact.model_copy(update={"address": contact})})
    page = Page("zh/glossary/", "zh", "glossary", "", "", str, place=Place("glossary"))
    assert address == report_address(site, page)


@given(
    st.text(max_size=30), st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30)), max_size=5)
)
def test_pieces_joined_are_the_sentence(text: str, spans: list[tuple[int, int]]) -> None:
    bound = [
        binding(min(pair), min(max(pair), len(text))) for pair in spans if min(pair) < len(text)
    ]
    assert text == "".join(piece.text for piece in segments(text, bound))


def term(zh: str, en: str) -> Term:
    return Term.model_validate({"zh": zh, "en": en})


TERMS = {
    "graduate": term("高校毕业生", "college graduate"),
    "hard": term("困难高校毕业生", "college graduate in hardship"),
}


@pytest.mark.parametrize(
    ("language", "sentence", "expected"),
    [
        ("zh", "对困难高校毕业生和高校毕业生", ["hard", "graduate"]),
        ("en", "College graduates in hardship", ["graduate"]),
        ("en", "a college graduate in hardship", ["hard"]),
        ("en", "college graduateship", []),
        ("zh", "高校毕业", []),
    ],
)
def test_the_longest_term_is_found_first(language: str, sentence: str, expected: list[str]) -> None:
    found = TermFinder(TERMS, language).find(sentence)
    assert expected == [each.term for each in found]


def test_without_terms_nothing_is_found() -> None:
    assert TermFinder({}, "zh").find("高校毕业生") == ()


@pytest.mark.parametrize(
    ("number", "zh", "en"),
    [
        (300, "300", "300"),
        (1500, "1500", "1,500"),
        (10_000, "1万", "10,000"),
        (25_000, "2.5万", "25,000"),
        (12_345, "12345", "12,345"),
        (2_000_000, "200万", "2,000,000"),
        (100_000_000, "1亿", "100,000,000"),
        (150_000_000, "1.5亿", "150,000,000"),
        (123_450_000, "12,345万", "123,450,000"),
    ],
)
def test_a_figure_is_written_as_its_language_does(number: int, zh: str, en: str) -> None:
    assert (zh, en) == (figures.figure(ZH, number), figures.figure(EN, number))


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        (1, "一"),
        (10, "十"),
        (12, "十二"),
        (20, "二十"),
        (32, "三十二"),
        (105, "一百零五"),
        (111, "一百一十一"),
    ],
)
def test_an_article_is_numbered_in_chinese(number: int, expected: str) -> None:
    assert expected == figures.numeral(ZH, number)


def test_a_day_is_written_as_its_language_does() -> None:
    assert figures.day(ZH, "2018-05-21") == "2018年5月21日"
    assert figures.day(EN, "2018-05-21") == "21 May 2018"


SUMS = {
    "garden-subsidy": ("500元，一次性", "500 yuan, once"),
    "apprentice-subsidy": (
        "每人每月300或400元，最长6个月",
        "300 or 400 yuan a person a month, for at most 6 months",
    ),
    "equipment-grant": ("1万元至3万元", "10,000 yuan to 30,000 yuan"),
    "demonstration-garden-award": (
        "视情形2000元或最高5000元",
        "2,000 yuan or up to 5,000 yuan, depending on the case",
    ),
    "price-display": ("不涉及金额", "Not about money"),
}


@pytest.mark.parametrize("name", SUMS)
def test_a_sum_is_told_with_what_it_is_paid_for_and_its_limits(name: str) -> None:
    (document,) = load(INVENTED).documents.values()
    measure = document.measures[name]
    assert SUMS[name] == (sum_words(ZH, measure), sum_words(EN, measure))
    assert states_sum(measure) == (name != "price-display")


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (1500, [1500]),
        ("1500 if kept >= percent(50) * sum(r.n for r in rows) else 1000", [1000, 1500]),
        ("percent(1)", [1]),
        ("months(12) if cap.both else r.months", [12]),
        ("r.number", []),
    ],
)
def test_the_figures_that_an_expression_can_come_to_are_read_off(
    value: str | int, expected: list[int]
) -> None:
    assert expected == literals(value)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Plain words", "<p>Plain words</p>"),
        ("<script>alert(1)</script>", "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>"),
        ("[x](https://a.example/)", '<p><a href="https://a.example/">x</a></p>'),
        ("[x](javascript:alert(1))", "<p><a>x</a></p>"),
        ("[x](JAVASCRIPT:alert(1))", "<p><a>x</a></p>"),
        ("[x](data:text/html,x)", "<p><a>x</a></p>"),
        ("![x](http://a.example/x.png)", '<p><img alt="x"></p>'),
        ("a < b & c", "<p>a &lt; b &amp; c</p>"),
        ("<javascript:alert(1)>", "<p>&lt;javascript:alert(1)&gt;</p>"),
    ],
)
def test_prose_lets_no_markup_and_no_strange_address_through(text: str, expected: str) -> None:
    assert expected == str(prose(text))


def test_a_page_knows_its_way_up() -> None:
    assert addresses.root("") == "./"
    assert addresses.root(addresses.article("zh", "opinions", 12)) == "../../../../"


def test_a_page_has_the_same_address_in_the_other_language() -> None:
    assert addresses.in_language("zh/opinions/text/", "en") == "en/opinions/text/"


@pytest.mark.parametrize("colour", ["#0b5c4a", "#b5451b", "#000", "#ffffff"])
def test_a_colour_stays_readable_on_dark_paper(colour: str) -> None:
    light = readable(colour)
    parts = tuple(int(light[start : start + 2], 16) for start in (1, 3, 5))
    assert contrast(parts, (0x14, 0x18, 0x1C)) >= 4.5


def test_only_the_check_may_run_webassembly() -> None:
    assert "'wasm-unsafe-eval'" in security_policy("check")
    assert "worker-src 'self' blob:" in security_policy("check")
    for kind in ("home", "article", "measure", "search", "prose"):
        assert "wasm" not in security_policy(kind)
        assert "unsafe-inline" not in security_policy(kind)


def test_a_claim_to_which_other_rules_add_conditions_is_told_apart() -> None:
    (document,) = load(INVENTED).documents.values()
    claim, duty = document.measures["garden-subsidy"], document.measures["price-display"]
    more = {"further_conditions": claim.conditions}
    assert (claim.granted, claim.model_copy(update=more).granted) == ("entitlement", "further")
    assert (duty.granted, duty.model_copy(update=more).granted) == ("duty", "duty")
    assert {"entitlement", "further", "duty"} <= ZH["basis_long"].keys() & EN["basis_long"].keys()
