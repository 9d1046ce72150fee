"""What readers see stands in data and templates: none of it in Python or JavaScript."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.projects import ROOT

CHINESE = re.compile("(?![零〇一二三四五六七八九十百千万亿两])[\u4e00-\u9fff]")
"""Chinese words; numerals are no words."""
SENTENCE = re.compile(r"^[A-Z][a-z']+(,? [a-z']+){2,}|\b[a-z']+( [a-z']+){4,}")

PUBLIC = ("quiz", "generator/to_pages", "generator/site", "generator/to_search", "generator/theme")
"""Where pages, scripts and the checker are made; the other rooms speak to editors alone."""

LITERAL = re.compile(r"'([^'\n]*)'|\"([^\"\n]*)\"|`([^`\n]*)`")
"""A string of JavaScript on one line, whatever its quotes."""

PYTHON = sorted(file for folder in PUBLIC for file in (ROOT / folder).rglob("*.py"))
SCRIPTS = sorted(file for folder in PUBLIC for file in (ROOT / folder).rglob("*.js"))


def python_texts(file: Path) -> Iterator[str]:
    """The string literals of a module, docstrings and error messages left out."""
    tree = ast.parse(file.read_text(encoding="utf-8"))
    silent = {
        id(text)
        for node in ast.walk(tree)
        if isinstance(node, ast.Expr | ast.Raise | ast.Assert)
        for text in ast.walk(node)
        if isinstance(node, ast.Raise | ast.Assert) or node.value is text
    }
    for node in ast.walk(tree):
        if (
            isinstance(node, ast.Constant)
            and isinstance(node.value, str)
            and id(node) not in silent
        ):
            yield node.value


def script_texts(file: Path) -> Iterator[str]:
    """The string literals of a script, its comments and errors left out."""
    text = re.sub(r"/\*.*?\*/", "", file.read_text(encoding="utf-8"), flags=re.DOTALL)
    for line in text.splitlines():
        code = re.sub(r"(^|\s)//.*$", "", line)
        if "Error(" not in code:
            yield from (max(found) for found in LITERAL.findall(code))


@pytest.mark.parametrize("file", PYTHON, ids=lambda path: str(path.relative_to(ROOT)))
def test_no_python_holds_words_for_readers(file: Path) -> None:
    assert [text for text in python_texts(file) if spoken(text)] == []


@pytest.mark.parametrize("file", SCRIPTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_no_script_holds_words_for_readers(file: Path) -> None:
    assert [text for text in script_texts(file) if spoken(text)] == []


def spoken(text: str) -> bool:
    return bool(CHINESE.search(text) or SENTENCE.search(text))


def test_a_sentence_and_chinese_words_would_be_found() -> None:
    assert spoken("You may receive this subsidy")
    assert spoken("查一查")
    assert not spoken("application/json")
    assert not spoken("no-store")
    assert PYTHON != []
    assert SCRIPTS != []
