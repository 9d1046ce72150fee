"""The kinds of data files: which type each holds, and its JSON Schema."""

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import Any

from pydantic import TypeAdapter

from generator.policy.document import Article, Frame, Scenario
from generator.policy.frozen import IdMap, NameMap
from generator.policy.measure import Measure
from generator.policy.people import Audience, Department
from generator.policy.proof import Proof
from generator.policy.question import Question
from generator.policy.site import Change, Site
from generator.policy.term import Term

KINDS: Mapping[str, Any] = MappingProxyType(
    {
        "site": Site,
        "departments": IdMap[Department],
        "audiences": IdMap[Audience],
        "terms": NameMap[Term],
        "questions": NameMap[Question],
        "changes": tuple[Change, ...],
        "document": Frame,
        "article": Article,
        "measure": Measure,
        "scenarios": IdMap[Scenario],
        "proof": Proof,
    }
)


@cache
def adapter(kind: str) -> TypeAdapter[Any]:
    """The validator of a kind of file."""
    return TypeAdapter(KINDS[kind])


@cache
def schema(kind: str) -> Mapping[str, Any]:
    """The JSON Schema of a kind of file, as editors write it."""
    return adapter(kind).json_schema(by_alias=True, mode="validation")
