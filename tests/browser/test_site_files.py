"""The built site as files: links, anchors, valid HTML, titles, no line that an editor left."""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.browser.conftest import ROOT
from tests.browser.links import broken, parsed

RULES = {
    "root": True,
    "extends": ["html-validate:recommended"],
    "rules": {
        # A title is as long as the name of a measure; search engines cut it, readers do not.
        "long-title": "off",
        # Firefox keeps ticked boxes across a reload unless told not to: counters are shared.
        "valid-autocomplete": "off",
        "form-dup-name": ["error", {"shared": ["radio", "checkbox", "button", "submit"]}],
    },
}

CODE = re.compile(r"<code.*?</code>", re.DOTALL)
"""Code to copy is HTML shown as text: what is escaped in it is escaped once more."""

LEFT_BEHIND = {".yaml", ".yml", ".toml", ".jinja", ".map", ".pyc", ".ts", ".orig", ".swp", ".tmp"}
"""The endings of what is for editors and developers alone."""


@pytest.fixture(params=["small_site", "whole_site"])
def site(request: pytest.FixtureRequest) -> Path:
    folder: Path = request.getfixturevalue(request.param)
    return folder


def test_every_link_leads_to_a_page_and_an_anchor_of_the_site(site: Path) -> None:
    assert broken(site) == []


def test_no_two_pages_of_a_language_have_one_title_or_one_description(site: Path) -> None:
    for language in ("zh", "en"):
        pages = [parsed(file) for file in sorted((site / language).rglob("*.html"))]
        for said in ("title", "description"):
            texts = [getattr(page, said) for page in pages]
            assert {text for text in texts if texts.count(text) > 1} == set()
            assert all(texts)


def test_no_text_is_escaped_twice(site: Path) -> None:
    twice = re.compile(r".{0,30}&amp;(?:#\d+|[a-z]+);.{0,10}")
    found = {
        file.relative_to(site): twice.findall(CODE.sub("", file.read_text("utf-8")))
        for file in site.rglob("*.html")
    }
    assert {file: texts for file, texts in found.items() if texts} == {}


def test_the_html_is_valid(site: Path, tmp_path: Path) -> None:
    node_modules = ROOT / "node_modules" / ".bin" / "html-validate"
    rules, out = tmp_path / "rules.json", tmp_path / "found.json"
    rules.write_text(json.dumps(RULES), "utf-8")
    with out.open("w") as found:
        subprocess.run(
            [node_modules, "--config", rules, "-f", "json", *_of_each_kind(site)],
            stdout=found,
            check=False,
        )
    problems = [
        f"{Path(file['filePath']).relative_to(site)}:{message['line']}: {message['message']}"
        for file in json.loads(out.read_text("utf-8"))
        for message in file["messages"]
    ]
    assert problems == []


def _of_each_kind(site: Path, most: int = 8) -> list[str]:
    """Some pages of every folder: the pages of one kind are made by one template."""
    folders = {file.parent.parent for file in site.rglob("index.html")}
    files = [
        file for folder in sorted(folders) for file in sorted(folder.glob("*/index.html"))[:most]
    ]
    return [str(file) for file in (site / "index.html", site / "404.html", *files)]


def test_no_file_of_editors_or_developers_is_published(whole_site: Path) -> None:
    files = [file for file in whole_site.rglob("*") if file.is_file()]
    assert [file for file in files if file.suffix in LEFT_BEHIND or file.name.endswith("~")] == []
    assert not list(whole_site.glob("*.md"))


def test_the_root_leads_to_the_first_language(small_site: Path) -> None:
    page = (small_site / "index.html").read_text("utf-8")
    assert 'http-equiv="refresh" content="0; url=zh/"' in page


def test_two_builds_are_the_same_to_the_byte(small_site: Path, tmp_path: Path) -> None:
    again = tmp_path / "elsewhere"
    shutil.copytree(small_site.parent / "policy_data", again / "policy_data")
    (again / "build").symlink_to(ROOT / "build")
    subprocess.run(
        [sys.executable, "-m", "generator", "build", "--project", again],
        env={**os.environ, "TZ": "Asia/Shanghai", "PYTHONHASHSEED": "7"},
        cwd=ROOT,
        check=True,
        capture_output=True,
    )
    assert _files(small_site) == _files(again / "site")


def _files(folder: Path) -> dict[str, bytes]:
    return {
        str(file.relative_to(folder)): file.read_bytes()
        for file in folder.rglob("*")
        if file.is_file()
    }
