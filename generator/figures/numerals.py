"""Chinese numerals as whole numbers: 三十二 is 32, 两 is 2, 一百零五 is 105."""

from collections.abc import Mapping
from types import MappingProxyType

DIGITS: Mapping[str, int] = MappingProxyType(
    {digit: value for value, digit in enumerate("〇一二三四五六七八九")} | {"零": 0, "两": 2}
)
TENS: Mapping[str, int] = MappingProxyType({"十": 10, "百": 100, "千": 1000})
LARGE: Mapping[str, int] = MappingProxyType({"万": 10**4, "亿": 10**8})
NUMERAL = "".join((*DIGITS, *TENS))
"""The characters of a Chinese numeral below ten thousand."""


def numeral(text: str) -> int | None:
    """The value of a Chinese numeral below ten thousand; None if it is not well formed."""
    if all(character in DIGITS for character in text):
        return int("".join(str(DIGITS[character]) for character in text)) if text else None
    total, digit = 0, None
    for character in text:
        if character in TENS:
            total += (1 if digit is None else digit) * TENS[character]
            digit = None
        elif character in DIGITS and digit in (None, 0):
            digit = DIGITS[character]
        else:
            return None
    return total + (digit or 0)


def written_numeral(number: int) -> str:
    """A number from 1 to 99 as a Chinese numeral: 32 is 三十二."""
    digits = "〇一二三四五六七八九"
    tens, ones = divmod(number, 10)
    head = "" if tens == 0 else ("十" if tens == 1 else digits[tens] + "十")
    return head + (digits[ones] if ones else "")
