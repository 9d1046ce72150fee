"""From the engine's sources to the wheel that the browser gets."""

import ast
import shutil
import sys
import sysconfig
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from generator.to_bundle.cache import cached, fingerprint, fingerprint_of, own_fingerprint
from generator.to_bundle.node import EPOCH, HERE, node_package, run, run_script

SOURCES = ("*.py", "pyproject.toml")


def engine_wheel(engine: Path, cache: Path) -> Path:
    """Build the engine's wheel and compile it; return its path in the cache."""
    key = fingerprint(engine_key(engine), own_fingerprint())
    folder = cached(cache, "engine", key, partial(_make_wheel, engine))
    (wheel,) = folder.glob("*.whl")
    return wheel


@contextmanager
def still(engine: Path) -> Iterator[Path]:
    """Yield a copy of the engine's sources that nobody edits while it is read."""
    with TemporaryDirectory() as workshop:
        copy = Path(workshop) / engine.name
        copy.mkdir()
        for file in (file for pattern in SOURCES for file in engine.glob(pattern)):
            shutil.copy(file, copy)
        yield copy


def engine_key(engine: Path) -> str:
    """Return a short hash of the engine's sources."""
    return fingerprint_of(engine, SOURCES)


def engine_imports(engine: Path) -> tuple[str, ...]:
    """Return every module that the engine's sources import, at whatever place, its own left out."""
    found = {name for file in engine.glob("*.py") for name in _imports(file)}
    return tuple(sorted(name for name in found if name.partition(".")[0] != engine.name))


def _imports(file: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(file.read_bytes())):
        if isinstance(node, ast.Import):
            yield from (each.name for each in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module


def plain_wheel(engine: Path, cache: Path) -> Path:
    """Build the engine's wheel in sources, for any Python; return its path in the cache."""
    key = fingerprint(engine_key(engine), own_fingerprint())
    (wheel,) = cached(cache, "plain-engine", key, partial(_build, engine)).glob("*.whl")
    return wheel


def _make_wheel(engine: Path, made: Path) -> None:
    _build(engine, made)
    (wheel,) = made.glob("*.whl")
    compile_archive(wheel)


def _build(engine: Path, made: Path) -> None:
    # The build writes beside the sources.
    with still(engine) as copy:
        run(
            [
                sys.executable,
                "-m",
                "build",
                "--wheel",
                "--no-isolation",
                "--outdir",
                str(made),
                str(copy),
            ]
        )


def compile_archive(archive: Path) -> Path:
    """Put in its place what a .zip or .whl of sources compiles to for the browser's Python.

    Returns the path of the compiled archive: a wheel's name changes.
    """
    done = run_script(
        "compile_archive.mjs",
        {
            "pyodide": str(node_package("pyodide")),
            "packages": sysconfig.get_path("purelib"),
            "script": str(HERE / "inside_pyodide" / "compile_archive.py"),
            "folder": str(archive.parent.resolve()),
            "archive": archive.name,
            "epoch": EPOCH,
        },
    )
    return archive.with_name(str(done["compiled"]))
