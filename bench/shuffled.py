"""A policy of thousands of articles, its sentences drawn from the real ones."""

from collections.abc import Mapping
from random import Random
from types import MappingProxyType

from generator.policy.document import Article, Chapter, Document, Sentence
from generator.policy.policy import Policy

PER_DOCUMENT = 100
PER_CHAPTER = 20
SENTENCES = 6
"""Sentences of an article, about as many as the real ones have."""
NO_RULE: Mapping[str, None] = MappingProxyType({"rule": None, "quote": None, "article": None})
"""What a term says about articles and questions that this policy does not have."""


def many(policy: Policy, articles: int) -> Policy:
    """A policy of `articles` articles in many documents, its sentences drawn from those given.

    The same number makes the same policy. It has no measures: their pages are few beside these.
    """
    random = Random(articles)
    (model,) = policy.documents.values()
    pool = [sentence for article in model.articles for sentence in article.sentences]
    documents = {
        name: _document(name, model, pool, random) for name in _names(articles // PER_DOCUMENT)
    }
    return policy.model_copy(
        update={
            "site": policy.site.model_copy(update={"documents": tuple(documents)}),
            "documents": MappingProxyType(documents),
            "terms": MappingProxyType(
                {name: term.model_copy(update=NO_RULE) for name, term in policy.terms.items()}
            ),
            "questions": MappingProxyType({}),
            "changes": (),
            "proof": None,
        }
    )


def _names(count: int) -> list[str]:
    return [f"shuffled-{number}" for number in range(1, count + 1)]


def _document(name: str, model: Document, pool: list[Sentence], random: Random) -> Document:
    chapters = tuple(
        Chapter(
            number=first // PER_CHAPTER + 1,
            title=random.choice(model.frame.chapters).title,
            articles=(first, first + PER_CHAPTER - 1),
        )
        for first in range(1, PER_DOCUMENT, PER_CHAPTER)
    )
    frame = model.frame.model_copy(
        update={
            "chapters": chapters,
            "groups": MappingProxyType({}),
            "number": _numbered(model.frame.number, name),
        }
    )
    articles = tuple(_article(number, model, pool, random) for number in range(1, PER_DOCUMENT + 1))
    return model.model_copy(
        update={
            "id": name,
            "frame": frame,
            "source": "\n".join(each["zh"] for article in articles for each in article.sentences),
            "articles": articles,
            "measures": MappingProxyType({}),
            "scenarios": MappingProxyType({}),
        }
    )


def _numbered(words: Mapping[str, str], name: str) -> Mapping[str, str]:
    return MappingProxyType({language: f"{said} {name}" for language, said in words.items()})


def _article(number: int, model: Document, pool: list[Sentence], random: Random) -> Article:
    return random.choice(model.articles).model_copy(
        update={
            "number": number,
            "sentences": tuple(random.sample(pool, SENTENCES)),
            "grants_nothing": (),
        }
    )
