"""The page about the proof shows the figures of the proof, and says what is not proven."""

import pytest

from generator.from_yaml.load import load
from generator.to_pages.catalogue import catalogue
from generator.to_pages.pages import editions
from generator.to_pages.proof import proof_pages
from tests.projects import INVENTED, ROOT

POLICY = load(ROOT)


@pytest.mark.parametrize("language", POLICY.site.languages)
def test_the_page_says_every_figure_of_the_proof_and_its_limits(language: str) -> None:
    edition = next(each for each in editions(POLICY, None) if each.language == language)
    (page,) = proof_pages(edition, catalogue(POLICY))
    body = page.body()
    assert POLICY.proof is not None
    total = POLICY.proof.total
    for figure in (total.scenarios, total.changes, total.noticed, total.without_effect):
        assert str(figure) in body
    assert body.index(edition.words["proof"]["limits"]) < body.index("<table")
    assert body.count("<tr>") > len(POLICY.proof.measures) + len(POLICY.documents)
    assert "{" not in body.replace("{n}", "")


def test_a_project_without_a_proof_has_no_such_page() -> None:
    policy = load(INVENTED)
    for edition in editions(policy, None):
        assert list(proof_pages(edition, catalogue(policy))) == []
