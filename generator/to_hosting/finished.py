"""What can only be made once all other files are there: packed neighbours, and every hash."""

import hashlib
from collections.abc import Callable, Iterator
from pathlib import Path

PACKED = "assets"
"""The folder whose files get neighbours .gz and .br; servers pack the rest when asked for."""
WORTH = frozenset({".css", ".js", ".mjs", ".json", ".svg", ".csv"})
SMALLEST = 1_000
"""Bytes below which packing saves nothing."""
SUMS = "SHA256SUMS"


def add_neighbours(out: Path, packed: Callable[[bytes], tuple[bytes, bytes]]) -> None:
    """Write .gz and .br beside every file that is worth it; `packed` makes both."""
    for file in sorted((out / PACKED).rglob("*")):
        if file.suffix not in WORTH or file.stat().st_size < SMALLEST:
            continue
        gz, br = (file.with_name(file.name + ending) for ending in (".gz", ".br"))
        if not (gz.exists() and br.exists()):
            made = packed(file.read_bytes())
            gz.write_bytes(made[0])
            br.write_bytes(made[1])


def write_hashes(out: Path) -> None:
    """Write SHA256SUMS over every other file of the site, as `sha256sum --check` reads it."""
    lines = (
        f"{hashlib.sha256((out / address).read_bytes()).hexdigest()}  {address}\n"
        for address in sorted(_addresses(out), key=lambda each: each.split("/"))
        if address != SUMS
    )
    (out / SUMS).write_text("".join(lines), encoding="utf-8")


def _addresses(out: Path) -> Iterator[str]:
    """Every file below `out` by its address; text is cheaper than a path for thousands of them."""
    root = out.as_posix()
    for folder, _folders, names in out.walk():
        below = folder.as_posix()[len(root) + 1 :]
        yield from (f"{below}/{name}" if below else name for name in names)
