"""The linked data in the pages: only types and properties that schema.org knows."""

import json
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from typing import Any

import pytest

from generator.from_yaml.load import load
from generator.to_pages.checker.rulebook import Rulebook
from generator.to_pages.edition import Edition
from generator.to_pages.linked import linked_data
from generator.to_pages.page import Page
from generator.to_pages.pages import editions, to_pages
from generator.to_rules.rules import to_rules
from tests.projects import INVENTED, ROOT

VOCABULARY = json.loads((ROOT / "tests" / "data" / "schema_org.json").read_text("utf-8"))["types"]


@cache
def invented() -> tuple[dict[str, Edition], tuple[Page, ...]]:
    policy = load(INVENTED)
    spoken = editions(policy, Rulebook(to_rules(policy), {}, "2030-06-01"))
    return {edition.language: edition for edition in spoken}, tuple(to_pages(policy, spoken))


def graphs() -> Iterator[tuple[Page, list[dict[str, Any]]]]:
    spoken, pages = invented()
    for page in pages:
        if text := linked_data(spoken[page.language], page):
            yield page, json.loads(text)["@graph"]


def nodes(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        yield value
        for inner in value.values():
            yield from nodes(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from nodes(inner)


def test_every_type_and_property_stands_in_the_vocabulary() -> None:
    seen = set()
    for _, graph in graphs():
        for node in nodes(graph):
            if set(node) == {"@id"}:
                continue
            seen.add(node["@type"])
            used = {key for key in node if not key.startswith("@")}
            assert used - set(VOCABULARY[node["@type"]]) == set()
    assert {"Legislation", "GovernmentService", "BreadcrumbList", "WebSite"} <= seen


@pytest.mark.parametrize("kind", ["document", "article", "measure"])
def test_every_page_of_a_kind_says_what_it_is_about(kind: str) -> None:
    told = {page.address: graph for page, graph in graphs() if page.kind == kind}
    assert set(told) == {page.address for page in invented()[1] if page.kind == kind}
    base = load(INVENTED).site.base_address
    for address, graph in told.items():
        (about,) = (node for node in graph if node["@type"] != "BreadcrumbList")
        assert about["@id"] == base + address


def test_the_parts_of_a_document_are_its_articles_and_each_names_the_whole() -> None:
    found = {node["@id"]: node for _, graph in graphs() for node in graph if "@id" in node}
    documents = [node for node in found.values() if "hasPart" in node]
    assert len(documents) == 2
    for document in documents:
        for part in document["hasPart"]:
            assert found[part["@id"]]["isPartOf"] == {"@id": document["@id"]}
            assert found[part["@id"]]["name"] == part["name"]


def test_a_trail_ends_at_the_page_and_counts_its_steps() -> None:
    for page, graph in graphs():
        for node in graph:
            if node["@type"] == "BreadcrumbList":
                steps = node["itemListElement"]
                assert [step["position"] for step in steps] == [*range(1, len(steps) + 1)]
                assert steps[-1]["item"].endswith(page.address)


def test_no_text_can_end_the_element_that_holds_it() -> None:
    spoken, pages = invented()
    page = next(page for page in pages if page.kind == "article")
    sly = replace(page, title="</script><script>alert(1)</script> & <!--")
    text = linked_data(spoken[page.language], sly)
    assert not set("<>&") & set(text)
    trail = json.loads(text)["@graph"][0]["itemListElement"]
    assert trail[-1]["name"] == sly.title
