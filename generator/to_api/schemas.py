"""The JSON Schemas of the API, generated from the nouns that it publishes."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from pydantic import TypeAdapter

from generator.to_api import published

DIALECT = "https://json-schema.org/draft/2020-12/schema"

KINDS: Mapping[str, Any] = MappingProxyType(
    {
        "index": published.Listing,
        "document": published.Document,
        "article": published.Article,
        "measure": published.Measure,
        "questions": list[published.Question],
        "departments": list[published.Department],
        "audiences": list[published.Audience],
        "terms": list[published.Term],
    }
)
"""What stands in a file of each kind."""


def schema(kind: str, address: str) -> dict[str, Any]:
    """The schema of a kind of file; `address` is where it is published."""
    adapter = TypeAdapter(KINDS[kind])
    return {"$schema": DIALECT, "$id": address, **adapter.json_schema(by_alias=True)}
