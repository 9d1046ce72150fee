"""Every wording of a policy, with the file and path where it stands."""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from generator.policy import files
from generator.policy.frozen import Frozen, Spoken
from generator.policy.policy import Policy
from generator.policy.problem import Path


class Placed(NamedTuple):
    """One text in all languages, and where it stands."""

    file: str
    path: Path
    words: Mapping[str, str]


def wordings(policy: Policy) -> Iterator[Placed]:
    """Every text for people in the data, in the order of the files."""
    for file, value in _parts(policy):
        for path, words in _within(value, (), frozenset(policy.site.languages)):
            yield Placed(file, path, words)


def _parts(policy: Policy) -> Iterator[tuple[str, Any]]:
    yield files.SITE, policy.site
    yield files.DEPARTMENTS, policy.departments
    yield files.AUDIENCES, policy.audiences
    yield files.TERMS, policy.terms
    yield files.QUESTIONS, policy.questions
    yield files.CHANGES, policy.changes
    for document in policy.documents.values():
        yield files.frame_file(document.id), document.frame
        for article in document.articles:
            yield files.article_file(document.id, article.number), article
        for name, measure in document.measures.items():
            yield files.measure_file(document.id, name), measure
        for name, scenario in document.scenarios.items():
            stem, key = name.split("/")
            yield files.scenario_file(document.id, stem), {key: scenario}


def _within(
    value: Any, path: Path, languages: frozenset[str]
) -> Iterator[tuple[Path, Mapping[str, str]]]:
    if isinstance(value, Frozen):
        for name, field in type(value).model_fields.items():
            inner = getattr(value, name)
            spoken = isinstance(value, Spoken) and name == "text"
            yield from _within(inner, path if spoken else (*path, field.alias or name), languages)
    elif isinstance(value, tuple):
        for index, inner in enumerate(value):
            yield from _within(inner, (*path, index), languages)
    elif isinstance(value, Mapping):
        if (
            value
            and languages.issuperset(value)
            and all(isinstance(v, str) for v in value.values())
        ):
            yield path, value
            return
        for key, inner in value.items():
            yield from _within(inner, (*path, key), languages)
