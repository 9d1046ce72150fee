"""The about pages name the software that the site carries, in the versions that it carries."""

from importlib.metadata import version as installed
from pathlib import Path

import pytest

from generator.site.machine import shipped
from generator.to_bundle import runtime
from generator.to_hosting.hosting import LINKED

DOCS = Path(__file__).parents[1] / "docs"


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_about_page_names_what_is_carried_with_its_licence_and_source(language: str) -> None:
    page = (DOCS / f"about.{language}.md").read_text("utf-8")
    carried = {
        f"(https://github.com/pyodide/pyodide) {runtime.version()}": "MPL-2.0",
        "(https://github.com/python/cpython) 3.14": "PSF-2.0",
        f"(https://github.com/squidfunk/mkdocs-material) {installed('mkdocs-material')}": "MIT",
        "(https://github.com/emscripten-core/emscripten)": "MIT",
        f"(https://github.com/lucaong/minisearch) {runtime.version('minisearch')}": "MIT",
    }
    for software, licence in carried.items():
        rows = [line for line in page.splitlines() if software in line]
        assert [licence in row for row in rows] == [True], software


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_about_page_names_every_part_of_the_bill_of_materials(language: str) -> None:
    page = (DOCS / f"about.{language}.md").read_text("utf-8")
    parts = [purl.partition("/")[2].rpartition("@")[0] for purl in shipped("0.1.0")]
    ours = {"mingbai-quiz"}
    named = [*(part for part in parts if part not in ours), *LINKED]
    assert [name for name in named if name.replace("*", "\\*") not in page] == []


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_file_of_the_runtime_is_named_beside_its_licence(language: str) -> None:
    page = (DOCS / f"about.{language}.md").read_text("utf-8")
    assert {name for name in runtime.FILES if f"`{name}`" not in page} == set()
