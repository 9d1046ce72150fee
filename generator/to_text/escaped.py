"""Text as Markdown and as cells of a table, so that no character of it is taken for a sign."""

import re

_ANYWHERE = re.compile(r"[\\`*_\[\]]")
_AT_START = re.compile(r"^([#+>=-])")
_NUMBERED = re.compile(r"^(\d+)([.)])")
_ENTITIES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", "~": "&#126;", "|": "&#124;"})

# Chinese and Japanese spreadsheets read the wide signs as the narrow ones.
_FORMULA = frozenset("=+-@\t\r\n\N{FULLWIDTH EQUALS SIGN}\N{FULLWIDTH PLUS SIGN}")
_FORMULA |= frozenset("\N{FULLWIDTH HYPHEN-MINUS}\N{FULLWIDTH COMMERCIAL AT}")


def markdown(text: str) -> str:
    """`text` as Markdown that shows it to the character, whatever signs it holds.

    CommonMark, sections 2.4 and 2.5: a backslash escapes a sign, an entity is never one.
    """
    plain = _ANYWHERE.sub(r"\\\g<0>", text).translate(_ENTITIES)
    plain = re.sub(r"(?m)^[ \t]+", lambda found: "&#32;" * len(found.group()), plain)
    lines = (_line(line) for line in plain.split("\n"))
    return "\n".join(lines)


def _line(line: str) -> str:
    """A line whose beginning is neither a heading nor a list."""
    line = _NUMBERED.sub(r"\1&#46;" if line.lstrip("0123456789")[:1] == "." else r"\1&#41;", line)
    return _AT_START.sub(lambda found: f"&#{ord(found.group(1))};", line)


def cell(text: str) -> str:
    """`text` for a spreadsheet: what would begin a formula there gets an apostrophe before it."""
    return f"'{text}" if text[:1] in _FORMULA else text
