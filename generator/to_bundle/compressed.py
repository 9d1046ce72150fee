"""Compresses files once for every server that can hand them out as they are."""

import gzip
import hashlib
from functools import partial
from pathlib import Path
from typing import NamedTuple

import brotli

from generator.to_bundle.cache import cached


class Compressed(NamedTuple):
    """What a content compresses to, and its hash in hexadecimal digits."""

    gzip: bytes
    brotli: bytes
    sha256: str


def compressed(raw: bytes, cache: Path) -> Compressed:
    """Compress as far as gzip and brotli go."""
    sha256 = hashlib.sha256(raw).hexdigest()
    place = cached(cache, "compressed", sha256, partial(_compress, raw), said=False)
    return Compressed((place / "gz").read_bytes(), (place / "br").read_bytes(), sha256)


def _compress(raw: bytes, made: Path) -> None:
    (made / "gz").write_bytes(gzip.compress(raw, compresslevel=9, mtime=0))
    (made / "br").write_bytes(brotli.compress(raw, quality=11))
