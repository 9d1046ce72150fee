"""Compresses files once for every server that can hand them out as they are."""

import gzip
import hashlib
from functools import partial
from pathlib import Path
from typing import NamedTuple

import brotli

from generator.to_bundle.cache import cached

WIDEST = 22
"""How far brotli looks back, in bytes as a power of two; each step doubles the memory it takes."""


class Compressed(NamedTuple):
    """What a content compresses to, and its hash in hexadecimal digits."""

    gzip: bytes
    brotli: bytes
    sha256: str


def compressed(raw: bytes, cache: Path, window: int = WIDEST) -> Compressed:
    """Compress as far as gzip and brotli go; `window` matters to contents that are larger."""
    sha256 = hashlib.sha256(raw).hexdigest()
    make = partial(_compress, raw, window)
    place = cached(cache, f"compressed-{window}", sha256, make, said=False)
    return Compressed((place / "gz").read_bytes(), (place / "br").read_bytes(), sha256)


def _compress(raw: bytes, window: int, made: Path) -> None:
    (made / "gz").write_bytes(gzip.compress(raw, compresslevel=9, mtime=0))
    (made / "br").write_bytes(brotli.compress(raw, quality=11, lgwin=window))
