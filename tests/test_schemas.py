"""The checked-in JSON Schemas are fresh, and they accept what the loader accepts."""

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from generator.from_yaml.kind import KINDS
from generator.from_yaml.tree import read_tree
from generator.schemas.__main__ import FOLDER, written
from tests.data_files import kind_of
from tests.projects import INVENTED, ROOT, SMALL


@pytest.mark.parametrize("kind", KINDS)
def test_the_schema_that_is_checked_in_is_the_one_of_the_models(kind: str) -> None:
    assert written(kind) == (FOLDER / f"{kind}.json").read_text(encoding="utf-8"), (
        "run: python -m generator.schemas"
    )


@pytest.mark.parametrize("kind", KINDS)
def test_each_schema_is_a_schema(kind: str) -> None:
    Draft202012Validator.check_schema(_schema(kind))


@pytest.mark.parametrize("project", [INVENTED, SMALL, ROOT], ids=lambda path: path.name)
def test_an_editor_finds_no_fault_in_valid_data(project: Path) -> None:
    for file in sorted((project / "policy_data").rglob("*.yaml")):
        if file.parent.name == "scenarios" and project == ROOT:
            continue
        value = _as_json(read_tree(file.name, file.read_bytes()).value)
        errors = list(Draft202012Validator(_schema(kind_of(file))).iter_errors(value))
        assert errors == [], file


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        ("measure", {"article": 1}),
        ("departments", {"Town": {"short": {"zh": "镇"}, "name": {"zh": "镇"}}}),
        ("article", {"number": "1", "heading": {}, "summary": {}, "sentences": []}),
        ("questions", {"role": {"topic": "role", "type": "choise", "ask": {"zh": "谁"}}}),
        ("changes", [{"id": "a", "on": "today", "kind": "content"}]),
    ],
)
def test_an_editor_finds_the_fault_in_bad_data(kind: str, value: Any) -> None:
    assert list(Draft202012Validator(_schema(kind)).iter_errors(value)) != []


def _schema(kind: str) -> Any:
    return json.loads((FOLDER / f"{kind}.json").read_text(encoding="utf-8"))


def _as_json(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _as_json(inner) for key, inner in value.items()}
    return [_as_json(inner) for inner in value] if isinstance(value, tuple) else value
