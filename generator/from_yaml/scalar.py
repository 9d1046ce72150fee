"""What an unquoted word of YAML means here, and which words must stand in quotes."""

import re
import unicodedata

_INTEGER = re.compile(r"-?(0|[1-9][0-9]{0,14})")
_NUMBER_LIKE = re.compile(r"[-+]?(\d[\d_]*\.?[\d_]*|\.\d+)([eE][-+]?\d+)?|0[xob][0-9a-fA-F_]+")
_DATE_LIKE = re.compile(r"\d{4}-\d{1,2}(-\d{1,2}([Tt ].*)?)?|\d+(:\d+)+")
_WORDS = {"true": True, "false": False, "null": None, "": None}
_TWO_FACED = frozenset({"true", "false", "null", "~"})
_SPECIAL = frozenset({".inf", "-.inf", "+.inf", ".nan"})
_UNSEEN = re.compile("[\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]")


def scalar(text: str) -> tuple[str | int | bool | None, str | None]:
    """The value of an unquoted word, and what is wrong with it, if anything."""
    if text in _WORDS:
        return _WORDS[text], None
    if _INTEGER.fullmatch(text):
        return int(text), None
    if text.lower() in _TWO_FACED:
        return text, f'write true, false or null, or put "{text}" in quotes if it is text'
    if _DATE_LIKE.fullmatch(text):
        return text, f'put the date "{text}" in quotes'
    if _NUMBER_LIKE.fullmatch(text) or text.lower() in _SPECIAL:
        return text, f"only whole numbers without leading zeros are allowed, not {text}"
    return text, None


def unseen(text: str) -> str | None:
    """The name of the first character in `text` that nobody sees and that turns its direction."""
    found = _UNSEEN.search(text)
    if found is None:
        return None
    return f"U+{ord(found[0]):04X} ({unicodedata.name(found[0], 'unnamed').lower()})"
