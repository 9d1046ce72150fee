"""What the pages for integrators and re-users promise: each address, header and policy is there."""

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.site.machine import server_policies
from tests.browser.conftest import ROOT

DOCS = ROOT / "docs"
DOCUMENT, MEASURE, NAMES = "luoyang-2018-12", "startup-guaranteed-loan", "graduates"
PLACEHOLDERS = {
    "/DOCUMENT/measures/NAME": f"/{DOCUMENT}/measures/{MEASURE}",
    "/文件名/measures/措施名/": f"/{DOCUMENT}/measures/{MEASURE}/",
    "check/NAME/": f"check/{MEASURE}/",
    "check/措施名/": f"check/{MEASURE}/",
    "departments/NAME/": "departments/finance/",
    "departments/名称/": "departments/finance/",
    "glossary/#NAME": "glossary/",
    "glossary/#名称": "glossary/",
    "DOCUMENT": DOCUMENT,
    "文件名": DOCUMENT,
    "NAME": NAMES,
    "名称": NAMES,
}
"""What the tables leave open, as it is on the site of this document."""
ADDRESS = re.compile(r"`(/?(?:[\w.-]+/)+[\w#.-]*|[\w-]+\.(?:txt|json|xml)|SHA256SUMS)`")
ELSEWHERE = re.compile(r"^(generator/|site/|/?a/b/|application/|text/javascript)")
"""Folders of the source or of an example, and types of files."""


def page(name: str, language: str) -> str:
    return (DOCS / f"{name}.{language}.md").read_text("utf-8")


def addresses(text: str) -> Iterator[str]:
    """Every address in a page's code spans, whatever it leaves open filled in."""
    for found in ADDRESS.findall(text):
        for gap, value in PLACEHOLDERS.items():
            found = found.replace(gap, value)  # noqa: PLW2901 - each gap fills in what is left
        if not ELSEWHERE.match(found):
            yield found.lstrip("/")


def missing(site: Path, address: str) -> bool:
    path, _, anchor = address.partition("#")
    file = site / path / "index.html" if path.endswith("/") else site / path
    folder = path.count("/") == 1 and path.endswith("/") and (site / path).is_dir()
    if not file.is_file():
        return not folder
    return bool(anchor) and f'id="{anchor}"' not in file.read_text("utf-8")


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize(("name", "least"), [("data", 20), ("integrators", 8)])
def test_every_address_that_is_named_is_there(
    whole_site: Path, name: str, least: int, language: str
) -> None:
    # Beside the article's Markdown stands its plain text, named by its ending alone.
    named = {each for each in addresses(page(name, language)) if each != "12.txt" and "/" in each}
    assert len(named) > least
    assert [each for each in named if missing(whole_site, each)] == []


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_policies_are_those_of_the_pages(language: str) -> None:
    for kind, policy in server_policies().items():
        assert (f"`{policy}`" in page("integrators", language)) == (kind != "loose")


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_header_of_the_table_is_one_that_the_sample_sends(
    whole_site: Path, language: str
) -> None:
    sample = (whole_site / "hosting" / "nginx.conf").read_text("utf-8")
    sent = set(re.findall(r"add_header ([\w-]+) ", sample)) - {"Cache-Control"}
    # The table of our own headers has three columns; that of the other site's has two.
    row = r"(?m)^\| `([A-Z][\w-]+)` \| (.*?) \| [^|\n]+ \|$"
    rows = re.findall(row, page("integrators", language))
    assert {header for header, _ in rows} == sent
    values = [(header, value) for header, told in rows for value in re.findall("`(.*?)`", told)]
    assert len(values) > 8
    for header, value in values:
        assert value in sample, (header, value)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_page_names_the_python_that_the_engine_needs(language: str) -> None:
    project = tomllib.loads((ROOT / "quiz" / "pyproject.toml").read_text("utf-8"))["project"]
    needed = project["requires-python"].removeprefix(">=")
    assert f"Python {needed} " in page("data", language)
    assert f"downloads/{project['name'].replace('-', '_')}-{project['version']}-py3" in page(
        "data", language
    )
