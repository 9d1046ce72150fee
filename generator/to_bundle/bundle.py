"""Gathers what a visitor's browser loads, under names that change with the content."""

import json
from base64 import b64encode
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from generator.to_bundle.cache import fingerprint, fingerprint_of
from generator.to_bundle.compressed import compressed
from generator.to_bundle.engine import engine_wheel, still
from generator.to_bundle.library import library
from generator.to_bundle.runtime import FILES, lock, runtime, version

FOLDER = "assets/checker"
ENGINE = Path(__file__).parents[2] / "quiz"


class BundledFile(NamedTuple):
    """A file that a browser loads.

    Its path from the site's root, its sizes in bytes and its hash in hexadecimal digits.
    """

    path: str
    raw: int
    gzip: int
    brotli: int
    sha256: str


class Bundle(NamedTuple):
    """All files of the checker, and what a page says to its worker so that it finds them.

    `start` has paths from the site's root: `runtime` (a folder, Pyodide's indexURL), `library`,
    `engine`, `rules`; the hashes `library_integrity`, `engine_integrity`, `rules_integrity` in the
    form of Subresource Integrity; and `lock`, a JSON text.
    """

    files: tuple[BundledFile, ...]
    start: Mapping[str, str]


def to_bundle(rules_json: bytes, out: Path, *, cache: Path, engine: Path = ENGINE) -> Bundle:
    """Write the checker's files below a site's root; return what is there.

    Each file has neighbours .gz and .br, and all are listed in bundle.json. What is slow is kept in
    `cache`. The same input gives the same bytes. Raises ToolError.
    """
    home = runtime(cache)
    folder = f"runtime-{fingerprint_of(home, FILES)}"
    with still(engine) as sources:
        wheel = engine_wheel(sources, cache)
        hashed = {
            "library": _hashed("python.zip", library(sources, cache).read_bytes()),
            "engine": _hashed(wheel.name, wheel.read_bytes()),
            "rules": _hashed("rules.json", rules_json),
        }
    parts = [(f"{folder}/{name}", (home / name).read_bytes()) for name in FILES]
    files = _written([*parts, *hashed.values()], out, cache)
    start = {"runtime": f"{FOLDER}/{folder}/", "lock": lock()}
    for role, (name, _) in hashed.items():
        start |= {role: files[name].path, f"{role}_integrity": _integrity(files[name])}
    bundle = Bundle(tuple(files.values()), MappingProxyType(start))
    (out / FOLDER / "bundle.json").write_text(_listing(bundle), encoding="utf-8")
    return bundle


def _hashed(name: str, raw: bytes) -> tuple[str, bytes]:
    plain = Path(name)
    return f"{plain.stem}-{fingerprint(raw)}{plain.suffix}", raw


def _written(
    contents: Sequence[tuple[str, bytes]], out: Path, cache: Path
) -> Mapping[str, BundledFile]:
    # The compressors let go of the interpreter: large files go side by side.
    with ThreadPoolExecutor() as pool:
        files = pool.map(partial(_write, out, cache), contents)
        return {name: file for (name, _), file in zip(contents, files, strict=True)}


def _write(out: Path, cache: Path, content: tuple[str, bytes]) -> BundledFile:
    name, raw = content
    path = f"{FOLDER}/{name}"
    target = out / path
    target.parent.mkdir(parents=True, exist_ok=True)
    made = compressed(raw, cache)
    for ending, form in (("", raw), (".gz", made.gzip), (".br", made.brotli)):
        target.with_name(target.name + ending).write_bytes(form)
    return BundledFile(path, len(raw), len(made.gzip), len(made.brotli), made.sha256)


def _integrity(file: BundledFile) -> str:
    return "sha256-" + b64encode(bytes.fromhex(file.sha256)).decode()


def _listing(bundle: Bundle) -> str:
    sizes = ("raw", "gzip", "brotli")
    total = {size: sum(getattr(file, size) for file in bundle.files) for size in sizes}
    files = [file._asdict() for file in bundle.files]
    listing = {
        "pyodide": version(),
        "start": dict(bundle.start),
        "total": total,
        "files": files,
    }
    return json.dumps(listing, indent=2) + "\n"
