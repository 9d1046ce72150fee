"""Every text file, by its address below the site's root."""

from collections.abc import Iterator

from generator.policy.policy import Policy
from generator.to_text.articles import article_files, document_files
from generator.to_text.guide import guide
from generator.to_text.tables import departments_table, measures_table
from generator.to_text.voice import voices


def to_text(policy: Policy) -> Iterator[tuple[str, bytes]]:
    """Articles and documents as Markdown and plain text, the tables, and llms.txt."""
    return ((address, text.encode()) for address, text in _files(policy))


def _files(policy: Policy) -> Iterator[tuple[str, str]]:
    spoken = voices(policy)
    for voice in spoken:
        for document in policy.documents.values():
            yield from article_files(voice, document)
            yield from document_files(voice, document)
    yield "api/v1/measures.csv", measures_table(spoken)
    yield "api/v1/departments-by-article.csv", departments_table(spoken)
    yield "llms.txt", guide(spoken)
