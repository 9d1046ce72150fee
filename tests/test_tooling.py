"""The locks and commands of the project: exact, whole, and free of places to fetch from."""

import json
import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
REQUIREMENTS = ("requirements", "requirements-dev", "requirements-node", "requirements-bench")
PACKAGES = (ROOT, ROOT / "bench")
PLACE = re.compile(r"(?<!\"url\": \")\b\w+://")
"""What names a place on the network, apart from those where npm's packages ask for funding."""


def _lines(name: str) -> list[str]:
    lines = (ROOT / name).read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith(("#", " ", "-"))]


@pytest.mark.parametrize("name", REQUIREMENTS)
def test_what_is_asked_for_is_pinned_and_locked_at_that_version(name: str) -> None:
    locked = {line.rstrip(" \\").lower() for line in _lines(f"{name}.txt")}
    for pin in _lines(f"{name}.in"):
        package, equal, version = pin.partition("==")
        assert equal, pin
        assert f"{package.lower().replace('.', '-')}=={version}" in locked


@pytest.mark.parametrize("name", REQUIREMENTS)
def test_every_locked_python_package_has_hashes(name: str) -> None:
    text = (ROOT / f"{name}.txt").read_text(encoding="utf-8")
    for package in re.split(r"\n(?=[a-z])", text)[1:]:
        assert "--hash=sha256:" in package, package


@pytest.mark.parametrize("folder", PACKAGES, ids=lambda folder: folder.name)
def test_every_node_package_is_pinned_and_locked_with_its_hash(folder: Path) -> None:
    asked = json.loads((folder / "package.json").read_text(encoding="utf-8"))
    locked = json.loads((folder / "package-lock.json").read_text(encoding="utf-8"))["packages"]
    for name, version in {**asked["dependencies"], **asked.get("devDependencies", {})}.items():
        assert version == locked[f"node_modules/{name}"]["version"]
    assert all("integrity" in package for place, package in locked.items() if place)


def test_no_file_says_where_packages_come_from() -> None:
    names = [f"{name}.{ending}" for name in REQUIREMENTS for ending in ("in", "txt")]
    files = [*map(ROOT.joinpath, names), ROOT / "Makefile", *(ROOT / ".ci").iterdir()]
    files += [path / name for path in PACKAGES for name in ("package.json", "package-lock.json")]
    for file in files:
        assert not PLACE.search(file.read_text(encoding="utf-8")), file


def test_make_lists_every_command() -> None:
    text = (ROOT / "Makefile").read_text(encoding="utf-8")
    commands = set(re.findall(r"^([a-z][a-z-]*):", text, re.MULTILINE)) - {"help"}
    commands = {name for name in commands if not name.startswith("ready-")}
    listed = subprocess.run(["make"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    assert commands == set(re.findall(r"^make ([a-z-]+)", listed, re.MULTILINE))


def test_both_distributions_have_one_version() -> None:
    versions = {
        re.search(r'^version = "(.+)"', (ROOT / file).read_text(), re.MULTILINE)[1]  # type: ignore[index]
        for file in ("pyproject.toml", "quiz/pyproject.toml")
    }
    assert len(versions) == 1


def test_the_wheel_holds_every_file_of_its_packages(tmp_path: Path) -> None:
    command = ["git", "ls-files", "generator", "quiz"]
    tracked = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    files = [name for name in tracked.stdout.splitlines() if (ROOT / name).is_file()]
    # Built from a copy: the build writes beside the sources.
    for name in [*files, "pyproject.toml", "requirements.in", "README.md", "LICENSE"]:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / name, tmp_path / name)
    build = [sys.executable, "-m", "build", "--wheel", "--no-isolation", str(tmp_path)]
    subprocess.run(build, capture_output=True, check=True)
    (wheel,) = (tmp_path / "dist").glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        assert set(files) <= set(archive.namelist())
