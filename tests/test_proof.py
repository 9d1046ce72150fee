"""The proof of the rules is fresh, and good enough to be shown."""

import pytest

from generator.check.changed import changed
from generator.check.mutants import mutants
from generator.check.proof import proof, written
from generator.from_yaml.load import load
from generator.policy.files import PROOF
from generator.policy.policy import Policy
from generator.policy.proof import share
from generator.to_rules.rules import compiled_rules
from tests.projects import INVENTED, ROOT

OPTIONS = {"garden": ["new", "rebuilt"], "level": ["town"]}


@pytest.fixture(scope="module")
def policy() -> Policy:
    return load(ROOT)


def test_the_proof_that_is_shown_is_that_of_the_rules(policy: Policy) -> None:
    found = (ROOT / PROOF).read_text(encoding="utf-8")
    assert written(proof(policy)) == found, "run: python -m generator.check"


def test_scenarios_notice_19_of_20_changes_to_the_rules(policy: Policy) -> None:
    assert policy.proof is not None
    assert share(policy.proof.total) >= 950


def test_scenarios_stand_on_both_sides_of_each_figure(policy: Policy) -> None:
    assert policy.proof is not None
    crossed = [each for each in policy.proof.unnoticed if " became " in each.what]
    assert [each for each in crossed if each.reason != "without_effect"] == []


def test_every_clause_is_accounted_for_in_the_proof(policy: Policy) -> None:
    assert policy.proof is not None
    for document, articles in policy.proof.articles.items():
        assert [each.article for each in articles] == [
            article.number for article in policy.documents[document].articles
        ]
        assert all(each.clauses == each.bound + each.grants_nothing for each in articles)


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        ([">=", ["number", "x"], ["whole", 3]], 3),
        (["within", ["date", "d"], "years", 5], 2),
        (["is", "garden", "new"], 1),
        (["is", "level", "town"], 1),
        (["and", ["yes", "a"], ["yes", "b"]], 5),
        (["not", ["term", "t"]], 2),
        (["if", ["yes", "a"], ["whole", 2], ["whole", 1]], 6),
        (True, 1),
    ],
)
def test_an_expression_has_so_many_small_changes(expression: object, expected: int) -> None:
    assert len(list(changed(expression, OPTIONS))) == expected


def test_each_change_makes_another_measure() -> None:
    rules = compiled_rules(load(INVENTED)).rules
    options = {
        question["id"]: [each["id"] for each in question.get("options", ())]
        for question in rules["questions"]
    }
    for measure in rules["measures"]:
        changes = list(mutants(measure, options))
        assert changes != []
        assert all(mutant != measure for _, mutant in changes)
        assert len({str(mutant) for _, mutant in changes}) >= 0.9 * len(changes)
