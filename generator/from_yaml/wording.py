"""pydantic's errors in our words: what is wrong, then what is allowed."""

import re
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

from pydantic_core import ErrorDetails

from generator.from_yaml.allowed import Schema, allowed_keys
from generator.policy.problem import Path, listed, suggested


def place(error: ErrorDetails, value: Any) -> Path:
    """The path of an error in the file as written: pydantic's own steps are left out."""
    path: list[str | int] = []
    steps = list(error["loc"])
    for step in steps:
        if _holds(value, step):
            value = value[step]
            path.append(step)
    if error["type"] == "missing" and isinstance(steps[-1], str) and steps[-1] != "text":
        path.append(steps[-1])
    return tuple(path)


def _holds(value: Any, step: str | int) -> bool:
    if isinstance(value, tuple):
        return isinstance(step, int) and step < len(value)
    return isinstance(value, Mapping) and step in value


def message(error: ErrorDetails, path: Path, schema: Schema) -> str:
    """What is wrong and what is allowed."""
    if error["type"] in _CUT and path and _SENTENCE.search(str(path[-1])):
        return "a text in { } that holds a comma or a colon must stand in quotes"
    if error["type"] == "extra_forbidden":
        return _unknown_key(str(path[-1]), allowed_keys(schema, path[:-1]))
    if error["type"] == "missing" and error["loc"][-1] != "text":
        return "this key is missing"
    say = _SAY.get(error["type"])
    return say(error.get("ctx", {}), error["input"]) if say else f"{error['msg']}"


_CUT = ("extra_forbidden", "string_type")

_SENTENCE = re.compile(r"\s|[,:.，：。]")
"""What no key holds: it is the rest of a text that was cut at a comma."""


def _unknown_key(key: str, allowed: tuple[str, ...]) -> str:
    return f"no key is called '{key}' here; allowed are {listed(allowed)}{suggested(key, allowed)}"


def _languages(context: Mapping[str, Any], _: Any) -> str:
    wrong = [f"'{name}' is no language of the site" for name in context["wrong"]]
    lacking = [f"the text in '{name}' is missing" for name in context["lacking"]]
    return "; ".join(wrong + lacking)


def _pattern(context: Mapping[str, Any], value: Any) -> str:
    return f"'{value}' is not allowed here; {_PATTERNS.get(context['pattern'], context['pattern'])}"


def _literal(context: Mapping[str, Any], value: Any) -> str:
    allowed = re.findall(r"'([^']*)'", context["expected"])
    hint = suggested(value, allowed) if isinstance(value, str) else ""
    return f"{_shown(value)} is not allowed here; allowed are {listed(allowed)}{hint}"


def _expected(what: str) -> Callable[[Mapping[str, Any], Any], str]:
    return lambda _, value: f"{_shown(value)} stands where {what} must stand"


def _shown(value: Any) -> str:
    if value is None:
        return "nothing"
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, Mapping):
        return "a mapping"
    if isinstance(value, tuple):
        return "a list"
    return f"'{value if len(str(value)) <= 60 else str(value)[:57] + '…'}'"


_PATTERNS: Mapping[str, str] = MappingProxyType(
    {
        r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$": "an id is lower-case letters, digits and single hyphens",
        r"^[a-z][a-z0-9_]*$": "a name is lower-case letters, digits and underscores",
        r"^\d{4}-\d{2}-\d{2}$": 'a day is written "2018-05-21"',
        r"^#[0-9a-f]{6}$": 'a colour is written "#0a6b4f"',
        r"^https://[A-Za-z0-9.:-]+/([A-Za-z0-9._~-]+/)*$": (
            "an address begins with https:// and ends with /"
        ),
        r"^(https://|mailto:)[^\s\"'<>\\`]+$": "a contact begins with https:// or mailto:",
        r"^[a-z]{2,3}(-[A-Za-z0-9]+)*$": "a language is named as in HTML, 'zh-Hans'",
    }
)

_SAY: Mapping[str, Callable[[Mapping[str, Any], Any], str]] = MappingProxyType(
    {
        "languages": _languages,
        "missing": lambda *_: "the texts in the languages of the site are missing",
        "literal_error": _literal,
        "string_pattern_mismatch": _pattern,
        "string_type": _expected("text"),
        "string_too_short": lambda *_: "the text is empty",
        "hidden_sign": lambda c, _: f"the invisible sign {c['sign']} is not allowed in a text",
        "string_too_long": lambda c, _: f"the text is longer than {c['max_length']} characters",
        "int_type": _expected("a whole number"),
        "int_from_float": _expected("a whole number"),
        "bool_type": _expected("true or false"),
        "tuple_type": _expected("a list"),
        "mapping_type": _expected("a mapping"),
        "dict_type": _expected("a mapping"),
        "model_type": _expected("a mapping"),
        "greater_than_equal": lambda c, v: f"{v} is too small; at least {c['ge']}",
        "less_than_equal": lambda c, v: f"{v} is too large; at most {c['le']}",
        "too_long": lambda c, _: f"too many items; at most {c['max_length']}",
        "too_short": lambda c, _: f"too few items; at least {c['min_length']}",
        "no_such_day": lambda _, v: f"there is no day '{v}'",
    }
)
