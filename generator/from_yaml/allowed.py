"""What a place in a data file may hold, read off the JSON Schema of its kind."""

from collections.abc import Iterator, Mapping
from typing import Any

from generator.policy.problem import Path

type Schema = Mapping[str, Any]


def allowed_keys(root: Schema, path: Path) -> tuple[str, ...]:
    """The keys that the mapping at `path` may have."""
    keys = (key for schema in _at(root, [root], path) for key in schema.get("properties", {}))
    return tuple(dict.fromkeys(keys))


def _at(root: Schema, schemas: list[Schema], path: Path) -> list[Schema]:
    branches = [branch for schema in schemas for branch in _branches(root, schema)]
    if not path:
        return branches
    steps = [step for branch in branches for step in _step(branch, path[0])]
    return _at(root, steps, path[1:])


def _branches(root: Schema, schema: Schema) -> Iterator[Schema]:
    """The schema itself with its references followed, or each of its alternatives."""
    if "$ref" in schema:
        yield from _branches(root, root["$defs"][schema["$ref"].rsplit("/", 1)[1]])
        return
    alternatives = schema.get("anyOf", ())
    if not alternatives:
        yield schema
    for alternative in alternatives:
        yield from _branches(root, alternative)


def _step(schema: Schema, step: str | int) -> Iterator[Schema]:
    if isinstance(step, int):
        inner = schema.get("items")
    else:
        inner = schema.get("properties", {}).get(step, schema.get("additionalProperties"))
        inner = inner or next(iter(schema.get("patternProperties", {}).values()), None)
    if isinstance(inner, Mapping):
        yield inner
