"""The plain values of rules.json, each refused where it is of another type or none of those
allowed.
"""

from typing import Any

from quiz.rules import Quote, Quotes


def text(value: Any) -> str:
    """Return a text; TypeError for anything else."""
    if not isinstance(value, str):
        raise TypeError(value)
    return value


def name(value: Any) -> str:
    """Return a name that may be one half of a variable's; ValueError where it holds a dot."""
    if not text(value) or "." in value:
        raise ValueError(value)
    return text(value)


def text_or_none(value: Any) -> str | None:
    """Return a text or None; TypeError for anything else."""
    return None if value is None else text(value)


def one_of(value: Any, allowed: tuple[str, ...]) -> str:
    """Return a text that is allowed; ValueError for any other."""
    if text(value) not in allowed:
        raise ValueError(value)
    return text(value)


def whole(value: Any) -> int:
    """Return a whole number; TypeError for anything else, true and false included."""
    if isinstance(value, bool) or not isinstance(value, int):
        raise TypeError(value)
    return value


def texts(value: Any) -> tuple[str, ...]:
    """Return a list of texts."""
    if not isinstance(value, list):
        raise TypeError(value)
    return tuple(text(each) for each in value)


def quotes(value: Any) -> Quotes:
    """Return a list of quotes."""
    return tuple(
        Quote(whole(each["article"]), text(each["sentence"]), text(each["words"])) for each in value
    )
