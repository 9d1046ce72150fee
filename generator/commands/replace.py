"""Puts a finished folder in the place of an old one; a failure leaves the old one whole."""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

MARK = "index.html"
"""What a folder must hold to be taken for a site that may be replaced."""


class RefusedError(Exception):
    """The folder is none that a build may replace."""


@contextmanager
def replaced(out: Path, project: Path) -> Iterator[Path]:
    """A new folder beside `out` that takes its place if the block ends well."""
    out = out.resolve()
    _refuse_strange(out, project.resolve())
    out.parent.mkdir(parents=True, exist_ok=True)
    work = Path(tempfile.mkdtemp(prefix=f".{out.name}-", dir=out.parent))
    try:
        fresh = work / "new"
        fresh.mkdir()
        yield fresh
        _swap(fresh, out, work / "old")
    finally:
        shutil.rmtree(work, ignore_errors=True)


def _refuse_strange(out: Path, project: Path) -> None:
    if out == project or out in project.parents:
        raise RefusedError(f"{out} holds the project itself; name a folder for the site alone")
    if out.exists() and not out.is_dir():
        raise RefusedError(f"{out} is not a folder")
    if out.is_dir() and any(out.iterdir()) and not (out / MARK).is_file():
        raise RefusedError(f"{out} holds something that is not a site; name an empty folder")


def _swap(fresh: Path, out: Path, old: Path) -> None:
    if out.exists():
        out.rename(old)
    try:
        fresh.rename(out)
    except OSError:
        if old.exists():
            old.rename(out)
        raise
