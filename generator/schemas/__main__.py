"""Writes the JSON Schema of each kind of data file into this folder."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from generator.from_yaml.kind import KINDS, schema

FOLDER = Path(__file__).parent
DIALECT = "https://json-schema.org/draft/2020-12/schema"


def written(kind: str) -> str:
    """The text of a kind's schema file."""
    content: Mapping[str, Any] = {"$schema": DIALECT, "title": kind, **schema(kind)}
    return json.dumps(content, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def main() -> None:
    """Write all schemas."""
    for kind in KINDS:
        (FOLDER / f"{kind}.json").write_text(written(kind), encoding="utf-8")


if __name__ == "__main__":
    main()
