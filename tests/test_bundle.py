"""What a visitor's browser loads: complete, true to its list, and the same from the same input."""

import gzip
import json
import os
import shutil
import subprocess
import sys
import zipfile
from hashlib import sha256
from pathlib import Path

import brotli
import pytest

from generator.from_yaml.load import load
from generator.policy.document import Scenario
from generator.policy.frozen import plain
from generator.to_bundle import Bundle, to_bundle
from generator.to_bundle.bundle import ENGINE, FOLDER
from generator.to_bundle.engine import engine_imports, still
from generator.to_bundle.exercise import WANT, requests_for
from generator.to_bundle.trial import SAMPLE, try_checker
from generator.to_rules.rules import to_rules
from quiz import browser
from quiz.expression_from_json import NUMERIC, TRUTHS
from tests.projects import INVENTED

ROOT = Path(__file__).parents[1]
CACHE = ROOT / "build" / "bundle"
ROLES = ("runtime", "library", "engine")
UNCHECKED_HASH = 0b01


@pytest.fixture(scope="session")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The engine as it is now, whatever is edited while the tests run."""
    with still(ENGINE) as sources:
        return Path(shutil.copytree(sources, tmp_path_factory.mktemp("engine") / ENGINE.name))


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory, engine: Path) -> tuple[Bundle, Path]:
    """A bundle of the sample rules with the root that it was written to."""
    out = tmp_path_factory.mktemp("site")
    return to_bundle(SAMPLE.read_bytes(), out, cache=CACHE, engine=engine), out


def test_the_checker_answers_in_the_cut_python_what_it_answers_here(
    built: tuple[Bundle, Path],
) -> None:
    bundle, out = built
    runtime, library, engine = _parts(bundle, out)
    done = try_checker(runtime, library, engine, out / bundle.start["rules"])
    browser.load(SAMPLE.read_text(encoding="utf-8"))
    expected = [browser.ask(request) for request in requests_for(json.loads(SAMPLE.read_text()))]
    assert expected == done.answers[: len(expected)]
    assert "TypeError" in done.answers[-1], "a fault of the engine comes out readable"


def _parts(bundle: Bundle, out: Path) -> tuple[Path, Path, Path]:
    runtime, library, engine = (out / bundle.start[role] for role in ROLES)
    return runtime, library, engine


@pytest.mark.parametrize(
    ("project", "about_all"),
    [
        pytest.param(INVENTED, True, id="invented"),
        pytest.param(ROOT, False, id="luoyang"),
        pytest.param(ROOT, True, id="luoyang, every measure", marks=pytest.mark.slow),
    ],
)
def test_every_scenario_comes_out_in_the_cut_python_as_it_does_here(
    project: Path, *, about_all: bool, built: tuple[Bundle, Path], tmp_path: Path
) -> None:
    bundle, out = built
    policy = load(project)
    rules = tmp_path / "rules.json"
    rules.write_bytes(to_rules(policy))
    requests = [
        _asked(scenario, about_all=about_all)
        for document in policy.documents.values()
        for scenario in document.scenarios.values()
    ]
    browser.load(rules.read_text(encoding="utf-8"))
    expected = [browser.ask(request) for request in requests]
    runtime, library, engine = _parts(bundle, out)
    done = try_checker(runtime, library, engine, rules, requests=requests)
    assert requests, "there are scenarios"
    assert expected == done.answers[: len(requests)]


def _asked(scenario: Scenario, *, about_all: bool) -> str:
    only = None if about_all else sorted(scenario.expect)
    answers = plain(scenario.answers)
    asked = {"answers": answers, "as_of": scenario.as_of, "only": only, "want": WANT}
    return json.dumps(asked, ensure_ascii=False)


def test_the_list_of_sizes_and_hashes_is_true_and_complete(built: tuple[Bundle, Path]) -> None:
    bundle, out = built
    listing = json.loads((out / FOLDER / "bundle.json").read_text(encoding="utf-8"))
    there = {
        str(path.relative_to(out))
        for path in (out / FOLDER).rglob("*")
        if path.is_file() and path.suffix not in {".gz", ".br"} and path.name != "bundle.json"
    }
    assert there == {file["path"] for file in listing["files"]}
    assert [file._asdict() for file in bundle.files] == listing["files"]
    for file in bundle.files:
        assert _measured(out / file.path) == (file.raw, file.gzip, file.brotli, file.sha256)
    for size in ("raw", "gzip", "brotli"):
        assert sum(file[size] for file in listing["files"]) == listing["total"][size]
        print(f"{size}: {listing['total'][size]:,} bytes")


def _measured(path: Path) -> tuple[int, int, int, str]:
    raw = path.read_bytes()
    zipped, smaller = (path.with_name(path.name + end).read_bytes() for end in (".gz", ".br"))
    assert raw == gzip.decompress(zipped) == brotli.decompress(smaller)
    return len(raw), len(zipped), len(smaller), sha256(raw).hexdigest()


def test_a_page_learns_only_of_files_that_are_there(built: tuple[Bundle, Path]) -> None:
    bundle, out = built
    for role in (*ROLES, "rules"):
        assert (out / bundle.start[role]).exists(), role
    assert json.loads(bundle.start["lock"])["packages"] == {}


@pytest.mark.parametrize("role", ["library", "engine"])
def test_python_files_are_compiled_and_never_compared_with_a_source(
    role: str, built: tuple[Bundle, Path]
) -> None:
    bundle, out = built
    with zipfile.ZipFile(out / bundle.start[role]) as archive:
        names = [name for name in archive.namelist() if ".dist-info/" not in name]
        assert {".pyc"} == {Path(name).suffix for name in names}
        assert {UNCHECKED_HASH} == {archive.read(name)[4] for name in names}
        assert {zipfile.ZIP_STORED} == {each.compress_type for each in archive.infolist()}


def test_the_cut_library_holds_all_that_the_engine_names(built: tuple[Bundle, Path]) -> None:
    bundle, out = built
    with zipfile.ZipFile(out / bundle.start["library"]) as archive:
        kept = {name.removesuffix(".pyc") for name in archive.namelist()}
    built_in = set(sys.builtin_module_names) | {"__future__", "collections.abc"}
    for module in engine_imports(ENGINE):
        path = module.replace(".", "/")
        assert module in built_in or {path, f"{path}/__init__"} & kept, module


def test_the_sample_rules_use_every_operator_of_the_engine() -> None:
    used = set(_operators(json.loads(SAMPLE.read_text(encoding="utf-8"))))
    assert set(TRUTHS) | set(NUMERIC) <= used


def _operators(part: object) -> list[str]:
    if isinstance(part, dict):
        return [name for each in part.values() for name in _operators(each)]
    if not isinstance(part, list) or not part:
        return []
    first = [part[0]] if isinstance(part[0], str) else []
    return [*first, *(name for each in part for name in _operators(each))]


BUILD = """
import sys
from pathlib import Path
from generator.to_bundle import to_bundle
from generator.to_bundle.trial import SAMPLE
out, cache, engine = map(Path, sys.argv[1:])
to_bundle(SAMPLE.read_bytes(), out, cache=cache, engine=engine)
"""


def test_another_place_time_zone_and_hash_seed_give_the_same_bytes(
    built: tuple[Bundle, Path], engine: Path, tmp_path: Path
) -> None:
    _, out = built
    cache = tmp_path / "cache"
    cache.mkdir()
    for slow in CACHE.glob("compressed-*"):
        shutil.copytree(slow, cache / slow.name)
    surroundings = os.environ | {"TZ": "Pacific/Kiritimati", "PYTHONHASHSEED": "7"}
    command = [sys.executable, "-c", BUILD, str(tmp_path / "site"), str(cache), str(engine)]
    subprocess.run(command, check=True, env=surroundings, cwd=ROOT)
    assert _contents(out) == _contents(tmp_path / "site")


def _contents(root: Path) -> dict[str, str]:
    return {
        str(path.relative_to(root)): sha256(path.read_bytes()).hexdigest()
        for path in sorted(root.rglob("*"))
        if path.is_file()
    }
