"""Figures of both languages, as data: text, then what is found in it."""

from fractions import Fraction

import pytest

from generator.check.figures import differences
from generator.figures.chinese import chinese_figures
from generator.figures.english import english_figures
from generator.figures.numerals import numeral, written_numeral


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("10万元", [(100_000, "元")]),
        ("2万元至10万元", [(20_000, "元"), (100_000, "元")]),
        ("1.5亿元", [(150_000_000, "元")]),
        ("达到50%及以上", [(50, "%")]),
        ("最长不超过12个月", [(12, "个月")]),
        ("三年内", [(3, "年")]),
        ("2018年5月21日", [(2018, "年"), (5, "月"), (21, "日")]),
        ("二十五", [(25, "")]),
        ("一半", [(1, ""), (Fraction(1, 2), "")]),
        ("没有数字", []),
    ],
)
def test_chinese_figures_are_found_with_their_measure(
    text: str, found: list[tuple[Fraction, str]]
) -> None:
    assert found == [(figure.number, figure.unit) for figure in chinese_figures(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("100,000 yuan", [(100_000, "yuan")]),
        ("50% or more", [(50, "%")]),
        ("twelve months", [(12, "month")]),
        ("a one-year contract", [(1, ""), (1, "year")]),
        ("21 May 2018", [(21, ""), (5, "date"), (2018, "")]),
        ("by the 25th", [(25, "")]),
        ("the fourth quarter", [(4, "")]),
        ("half", [(Fraction(1, 2), "")]),
    ],
)
def test_english_figures_are_found_with_their_unit(
    text: str, found: list[tuple[Fraction, str]]
) -> None:
    assert found == [(figure.number, figure.unit) for figure in english_figures(text)]


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        ("给予10万元", "100,000 yuan is given"),
        ("12个月", "a year"),
        ("1年以上", "12 months or more"),
        ("达到50%", "half of them"),
        ("每季度末月25日", "the 25th of the last month"),
        ("第四季度", "the fourth quarter"),
        ("一次性", "one-off"),
        ("2018年5月21日", "21 May 2018"),
        ("三年内", "within three years"),
    ],
)
def test_figures_that_agree_are_left_alone(chinese: str, english: str) -> None:
    assert list(differences(chinese, english)) == []


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        ("给予10万元", "10,000 yuan is given"),
        ("12个月", "12 years"),
        ("1年以上", "one month or more"),
        ("达到50%", "50 of them"),
        ("25日前", "by the 24th"),
        ("2018年5月21日", "21 June 2018"),
        ("三年内", "within three months"),
        ("给予补贴", "500 yuan is given"),
    ],
)
def test_figures_that_differ_are_noticed(chinese: str, english: str) -> None:
    assert list(differences(chinese, english)) != []


@pytest.mark.parametrize("number", range(1, 100))
def test_a_numeral_is_read_as_it_is_written(number: int) -> None:
    assert number == numeral(written_numeral(number))


@pytest.mark.parametrize(
    ("text", "number"), [("一百零五", 105), ("两", 2), ("十", 10), ("二〇一八", 2018)]
)
def test_numerals_of_other_kinds(text: str, number: int) -> None:
    assert number == numeral(text)


def test_what_is_no_numeral_has_no_value() -> None:
    assert numeral("一二十") is None
