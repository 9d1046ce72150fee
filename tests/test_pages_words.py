"""The site's own wording: the same keys and the same gaps in every language."""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from generator.to_pages.words import TEMPLATES, counted, keys, load_words

FOLDERS = [str(path.relative_to(TEMPLATES)) for path in sorted(TEMPLATES.rglob("words"))]
ROOT = TEMPLATES.parents[1]
READERS = (
    "generator/**/*.html",
    "generator/**/*.py",
    "generator/theme/scripts/*.js",
    "quiz/web/*.js",
)
"""Whatever says words: by their own key, or by one that is put together there."""
HAN = re.compile(r"[\u4e00-\u9fff]")


def languages(folder: str) -> list[str]:
    return sorted(path.stem for path in (TEMPLATES / folder).glob("*.toml"))


def texts(words: Mapping[str, Any]) -> dict[str, str]:
    found = {}
    for path in keys(words):
        value: Any = words
        for key in path.split("."):
            value = value[key]
        found[path] = str(value)
    return found


def test_there_are_words_to_compare() -> None:
    assert {"words", "check/words", "search/words"} <= set(FOLDERS)


@pytest.fixture(scope="module")
def names() -> set[str]:
    """Every name that stands in a template or a program."""
    files = (file for pattern in READERS for file in ROOT.glob(pattern))
    return {name for file in files for name in re.findall(r"[\w-]+", file.read_text("utf-8"))}


def begun(name: str) -> set[str]:
    """What `name` begins with, where a program adds the rest: `way_end_` of `way_end_duty`."""
    return {name[: cut.end()] for cut in re.finditer("_", name)}


@pytest.mark.parametrize("folder", FOLDERS)
def test_no_words_are_left_that_nothing_says(folder: str, names: set[str]) -> None:
    last = {path: path.split(".")[-1] for path in keys(load_words("zh", folder))}
    assert [path for path, name in last.items() if not names & {name, *begun(name)}] == []


@pytest.mark.parametrize("folder", FOLDERS)
def test_every_language_has_the_same_keys(folder: str) -> None:
    spoken = {language: set(keys(load_words(language, folder))) for language in languages(folder)}
    assert len(spoken) > 1
    first = next(iter(spoken.values()))
    assert dict.fromkeys(spoken, first) == spoken


@pytest.mark.parametrize("folder", FOLDERS)
def test_a_text_has_the_same_gaps_in_every_language(folder: str) -> None:
    gaps = [
        {path: set(re.findall(r"\{(\w*)\}", text)) for path, text in texts(words).items()}
        for words in (load_words(language, folder) for language in languages(folder))
    ]
    different = {path for path in gaps[0] if any(each[path] != gaps[0][path] for each in gaps)}
    # A date names its month by number in one language and by its name in the other.
    assert {path for path in different if not re.match(r"(page\.)?dates?\.", path)} == set()


@pytest.mark.parametrize("folder", FOLDERS)
def test_no_key_hides_behind_a_method_of_a_table(folder: str) -> None:
    words = load_words("en", folder)
    assert {key for path in keys(words) for key in path.split(".") if hasattr({}, key)} == set()


@pytest.mark.parametrize("folder", FOLDERS)
def test_the_english_words_hold_no_chinese_but_the_name_of_the_language(folder: str) -> None:
    chinese = {path for path, text in texts(load_words("en", folder)).items() if HAN.search(text)}
    assert {path for path in chinese if not path.startswith("language.")} == set()


@pytest.mark.parametrize(
    ("number", "expected"), [(0, "0 days"), (1, "1 day"), (1200, "1,200 days")]
)
def test_a_number_chooses_its_form(number: int, expected: str) -> None:
    assert expected == counted({"one": "{n} day", "other": "{n} days"}, number)


def test_the_templates_exist() -> None:
    assert Path(TEMPLATES / "pages" / "home.html").is_file()
