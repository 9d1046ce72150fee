"""Puts titles in alphabetical order under their letters; Chinese ones by their pinyin."""

from bisect import bisect_right
from collections.abc import Callable, Iterable
from itertools import groupby

OTHERS = "#"
"""The letter of what no letter is known for; it comes last."""

# The first level of GB 2312-80 lists the 3,755 commonest characters in the order of their pinyin:
# the code of a character tells its first letter. These are the codes at which the letters begin.
FIRST_CODES = (
    0xB0A1, 0xB0C5, 0xB2C1, 0xB4EE, 0xB6EA, 0xB7A2, 0xB8C1, 0xB9FE, 0xBBF7, 0xBFA6, 0xC0AC, 0xC2E8,
    0xC4C3, 0xC5B6, 0xC5BE, 0xC6DA, 0xC8BB, 0xC8F6, 0xCBFA, 0xCDDA, 0xCEF4, 0xD1B9, 0xD4D1,
)  # fmt: skip
INITIALS = "ABCDEFGHJKLMNOPQRSTWXYZ"
LAST_CODE = 0xD7F9


def by_letter[T](
    items: Iterable[T], title: Callable[[T], str]
) -> tuple[tuple[str, tuple[T, ...]], ...]:
    """The items under the letters of their titles, both in alphabetical order."""
    ordered = sorted(items, key=lambda item: _order(title(item)))
    return tuple(
        (name, tuple(group)) for name, group in groupby(ordered, lambda item: letter(title(item)))
    )


def letter(title: str) -> str:
    """The capital letter under which a title stands; quotation marks before it do not count."""
    first = _bare(title)[:1].upper()
    if first.isascii() and first.isalpha():
        return first
    code = _code(first)
    known = FIRST_CODES[0] <= code <= LAST_CODE
    return INITIALS[bisect_right(FIRST_CODES, code) - 1] if known else OTHERS


def _order(title: str) -> tuple[bool, str, bytes]:
    under = letter(title)
    return under == OTHERS, under, _bare(title).casefold().encode("gb18030")


def _bare(title: str) -> str:
    return title.lstrip("“”‘’\"'《〈「『（(").strip()


def _code(character: str) -> int:
    encoded = character.encode("gb18030")
    return int.from_bytes(encoded, "big") if len(encoded) == 2 else 0
