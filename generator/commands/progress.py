"""Says on standard error what lasts, so that standard output stays for results."""

import logging
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def step(doing: str) -> Iterator[None]:
    """Print what is done now, and how long it took if that was more than a second."""
    print(f"{doing} …", file=sys.stderr, flush=True)
    start = time.monotonic()
    yield
    taken = time.monotonic() - start
    if taken > 1:
        print(f"{doing}: {taken:.1f} s", file=sys.stderr, flush=True)


@contextmanager
def details() -> Iterator[None]:
    """Print what a step says of its own progress."""
    log, lines = logging.getLogger("mingbai"), logging.StreamHandler()
    lines.setFormatter(logging.Formatter("  %(message)s …"))
    log.addHandler(lines)
    log.setLevel(logging.INFO)
    yield
    log.removeHandler(lines)
