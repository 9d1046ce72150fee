"""Each figure, percentage, period, count and date of a text stands in its translation, and back."""

from collections.abc import Iterator
from fractions import Fraction

from generator.check.finding import Finding
from generator.figures.chinese import chinese_figures
from generator.figures.english import english_figures
from generator.figures.figure import Figure
from generator.policy.policy import Policy
from generator.policy.problem import Problem
from generator.policy.wording import wordings

LATEST_PERIOD = 1000
"""A number of 年 below this is a period, from it on a year."""

_COUNTED = ("年", "个月", "月", "日", "天", "元", "名", "倍", "%")
"""Measure words after which a number written in Chinese is a figure and no turn of phrase."""


_BOUNDS = ("以上", "以下", "以内", "之内", "内", "后", "期")
"""What makes a period of 一年."""

_LOOSE = frozenset({"why", "note", "persona"})
"""Texts that explain, each language in its own way."""


def figures(policy: Policy) -> Finding:
    """Every figure that one language has and the other lacks, in every text of the data."""
    return Finding(tuple(_differences(policy)))


def _differences(policy: Policy) -> Iterator[Problem]:
    tags = {name: each.tag for name, each in policy.site.languages.items()}
    chinese = [name for name, tag in tags.items() if tag.startswith("zh")]
    english = [name for name, tag in tags.items() if tag.startswith("en")]
    for place in wordings(policy):
        if _LOOSE.intersection(place.path):
            continue
        for one in chinese:
            for other in english:
                if one in place.words and other in place.words:
                    for message in differences(place.words[one], place.words[other]):
                        path = (*place.path, other)
                        yield Problem(file=place.file, path=path, message=message)


def differences(chinese: str, english: str) -> Iterator[str]:
    """What is lacking in the English, then what is too much in it."""
    ours = list(chinese_figures(chinese))
    theirs = list(english_figures(english))
    for figure in ours:
        if _counts(figure, chinese) and not any(_same(figure, other) for other in theirs):
            yield f"the figure {figure.written}{_measure(figure)} is missing"
    for figure in theirs:
        if figure.arabic and not any(_close(other, figure) for other in ours):
            yield f"the figure {figure.written} does not stand in the Chinese"


def _measure(figure: Figure) -> str:
    return "" if figure.unit == "%" else figure.unit


def _counts(figure: Figure, text: str) -> bool:
    """Whether it is a figure: 一年以上 and 三年 are, 一年一次 and 那一天 are turns of phrase."""
    if figure.arabic:
        return True
    if figure.written == "一" and not text.startswith(_BOUNDS, figure.end):
        return False
    return figure.unit in _COUNTED and len(figure.written) < 4


def _same(figure: Figure, other: Figure) -> bool:
    """Whether an English figure renders a Chinese one, with its unit where that matters."""
    if figure.unit == "%":
        return _share(figure, other)
    if figure.unit in ("年", "个月") and figure.number < LATEST_PERIOD:
        return _months(figure) == _months(other)
    return figure.number == other.number


def _share(figure: Figure, other: Figure) -> bool:
    if other.unit == "%":
        return figure.number == other.number
    return figure.number / 100 == other.number


def _months(figure: Figure) -> Fraction | None:
    if figure.unit in ("年", "year"):
        return 12 * figure.number
    return figure.number if figure.unit in ("个月", "month") else None


def _close(figure: Figure, other: Figure) -> bool:
    return _same(figure, other) or figure.number == other.number
