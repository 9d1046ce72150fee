"""The site's own wording: one file of words for each language, all with the same keys."""

import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from markupsafe import Markup, escape

TEMPLATES = Path(__file__).parent.parent / "templates"


def load_words(language: str, folder: str = "words") -> Mapping[str, Any]:
    """The words of `language` in a folder of the templates, as nested tables of text.

    Raises FileNotFoundError where the site has no words in that language.
    """
    return tomllib.loads((TEMPLATES / folder / f"{language}.toml").read_text(encoding="utf-8"))


def keys(words: Mapping[str, Any], prefix: str = "") -> Iterator[str]:
    """The path of every text in `words`, such as `article.departments.leads`."""
    for key, value in words.items():
        if isinstance(value, Mapping):
            yield from keys(value, f"{prefix}{key}.")
        else:
            yield f"{prefix}{key}"


def fill(text: str, **values: object) -> str:
    """`text` with its `{names}` filled in; where one is HTML already, the whole is."""
    html = any(isinstance(value, Markup) for value in values.values())
    return (escape(text) if html else text).format_map(values)


def counted(forms: Mapping[str, str], number: int) -> str:
    """The form of `forms` for a number (`one` where it is 1, else `other`), filled in."""
    form = forms["one"] if number == 1 else forms["other"]
    return form.format_map({"n": f"{number:,}"})
