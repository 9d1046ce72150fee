"""The files of one document: its frame, text, articles, measures and scenarios."""

import re
from collections.abc import Iterable, Mapping
from typing import Any

from generator.from_yaml.sources import Sources
from generator.policy.document import Article, Document
from generator.policy.files import (
    DATA,
    SITE,
    article_file,
    frame_file,
    measure_file,
    scenario_file,
    source_file,
)
from generator.policy.frozen import ID, hidden_sign
from generator.policy.problem import listed, suggested

_SHARED = frozenset(
    {"site.yaml", "departments.yaml", "audiences.yaml", "terms.yaml", "questions.yaml"}
    | {"changes.yaml", "proof.yaml"}
)
_TAKEN = frozenset(
    {"audiences", "departments", "glossary", "search", "overview", "check", "changes", "proof"}
    | {"about", "privacy", "accessibility", "editors", "integrators", "data", "architecture"}
)
"""Names that other pages have beside the documents: `/zh/check/`."""

_OWN = ("source.txt", "document.yaml", "articles", "measures", "scenarios")


def documents(sources: Sources, ids: Iterable[str]) -> dict[str, Document]:
    """The documents that `site.yaml` lists, each with what is valid of it."""
    ids = tuple(ids)
    for name in sources.names(DATA) if ids else ():
        if name not in _SHARED and name not in ids:
            known = (*_SHARED, *ids)
            sources.refuse(
                f"{DATA}/{name}",
                (),
                "this is no data file, nor a document that site.yaml lists"
                + suggested(name, known),
            )
    for index, name in enumerate(ids):
        if name in _TAKEN:
            message = f"'{name}' is the address of another page; call the document otherwise"
            sources.refuse(SITE, ("documents", index), message)
    found = {document: _document(sources, document) for document in ids}
    return {name: document for name, document in found.items() if document is not None}


def _document(sources: Sources, document: str) -> Document | None:
    _refuse_strangers(sources, document)
    frame = sources.value("document", frame_file(document))
    source = _source(sources, document)
    articles = _articles(sources, document)
    measures = _measures(sources, document)
    scenarios = _scenarios(sources, document)
    if frame is None or not source:
        return None
    return Document(
        id=document,
        frame=frame,
        source=source,
        articles=articles,
        measures=measures,
        scenarios=scenarios,
    )


def _refuse_strangers(sources: Sources, document: str) -> None:
    for name in sources.names(f"{DATA}/{document}"):
        if name not in _OWN:
            message = f"this is no part of a document; allowed are {listed(_OWN)}"
            sources.refuse(f"{DATA}/{document}/{name}", (), message + suggested(name, _OWN))
    for folder in _OWN[2:]:
        for name in sources.names(f"{DATA}/{document}/{folder}"):
            if not name.endswith(".yaml"):
                file = f"{DATA}/{document}/{folder}/{name}"
                sources.refuse(file, (), "this is no data file; their names end in .yaml")


def _source(sources: Sources, document: str) -> str | None:
    file = source_file(document)
    try:
        text = (sources.project / file).read_text("utf-8")
        if (sign := hidden_sign(text)) is None:
            return text
        sources.refuse(file, (), f"the invisible sign {sign} is not allowed in a text")
    except FileNotFoundError:
        sources.refuse(file, (), "this file is missing")
    except (OSError, UnicodeDecodeError):
        sources.refuse(file, (), "this file cannot be read as UTF-8 text")
    return None


def _articles(sources: Sources, document: str) -> tuple[Article, ...]:
    articles: list[Article] = []
    for name in sources.names(f"{DATA}/{document}/articles", ".yaml"):
        file = f"{DATA}/{document}/articles/{name}"
        article = sources.value("article", file)
        if article is None:
            continue
        if file != article_file(document, article.number):
            wanted = f"{article.number:02}.yaml"
            sources.refuse(file, ("number",), f"article {article.number} stands in {wanted}")
        articles.append(article)
    return tuple(sorted(articles, key=lambda article: article.number))


def _measures(sources: Sources, document: str) -> dict[str, Any]:
    measures: dict[str, Any] = {}
    for name in sources.names(f"{DATA}/{document}/measures", ".yaml"):
        measure = name.removesuffix(".yaml")
        file = measure_file(document, measure)
        if re.fullmatch(ID, measure) is None:
            sources.refuse(file, (), "a measure's file is named in lower case, digits and hyphens")
        elif (value := sources.value("measure", file)) is not None:
            measures[measure] = value
    return measures


def _scenarios(sources: Sources, document: str) -> Mapping[str, Any]:
    scenarios: dict[str, Any] = {}
    for name in sources.names(f"{DATA}/{document}/scenarios", ".yaml"):
        file = scenario_file(document, name.removesuffix(".yaml"))
        for scenario, value in (sources.value("scenarios", file) or {}).items():
            scenarios[f"{name.removesuffix('.yaml')}/{scenario}"] = value
    return scenarios
