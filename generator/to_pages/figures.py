"""Figures and dates as each language writes them."""

from collections.abc import Mapping
from functools import cache
from typing import Any

MYRIAD = 10_000
MYRIAD_MYRIADS = MYRIAD * MYRIAD


def figure(words: Mapping[str, Any], number: int) -> str:
    """A number: `1,500`; where a language counts in myriads, `10万` and `1亿`."""
    myriad = words["figures"]["myriad"]
    if myriad and number >= MYRIAD_MYRIADS and number % (MYRIAD_MYRIADS // 10) == 0:
        counted = f"{number / MYRIAD_MYRIADS:.1f}".removesuffix(".0")
        return f"{counted}{words['figures']['myriads']}"
    if myriad and number >= MYRIAD and number % (MYRIAD // 10) == 0:
        whole, rest = divmod(number, MYRIAD)
        return f"{whole}.{rest // 1000}{myriad}" if rest else f"{whole:,}{myriad}"
    separator = words["figures"]["separator"]
    return f"{number:,}".replace(",", separator)


def short(words: Mapping[str, Any], number: int) -> str:
    """A round number for a narrow place: `10k`, `2m`; `1万`."""
    for size, unit in ((1_000_000, "million"), (1_000, "thousand")):
        letter = words["figures"][unit]
        if letter and number >= size and number % size == 0:
            return f"{number // size}{letter}"
    return figure(words, number)


def yuan(words: Mapping[str, Any], number: int) -> str:
    """A sum of yuan with its unit."""
    return str(words["figures"]["yuan"]).format(n=figure(words, number))


def day(words: Mapping[str, Any], date: str) -> str:
    """A day such as `2018-05-21` in words: `21 May 2018`, `2018年5月21日`."""
    year, month, number = (int(part) for part in date.split("-"))
    dates = words["dates"]
    return str(dates["day"]).format(y=year, m=month, d=number, month=dates["months"][month - 1])


def numeral(words: Mapping[str, Any], number: int) -> str:
    """The number of a chapter or an article as the language writes ordinals: `十二`, `12`."""
    digits = words["figures"]["digits"]
    return _chinese(digits, number) if digits else str(number)


@cache
def _chinese(digits: str, number: int) -> str:
    """`number` below 10,000 in Chinese numerals; `digits` holds 零 to 九, 十, 百, 千."""
    out, zero = "", False
    for power in (3, 2, 1, 0):
        digit = number // 10**power % 10
        if digit:
            out += (digits[0] if zero and out else "") + digits[digit]
            out += digits[9 + power] if power else ""
        zero = not digit if out else False
    return out[1:] if out.startswith(digits[1] + digits[10]) else out
