"""The figures of a Chinese text: 10万元, 50%, 12个月, 三年内, 2018年5月21日."""

import re
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from generator.figures.figure import Figure
from generator.figures.numerals import LARGE, NUMERAL, numeral

_ARABIC = r"\d+(?:,\d{3})*(?:\.\d+)?"
_FIGURE = re.compile(rf"({_ARABIC}|[{NUMERAL}]+|半)\s*([万亿]?)\s*(%|％|个?百分点|成)?")
_UNIT = re.compile(r"\s*(个月|月|年|日|元|人|名|次|项|种|类|户|条|章|号|天|家|倍|岁|个)?")


def chinese_figures(text: str) -> Iterator[Figure]:
    """Each figure in order, with the measure word after it ('' where none is known)."""
    for found in _FIGURE.finditer(text):
        number = _value(found[1])
        if number is None:
            continue
        number *= LARGE.get(found[2], 1)
        unit, end = "%" if found[3] in ("%", "％") else found[3] or "", found.end()
        if not unit and (after := _UNIT.match(text, end)):
            unit, end = after[1] or "", after.end()
        yield Figure(number, unit, found[0].strip(), found[1][0].isdigit(), found.start(), end)


def _value(text: str) -> Fraction | None:
    if text == "半":
        return Fraction(1, 2)
    if text[0].isdigit():
        return Fraction(Decimal(text.replace(",", "")))
    whole = numeral(text)
    return None if whole is None else Fraction(whole)
