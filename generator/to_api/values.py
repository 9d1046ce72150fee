"""Each noun of the policy as the API publishes it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from generator.policy.document import Article, Document
from generator.policy.frozen import plain
from generator.policy.people import Audience, Department
from generator.policy.policy import Policy
from generator.policy.question import Question
from generator.policy.term import Term
from generator.to_api import published
from generator.to_pages import addresses
from generator.to_pages.edition import chapter_of


@dataclass(frozen=True)
class Source:
    """A policy beside its compiled rules."""

    policy: Policy
    rules: Mapping[str, Any]

    def pages(self, address: Callable[[str], str]) -> dict[str, str]:
        """The whole address of a page in every language."""
        site = self.policy.site
        return {language: site.base_address + address(language) for language in site.languages}


def document(source: Source, item: Document) -> published.Document:
    """A document with the addresses of its parts."""
    frame = item.frame
    return published.Document(
        id=item.id,
        number=plain(frame.number),
        title=plain(frame.title),
        summary=plain(frame.summary),
        issuer=frame.issuer,
        signed=frame.signed,
        validity=plain(frame.validity),
        translation=plain(frame.translation),
        chapters=[
            published.Chapter(
                number=chapter.number, title=plain(chapter.title), articles=chapter.articles
            )
            for chapter in frame.chapters
        ],
        pages=source.pages(lambda language: addresses.document(language, item.id)),
        articles=[f"documents/{item.id}/articles/{one.number}.json" for one in item.articles],
        measures=[f"documents/{item.id}/measures/{name}.json" for name in item.measures],
    )


def article(source: Source, item: Document, one: Article) -> published.Article:
    """An article with its sentences under their anchors."""
    return published.Article(
        document=item.id,
        number=one.number,
        chapter=chapter_of(item, one.number),
        heading=plain(one.heading),
        summary=plain(one.summary),
        sentences=[
            published.Sentence(
                id=one.sentence_id(index), text=plain(sentence.text), note=plain(sentence.note)
            )
            for index, sentence in enumerate(one.sentences)
        ],
        departments=list(one.departments),
        measures=[name for name, value in item.measures.items() if value.article == one.number],
        pages=source.pages(lambda language: addresses.article(language, item.id, one.number)),
    )


def measure(source: Source, item: Document, name: str) -> published.Measure:
    """A measure with its compiled rule."""
    value = item.measures[name]
    rule = next(
        each
        for each in source.rules["measures"]
        if (each["document"], each["id"]) == (item.id, name)
    )
    return published.Measure(
        id=name,
        document=item.id,
        article=value.article,
        name=plain(value.name),
        summary=plain(value.summary),
        what=plain(value.what),
        basis=value.basis,
        once=value.once is not None,
        audiences=list(value.audiences),
        departments=rule["departments"],
        also=plain(value.also),
        interpretations=[
            published.Interpretation(
                id=key,
                readings=plain(each.readings),
                taken=each.taken,
                why=plain(each.why),
                only_noted=each.only_noted,
            )
            for key, each in value.interpretations.items()
        ],
        rule=published.Rule(**{key: rule[key] for key in published.Rule.model_fields}),
        pages=source.pages(lambda language: addresses.measure(language, item.id, name)),
    )


def question(source: Source, name: str, item: Question) -> published.Question:
    """A question in words, with its entry in rules.json."""
    rule = next(each for each in source.rules["questions"] if each["id"] == name)
    return published.Question(
        id=name,
        topic=item.topic,
        type=item.type,
        ask=plain(item.ask),
        hint=plain(item.hint),
        why=plain(item.why),
        help=item.help,
        options=[
            published.Option(id=key, text=plain(each.text), hint=plain(each.hint), help=each.help)
            for key, each in item.options.items()
        ],
        fields=[
            published.Column(id=key, type=each.type, ask=plain(each.ask))
            for key, each in item.fields.items()
        ],
        rule=rule,
    )


def department(source: Source, name: str, item: Department) -> published.Department:
    """A department with the articles that it leads or takes part in."""
    return published.Department(
        id=name,
        name=plain(item.name),
        short=plain(item.short),
        note=plain(item.note),
        also=plain(item.also),
        leads=_articles(source, lambda one: one.departments[:1] == (name,)),
        takes_part=_articles(source, lambda one: name in one.departments[1:]),
        pages=source.pages(lambda language: addresses.department(language, name)),
    )


def _articles(source: Source, wanted: Callable[[Article], bool]) -> dict[str, list[int]]:
    found = {
        key: [one.number for one in item.articles if wanted(one)]
        for key, item in source.policy.documents.items()
    }
    return {key: numbers for key, numbers in found.items() if numbers}


def audience(source: Source, name: str, item: Audience) -> published.Audience:
    """An audience with its measures, whose ids are unique in the site."""
    return published.Audience(
        id=name,
        name=plain(item.name),
        who=plain(item.who),
        kind=item.kind,
        also=plain(item.also),
        measures=[
            key
            for each in source.policy.documents.values()
            for key, value in each.measures.items()
            if name in value.audiences
        ],
        pages=source.pages(lambda language: addresses.audience(language, name)),
    )


def term(source: Source, name: str, item: Term) -> published.Term:
    """A term with its definition, if the document or a named source gives one."""
    return published.Term(
        id=name,
        text=plain(item.text),
        also=plain(item.also),
        defined=item.defined,
        definition=plain(item.definition),
        document=item.document,
        article=item.article,
        quote=item.quote,
        source=plain(item.source),
        note=plain(item.note),
        pages=source.pages(lambda language: f"{addresses.section(language, 'glossary')}#{name}"),
    )
