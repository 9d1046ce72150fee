"""The page about how the rules were tested, from the figures that the tests wrote down."""

from collections.abc import Iterator, Mapping
from typing import Any

from generator.policy import files
from generator.policy.proof import Covered, Proof, share
from generator.to_pages import addresses
from generator.to_pages.catalogue import Catalogue
from generator.to_pages.edition import Edition
from generator.to_pages.page import Page, Place


def proof_pages(edition: Edition, _: Catalogue) -> Iterator[Page]:
    """One page, where the project holds a proof."""
    proof = edition.policy.proof
    if proof is None:
        return
    words = edition.words["proof"]
    yield edition.page(
        addresses.section(edition.language, "proof"),
        "proof",
        (words["title"], words["description"]),
        lambda: _values(edition, proof),
        place=Place("proof"),
        trail=(edition.home(),),
        source=files.PROOF,
    )


def _values(edition: Edition, proof: Proof) -> Mapping[str, Any]:
    permille = share(proof.total)
    return {
        "proof": proof,
        "sums": {document: _sum(articles) for document, articles in proof.articles.items()},
        "share": f"{permille / 10:.1f}".removesuffix(".0"),
        "measures": {
            name: (document, measure)
            for document in edition.policy.documents.values()
            for name, measure in document.measures.items()
            if name in proof.measures
        },
    }


def _sum(articles: tuple[Covered, ...]) -> Mapping[str, int]:
    names = ("clauses", "bound", "grants_nothing")
    return {name: sum(getattr(each, name) for each in articles) for name in names}
