"""The arrows of the diagram in docs/ as a table: which room may import which room and package."""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent

ROOMS: dict[str, set[str]] = {
    "quiz": set(),
    "generator.policy": set(),
    "generator.figures": set(),
    "generator.from_yaml": {"generator.policy"},
    "generator.schemas": set(),
    "generator.schemas.__main__": {"generator.from_yaml"},
    "generator.to_rules": {"generator.policy", "generator.figures"},
    "generator.check": {"generator.policy", "generator.figures", "generator.to_rules", "quiz"},
    "generator.check.__main__": {"generator.check", "generator.from_yaml", "generator.policy"},
    "generator.to_bundle": set(),
    "generator.to_search": {"generator.policy", "generator.to_bundle", "generator.to_pages"},
    "generator.to_pages": {"generator.policy", "generator.figures", "quiz"},
    "generator.to_api": {"generator.policy", "generator.to_pages"},
    "generator.to_text": {"generator.policy", "generator.to_pages"},
    "generator.to_akn": {"generator.policy", "generator.to_pages"},
    "generator.to_feeds": {"generator.policy", "generator.to_pages"},
    "generator.to_hosting": {"generator.policy"},
    "generator.site": {
        "generator.policy",
        "generator.to_akn",
        "generator.to_api",
        "generator.to_bundle",
        "generator.to_feeds",
        "generator.to_hosting",
        "generator.to_pages",
        "generator.to_rules",
        "generator.to_search",
        "generator.to_text",
    },
    "generator.commands": {
        "generator.check",
        "generator.from_yaml",
        "generator.policy",
        "generator.site",
        "generator.to_pages",
        "generator.to_rules",
        "quiz",
    },
    "generator.__main__": {"generator.commands", "generator.policy"},
    "generator": set(),
}
"""What each room may import of our own; an arrow that is not here fails, and so does a new room."""

ALONE: dict[str, set[str]] = {
    "ruamel": {"generator.from_yaml"},
    "yaml": set(),
    # mkdocs hands its theme's environment to the site's plug-in, which names its type.
    "jinja2": {"generator.to_pages", "generator.site"},
    "markdown": {"generator.to_pages"},
    "mkdocs": {"generator.site"},
    "material": {"generator.site"},
}
"""Packages that only the named rooms may import."""

SOURCES = sorted([*(ROOT / "generator").rglob("*.py"), *(ROOT / "quiz").rglob("*.py")])


def room_of(module: str) -> str:
    """The first two names of a module of the generator, the first one otherwise."""
    parts = module.split(".")
    if parts[-1] == "__main__":
        return module
    return ".".join(parts[:2]) if parts[0] == "generator" else parts[0]


def module_of(file: Path) -> str:
    return ".".join(file.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


def imports(file: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{file}: relative import"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def test_there_are_sources() -> None:
    assert len(SOURCES) > 50


@pytest.mark.parametrize("file", SOURCES, ids=module_of)
def test_a_module_imports_only_what_the_table_allows(file: Path) -> None:
    room = room_of(module_of(file))
    for name in imports(file):
        package = name.split(".")[0]
        assert room in ALONE.get(package, {room}), f"{room} imports {name}"
        if package in ("generator", "quiz"):
            assert room_of(name) in ROOMS[room] | {room}, f"{room} imports {name}"


def test_the_engine_imports_the_standard_library_only() -> None:
    outside = {
        name
        for file in (ROOT / "quiz").rglob("*.py")
        for name in imports(file)
        if name.split(".")[0] not in {"quiz"} | sys.stdlib_module_names
    }
    assert outside == set()


def test_no_module_imports_in_a_circle_of_rooms() -> None:
    arrows: dict[str, set[str]] = {}
    for file in SOURCES:
        room = room_of(module_of(file))
        targets = {room_of(name) for name in imports(file) if name.startswith("generator.")}
        arrows.setdefault(room, set()).update(targets - {room})
    for room in arrows:
        assert room not in reached(room, arrows), f"{room} imports itself in a circle"


def reached(start: str, arrows: dict[str, set[str]]) -> set[str]:
    """All rooms that a room imports, directly or through others."""
    found: set[str] = set()
    still = list(arrows.get(start, ()))
    while still:
        room = still.pop()
        if room not in found:
            found.add(room)
            still += arrows.get(room, ())
    return found
