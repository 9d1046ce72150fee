"""From the engine's frozen values to what JSON knows."""

from typing import Any


def to_json(value: Any) -> Any:
    """Return named tuples as objects of their fields, other tuples as arrays, the rest as it is."""
    if isinstance(value, tuple):
        fields = getattr(value, "_fields", None)
        if fields is None:
            return [to_json(each) for each in value]
        return {name: to_json(each) for name, each in zip(fields, value, strict=True)}
    if isinstance(value, dict):
        return {key: to_json(each) for key, each in value.items()}
    return value
