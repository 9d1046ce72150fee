"""The search: kept questions, everyday names, sizes, the list from A to Z."""

import gzip
import json
from operator import attrgetter
from pathlib import Path

import brotli
import pytest

from generator.from_yaml.load import load
from generator.to_pages.checker.rulebook import Rulebook
from generator.to_pages.edition import Edition
from generator.to_pages.letters import by_letter, letter
from generator.to_pages.page import Page
from generator.to_pages.pages import editions, to_pages
from generator.to_pages.words import keys, load_words
from generator.to_rules.rules import to_rules
from generator.to_search.search import WORDS, to_search
from generator.to_search.targets import KINDS, targets
from tests.searching import (
    CACHE,
    ROOT,
    found_by,
    kept_questions,
    run_node,
    score,
    scripts_for_node,
    targets_of,
)

LANGUAGES = ("zh", "en")
FIRST_QUERY = 60_000
"""Bytes that the scripts and one index may take on the way to a visitor."""


@pytest.fixture(scope="module")
def spoken() -> tuple[Edition, ...]:
    policy = load(ROOT)
    return editions(policy, Rulebook(to_rules(policy), {}, "2018-06-01"))


@pytest.fixture(scope="module")
def pages(spoken: tuple[Edition, ...], folder: Path) -> tuple[Page, ...]:
    return to_search(spoken, folder, cache=CACHE)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("site")


@pytest.fixture(scope="module")
def assets(pages: tuple[Page, ...], folder: Path) -> Path:
    assert pages
    return folder / "assets"


@pytest.mark.parametrize("language", LANGUAGES)
def test_kept_questions_are_answered_among_the_first_three(language: str, assets: Path) -> None:
    kept = kept_questions(language)
    assert len(kept) >= 30
    reached = score(kept, found_by(assets, language, (each.ask for each in kept)))
    print(f"{language}: {len(kept)} questions, {reached}")
    assert reached.in_top >= 0.95, reached.missed
    assert reached.mean_reciprocal_rank >= 0.9


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_answer_of_a_kept_question_is_a_place_on_the_site(
    language: str, assets: Path
) -> None:
    there = {address.partition("/")[2] for address in targets_of(assets, language)["address"]}
    wrong = {each.ask: each.find - there for each in kept_questions(language) if each.find - there}
    assert wrong == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_everyday_name_leads_to_what_it_names(language: str, assets: Path) -> None:
    columns = targets_of(assets, language)
    named = [
        (name, address.partition("/")[2])
        for address, title, also in zip(
            columns["address"], columns["title"], columns["also"], strict=True
        )
        for name in (title, *also)
    ]
    found = found_by(assets, language, (name for name, _ in named))
    lost = [name for (name, address), each in zip(named, found, strict=True) if address not in each]
    late = [
        name for (name, address), each in zip(named, found, strict=True) if address not in each[:10]
    ]
    assert lost == []
    assert len(late) <= 0.02 * len(named), late


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_first_question_costs_little(language: str, assets: Path) -> None:
    loaded = [*assets.glob("search-*/*.js"), *assets.glob(f"search.{language}.*.json")]
    zipped = sum(len(gzip.compress(file.read_bytes(), 9)) for file in loaded)
    packed = sum(len(brotli.compress(file.read_bytes())) for file in loaded)
    print(f"{language}: {zipped:,} bytes by gzip, {packed:,} by brotli, in {len(loaded)} files")
    assert zipped <= FIRST_QUERY
    assert not any(b"WebAssembly" in file.read_bytes() for file in loaded)


def test_the_engine_comes_with_its_licence(assets: Path) -> None:
    (licence,) = assets.glob("search-*/minisearch.LICENSE.txt")
    assert "Permission is hereby granted" in licence.read_text("utf-8")


def test_search_leads_only_to_pages_that_are_there(spoken: tuple[Edition, ...]) -> None:
    built = {page.address for page in to_pages(spoken[0].policy, spoken)}
    led = {target.address.partition("#")[0] for each in spoken for target in targets(each)}
    assert led <= built


def test_search_covers_every_kind_in_every_language(spoken: tuple[Edition, ...]) -> None:
    for edition in spoken:
        assert {target.kind for target in targets(edition)} == set(KINDS)


def test_the_page_lists_everything_for_those_without_scripts(
    spoken: tuple[Edition, ...], pages: tuple[Page, ...]
) -> None:
    for edition, page in zip(spoken, pages, strict=True):
        body = page.body()
        for target in targets(edition):
            assert body.count(f'href="../../{target.address}"') == 1, target


def test_both_languages_say_the_same_on_the_search_page() -> None:
    zh, en = (set(keys(load_words(language, WORDS))) for language in LANGUAGES)
    assert zh == en


def test_titles_stand_under_their_letters() -> None:
    cases = {
        "创业担保贷款": "C",
        "“巧媳妇”工程项目点": "Q",
        "零就业家庭": "L",
        "重点群体": "Z",
        "阿里": "A",
        "企业": "Q",
        "座谈会": "Z",
        "subsidy": "S",
        "'Heluo Craftsman' plan": "H",
        "互联网+": "H",
        "蠡县": "#",
        "三十五证合一": "S",
        "2018": "#",
        "": "#",
    }
    assert cases == {title: letter(title) for title in cases}


def test_letters_and_titles_below_them_are_in_order(spoken: tuple[Edition, ...]) -> None:
    for edition in spoken:
        listed = targets(edition)
        groups = by_letter(listed, attrgetter("title"))
        names = [name for name, _ in groups]
        assert sorted(names, key=lambda name: (name == "#", name)) == names
        assert len(names) == len(set(names))
        assert sum(len(group) for _, group in groups) == len(listed)


def test_chinese_titles_below_a_letter_follow_their_pinyin() -> None:
    titles = ["职业", "专业", "中小企业", "重点", "资助"]
    ((name, group),) = by_letter(titles, str)
    assert name == "Z"
    assert [*group] == ["职业", "中小企业", "重点", "专业", "资助"]


def test_words_are_cut_as_the_tables_say(assets: Path) -> None:
    table = json.loads((ROOT / "tests/data/search/words.json").read_text("utf-8"))
    cut = run_node("cut.mjs", [scripts_for_node(assets)], [case["text"] for case in table])
    for case, result in zip(table, cut, strict=True):
        assert case == {"text": case["text"]} | {
            name: result[name] for name in case if name != "text"
        }


def test_the_same_policy_gives_the_same_files(
    spoken: tuple[Edition, ...], assets: Path, tmp_path: Path
) -> None:
    to_search(spoken, tmp_path, cache=CACHE)
    names = {path.name: path.read_bytes() for path in (tmp_path / "assets").glob("search.*.json")}
    assert names == {path.name: path.read_bytes() for path in assets.glob("search.*.json")}
