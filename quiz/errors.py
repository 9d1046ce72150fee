"""The typed errors of the engine, and the nearest allowed name."""

from collections.abc import Iterable


class QuizError(Exception):
    """What is wrong with a request: a code, the place, what is allowed, and the nearest allowed
    name.
    """

    def __init__(
        self, code: str, path: str = "", allowed: Iterable[str] = (), wrong: str = ""
    ) -> None:
        super().__init__(code, path)
        self.code = code
        self.path = path
        self.allowed = tuple(allowed)
        self.did_you_mean = nearest(wrong, self.allowed) if wrong else None


def nearest(wrong: str, allowed: Iterable[str]) -> str | None:
    """Return the allowed name closest to a wrong one, or None where none is within a third of its
    length.
    """
    short = wrong[:80]
    found = [(distance(short, name), name) for name in allowed if abs(len(name) - len(short)) < 4]
    steps, name = min(found, default=(len(short) + 3, ""))
    return name if 3 * steps <= len(short) + 2 else None


def distance(left: str, right: str) -> int:
    """Count the insertions, deletions and replacements that turn one word into the other."""
    above = list(range(len(right) + 1))
    for row, one in enumerate(left, start=1):
        line = [row]
        for column, other in enumerate(right):
            line.append(
                min(above[column + 1] + 1, line[column] + 1, above[column] + (one != other))
            )
        above = line
    return above[-1]
