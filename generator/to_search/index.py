"""The index of a language: its targets as JSON, which the browser turns into inverted lists."""

import json
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import fields
from functools import cache
from pathlib import Path

from generator.to_search.targets import Target

FORMAT = "mingbai-search/1"
IGNORED = Path(__file__).parent / "ignored.toml"


def search_index(language: str, targets: Iterable[Target]) -> bytes:
    """The index of `language` as JSON: the targets by columns, a list of values for each field.

    It holds the texts themselves and no inverted lists: these are several times larger, while a
    browser makes them faster than it loads them. So the words of a page and the words of a question
    are cut by one and the same script. Columns compress better than rows.
    """
    found = tuple(targets)
    index = {
        "format": FORMAT,
        "language": language,
        "ignored": _ignored().get(language, []),
        "targets": {
            field.name: [getattr(target, field.name) for target in found]
            for field in fields(Target)
        },
    }
    return json.dumps(index, ensure_ascii=False, separators=(",", ":")).encode()


@cache
def _ignored() -> Mapping[str, list[str]]:
    return tomllib.loads(IGNORED.read_text("utf-8"))
