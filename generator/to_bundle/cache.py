"""Keeps what is slow to make, under a name that says what it was made from."""

import hashlib
import logging
from collections.abc import Callable, Iterable
from pathlib import Path
from tempfile import TemporaryDirectory

DIGITS = 12
LOG = logging.getLogger("mingbai")
HERE = Path(__file__).parent


def cached(
    cache: Path, name: str, key: str, make: Callable[[Path], None], *, said: bool = True
) -> Path:
    """Return the folder `name-key` of the cache; where it is not there, let `make` fill it first.

    What takes long enough to be waited for is `said`. Builds may run at the same time: a folder
    appears whole or not at all, and the first one stays.
    """
    place = cache / f"{name}-{key}"
    if place.is_dir():
        return place
    LOG.log(logging.INFO if said else logging.DEBUG, "making: %s", name)
    cache.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(dir=cache, prefix="making-") as workshop:
        made = Path(workshop) / "made"
        made.mkdir()
        make(made)
        try:
            made.rename(place)
        except OSError:
            if not place.is_dir():
                raise
    return place


def fingerprint(*parts: bytes | str) -> str:
    """Return a short hash of the parts, each told apart from its neighbours."""
    whole = hashlib.sha256()
    for part in parts:
        content = part.encode() if isinstance(part, str) else part
        whole.update(len(content).to_bytes(8) + content)
    return whole.hexdigest()[:DIGITS]


def fingerprint_of(folder: Path, patterns: Iterable[str]) -> str:
    """Return a short hash of the names and contents of a folder's files that match a pattern."""
    files = sorted(
        {file for pattern in patterns for file in folder.glob(pattern) if file.is_file()}
    )
    return fingerprint(*(part for file in files for part in (file.name, file.read_bytes())))


def own_fingerprint() -> str:
    """Return a short hash of the code that makes the bundle: its change makes everything anew."""
    return fingerprint_of(HERE, ("*.py", "*.json", "*/*.py", "*/*.mjs"))
