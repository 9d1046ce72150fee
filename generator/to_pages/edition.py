"""One language of the site: the policy, the words, the templates, and how they make a page."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

from jinja2 import Environment

from generator.policy.document import Article, Document
from generator.policy.policy import Policy
from generator.to_pages import addresses, figures
from generator.to_pages.body import Body
from generator.to_pages.checker.rulebook import Rulebook
from generator.to_pages.embed import KINDS as EMBEDDED
from generator.to_pages.page import Link, Page, Place
from generator.to_pages.words import fill


@dataclass(frozen=True)
class Edition:
    """The site in `language`; `languages` are all of them, this one first.

    `rulebook` is None where the site has no rules to check.
    """

    policy: Policy
    language: str
    languages: tuple[str, ...]
    words: Mapping[str, Any]
    templates: Environment
    rulebook: Rulebook | None

    def say(self, words: Mapping[str, str]) -> str:
        """The text of `words` in this edition's language."""
        return words[self.language]

    def other(self, words: Mapping[str, str]) -> str:
        """The text in the language that stands beside this edition's own."""
        return words[self.languages[1] if len(self.languages) > 1 else self.language]

    def page(
        self,
        address: str,
        kind: str,
        heads: tuple[str, str],
        values: Callable[[], Mapping[str, Any]],
        **details: Any,
    ) -> Page:
        """A page whose body is the template of its kind with `values`; `heads`: title, description.

        `details` are the page's place, trail, source and whether it is indexed.
        """
        body = Body(partial(self.render, kind, address, values), shared=kind in EMBEDDED)
        return Page(
            address=address,
            language=self.language,
            kind=kind,
            title=heads[0],
            description=" ".join(heads[1].split()),
            body=body.full,
            embedded=body.embedded,
            **details,
        )

    def render(
        self,
        kind: str,
        address: str,
        values: Callable[[], Mapping[str, Any]],
    ) -> str:
        """The body of a page as HTML, with what an embedded page lacks marked; see Body."""
        template = self.templates.get_template(f"pages/{kind}.html")
        return template.render(root=addresses.root(address), address=address, **values())

    def home(self) -> Link:
        """The first link of every trail."""
        return Link(addresses.home(self.language), self.words["home"]["trail"])

    def document_link(self, document: Document) -> Link:
        """A document under its number."""
        address = addresses.document(self.language, document.id)
        return Link(address, self.say(document.frame.number))

    def article_link(self, document: Document, article: Article) -> Link:
        """An article under its number."""
        address = addresses.article(self.language, document.id, article.number)
        number = figures.numeral(self.words, article.number)
        return Link(address, fill(self.words["document"]["article"], n=number))

    def article_place(self, document: Document, number: int) -> Place:
        """The place of an article or of a measure that stands in it."""
        return Place("documents", document.id, chapter_of(document, number))


def chapter_of(document: Document, number: int) -> int | None:
    """The number of the chapter that holds article `number`."""
    for chapter in document.frame.chapters:
        if chapter.articles[0] <= number <= chapter.articles[1]:
            return chapter.number
    return None
