"""Every page of a policy, language by language."""

from collections.abc import Iterator

from generator.policy.policy import Policy
from generator.to_pages.article import article_pages
from generator.to_pages.catalogue import catalogue
from generator.to_pages.check import check_pages
from generator.to_pages.checker.rulebook import Rulebook
from generator.to_pages.document import document_pages
from generator.to_pages.edition import Edition
from generator.to_pages.measure import measure_pages
from generator.to_pages.overview import overview_pages
from generator.to_pages.page import Page
from generator.to_pages.people import audience_pages, department_pages
from generator.to_pages.proof import proof_pages
from generator.to_pages.templates import environment
from generator.to_pages.whole import whole_pages
from generator.to_pages.words import load_words

KINDS = (
    whole_pages,
    check_pages,
    document_pages,
    article_pages,
    measure_pages,
    audience_pages,
    department_pages,
    overview_pages,
    proof_pages,
)


def editions(policy: Policy, rulebook: Rulebook | None) -> tuple[Edition, ...]:
    """The site in each of its languages."""
    return tuple(_edition(policy, language, rulebook) for language in policy.site.languages)


def _edition(policy: Policy, language: str, rulebook: Rulebook | None) -> Edition:
    words = load_words(language)
    others = (name for name in policy.site.languages if name != language)
    templates = environment(policy, language, words)
    return Edition(policy, language, (language, *others), words, templates, rulebook)


def to_pages(policy: Policy, editions: tuple[Edition, ...]) -> Iterator[Page]:
    """The pages of every edition; their bodies are rendered when they are asked for."""
    index = catalogue(policy)
    for edition in editions:
        for pages in KINDS:
            yield from pages(edition, index)
