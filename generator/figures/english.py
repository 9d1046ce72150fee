"""The figures of an English text: 100,000 yuan, 50%, twelve months, a year, the fourth quarter."""

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from fractions import Fraction
from types import MappingProxyType

from generator.figures.figure import Figure

_CARDINALS = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
    *("eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen"),
    "nineteen",
)
_ORDINALS = (
    *("zeroth", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth"),
    *("ninth", "tenth", "eleventh", "twelfth"),
)
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")

WORDS: Mapping[str, Fraction] = MappingProxyType(
    {word: Fraction(value) for value, word in enumerate(_CARDINALS)}
    | {word: Fraction(value) for value, word in enumerate(_ORDINALS)}
    | {word: Fraction(10 * value) for value, word in enumerate(_TENS, start=2)}
    | {
        f"{ten}-{one}": Fraction(10 * value + digit)
        for value, ten in enumerate(_TENS, start=2)
        for digit, one in enumerate(_CARDINALS[1:10], start=1)
    }
    | {"half": Fraction(1, 2), "once": Fraction(1), "twice": Fraction(2)}
    | {"single": Fraction(1), "hundred": Fraction(100), "a": Fraction(1), "an": Fraction(1)}
)
"""Number words; the article counts as one, since "a year" is 1年."""

_NAMES = (
    *("january", "february", "march", "april", "may", "june", "july", "august", "september"),
    *("october", "november", "december"),
)
MONTHS: Mapping[str, int] = MappingProxyType(
    {name: number for number, name in enumerate(_NAMES, start=1)}
)

_TOKEN = re.compile(
    r"(?P<digits>\d+(?:,\d{3})*(?:\.\d+)?)(?P<sign>%|st\b|nd\b|rd\b|th\b)?"
    r"|(?P<word>[A-Za-z]+(?:-[A-Za-z]+)?)"
)
_UNIT = re.compile(
    r"[\s-]*(?:of\s+)?(?:full\s+|calendar\s+)?"
    r"(%|per cent|percent|yuan|months?|years?|days?|times?)?",
    re.IGNORECASE,
)


def english_figures(text: str) -> Iterator[Figure]:
    """Each figure in order, with the unit after it in the singular ('' where none follows)."""
    for found in _TOKEN.finditer(text):
        value = _value(found)
        if value is not None:
            after = _UNIT.match(text, found.end())
            end = after.end() if after and after[1] else found.end()
            arabic = found["digits"] is not None
            yield Figure(value, _unit(found, text), found[0], arabic, found.start(), end)


def _value(found: re.Match[str]) -> Fraction | None:
    if found["digits"]:
        return Fraction(Decimal(found["digits"].replace(",", "")))
    word = found["word"].lower()
    if word in MONTHS and found["word"][0].isupper():
        return Fraction(MONTHS[word])
    return WORDS.get(word, WORDS.get(word.partition("-")[0]))


def _unit(found: re.Match[str], text: str) -> str:
    if found["sign"] == "%":
        return "%"
    if found["word"] and found["word"].lower() in MONTHS:
        return "date"
    hyphened = (found["word"] or "").partition("-")[2].lower()
    after = _UNIT.match(text, found.end())
    unit = (hyphened or (after[1] if after else "") or "").lower()
    return "%" if unit in ("per cent", "percent") else unit.rstrip("s")
