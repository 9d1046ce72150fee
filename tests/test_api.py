"""The JSON for machines: every file fits its published schema, and says what the data says."""

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from generator.from_yaml.load import load
from generator.policy.policy import Policy
from generator.to_api.api import FOLDER, kind_of, to_api
from generator.to_rules.rules import to_rules
from tests.projects import INVENTED, ROOT

PROJECTS = {"luoyang": ROOT, "invented": INVENTED}


@cache
def policy_of(project: Path) -> Policy:
    return load(project)


@cache
def api(project: Path) -> dict[str, Any]:
    files = to_api(policy_of(project), to_rules(policy_of(project)))
    return {address: json.loads(content) for address, content in files}


@pytest.mark.parametrize("project", PROJECTS)
def test_every_file_fits_the_schema_published_beside_it(project: str) -> None:
    files = api(PROJECTS[project])
    schemas = {
        name: files[FOLDER + at] for name, at in files[FOLDER + "index.json"]["schemas"].items()
    }
    for each in schemas.values():
        Draft202012Validator.check_schema(each)
    checked = 0
    for address, content in files.items():
        if kind := kind_of(address):
            Draft202012Validator(schemas[kind]).validate(content)
            checked += 1
    assert checked == len(files) - len(schemas)
    assert checked > 10


def test_a_schema_refuses_a_key_that_is_not_published() -> None:
    files = api(INVENTED)
    article = next(files[at] for at in files if kind_of(at) == "article")
    schema = files[f"{FOLDER}schemas/article.json"]
    assert not Draft202012Validator(schema).is_valid(article | {"colour": "red"})
    assert not Draft202012Validator(schema).is_valid(article | {"number": "one"})


def test_every_address_of_the_index_and_the_documents_leads_to_a_file() -> None:
    files = api(ROOT)
    index = files[FOLDER + "index.json"]
    named = [*index["documents"], *index["lists"].values(), *index["schemas"].values()]
    for document in index["documents"]:
        named += files[FOLDER + document]["articles"] + files[FOLDER + document]["measures"]
    assert sorted(FOLDER + each for each in [*named, "index.json"]) == sorted(files)


def test_articles_and_measures_carry_both_languages_and_the_rule() -> None:
    policy, files = policy_of(ROOT), api(ROOT)
    rules = {each["id"]: each for each in json.loads(to_rules(policy))["measures"]}
    for document in policy.documents.values():
        home = f"{FOLDER}documents/{document.id}"
        for article in document.articles:
            told = files[f"{home}/articles/{article.number}.json"]["sentences"]
            assert [each["text"] for each in told] == [dict(s.text) for s in article.sentences]
        for name in document.measures:
            rule = files[f"{home}/measures/{name}.json"]["rule"]
            assert rule["conditions"] == rules[name]["conditions"]
            assert rule["amount"] == rules[name]["amount"]
