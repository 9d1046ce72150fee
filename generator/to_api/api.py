"""Every file of `/api/v1/`, by its address below the site's root."""

import json
from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel

from generator.policy.frozen import plain
from generator.policy.policy import Policy
from generator.to_api import published, values
from generator.to_api.schemas import KINDS, schema
from generator.to_api.values import Source

FOLDER = "api/v1/"
LISTS = ("questions", "departments", "audiences", "terms")
TABLES = ("measures.csv", "departments-by-article.csv")
"""The tables that stand beside the JSON; another room writes them."""


def to_api(policy: Policy, rules_json: bytes) -> Iterator[tuple[str, bytes]]:
    """The index, documents, articles, measures, lists and schemas as canonical JSON.

    `rules_json` is the compiled rule book of this very policy.
    """
    for name, content in _contents(Source(policy, json.loads(rules_json))):
        yield FOLDER + name, _written(content)
    for kind in KINDS:
        address = f"{FOLDER}schemas/{kind}.json"
        yield address, _written(schema(kind, policy.site.base_address + address))


def kind_of(address: str) -> str | None:
    """The kind of an API file by its address; None for the schemas themselves."""
    parts = address.removeprefix(FOLDER).removesuffix(".json").split("/")
    if parts[0] == "schemas":
        return None
    if parts[0] != "documents":
        return parts[0]
    return "document" if len(parts) == 2 else parts[2].removesuffix("s")


def _contents(source: Source) -> Iterator[tuple[str, Any]]:
    policy = source.policy
    yield "index.json", _listing(policy)
    for item in policy.documents.values():
        home = f"documents/{item.id}"
        yield f"{home}.json", values.document(source, item)
        for one in item.articles:
            yield f"{home}/articles/{one.number}.json", values.article(source, item, one)
        for name in item.measures:
            yield f"{home}/measures/{name}.json", values.measure(source, item, name)
    for name in LISTS:
        make = getattr(values, name.removesuffix("s"))
        entries = getattr(policy, name).items()
        yield f"{name}.json", [make(source, key, entry) for key, entry in entries]


def _listing(policy: Policy) -> published.Listing:
    site = policy.site
    return published.Listing(
        name=plain(site.name),
        notice=plain(site.notice),
        licence=plain(site.licence),
        languages={name: spoken.tag for name, spoken in site.languages.items()},
        documents=[f"documents/{name}.json" for name in policy.documents],
        lists={name: f"{name}.json" for name in LISTS},
        tables=list(TABLES),
        schemas={kind: f"schemas/{kind}.json" for kind in KINDS},
    )


def _written(content: Any) -> bytes:
    """JSON in one way only, without keys that a rule's node does not have."""
    if isinstance(content, list):
        content = [each.model_dump(by_alias=True, exclude_unset=True) for each in content]
    elif isinstance(content, BaseModel):
        content = content.model_dump(by_alias=True, exclude_unset=True)
    return (json.dumps(content, ensure_ascii=False, separators=(",", ":")) + "\n").encode()
