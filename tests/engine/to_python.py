"""From the JSON expressions of rules.json to the text of Python expressions, for Python's own
`eval`.
"""

from typing import Any

JOINED = {"and": " and ", "or": " or "}
BINARY = ("<", "<=", ">", ">=", "==", "!=", "+", "-", "*")


def to_python(source: Any) -> str:
    """Return the text that a writer of rules would have written for an expression."""
    if isinstance(source, bool):
        return str(source)
    kind, *parts = source
    if kind in JOINED:
        empty = str(kind == "and")
        return f"({JOINED[kind].join(map(to_python, parts)) or empty})"
    if kind in BINARY:
        return f"({to_python(parts[0])} {kind} {to_python(parts[1])})"
    text: str = OTHERS[kind](*parts)
    return text


def _rows(kind: str, name: str, rows: str, part: Any, condition: Any = None) -> str:
    only = "" if condition is None else f" if {to_python(condition)}"
    return f"{kind}({to_python(part)} for {name} in {rows}{only})"


OTHERS: Any = {
    "yes": str,
    "number": str,
    "date": str,
    "term": str,
    "whole": str,
    "is": "{}.{}".format,
    "field": "{}.{}".format,
    "reading": "{}.{}".format,
    "percent": "percent({})".format,
    "not": lambda part: f"(not {to_python(part)})",
    "if": lambda condition, left, right: (
        f"({to_python(left)} if {to_python(condition)} else {to_python(right)})"
    ),
    "within": lambda day, unit, number: f"within({to_python(day)}, {unit}({number}))",
    "same_year": lambda day: f"same_year({to_python(day)})",
    "any": lambda *parts: _rows("any", *parts),
    "sum": lambda *parts: _rows("sum", *parts),
}
