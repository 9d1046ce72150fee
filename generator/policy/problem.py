"""What is wrong with the data, and where: every room that finds fault speaks in these."""

from collections.abc import Iterable
from difflib import get_close_matches

from generator.policy.frozen import Frozen

type Path = tuple[str | int, ...]
"""The keys and indexes that lead to a place in a data file: `("conditions", 2, "if")`."""


class Problem(Frozen):
    """One mistake in the data: what is wrong, then what is allowed."""

    file: str
    path: Path
    message: str
    line: int | None = None

    def __str__(self) -> str:
        """One line: `file:line: path: message`."""
        place = self.file if self.line is None else f"{self.file}:{self.line}"
        return ": ".join(part for part in (place, written(self.path), self.message) if part)


class Problems(Exception):  # noqa: N818 - it is many, and it is a noun that rooms hand on
    """All problems of a run, in the order of files and lines."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        """Sort and keep the problems, each once."""
        unique = {str(problem): problem for problem in problems}
        self.problems = tuple(sorted(unique.values(), key=_order))
        super().__init__("\n".join(map(str, self.problems)))


def _order(problem: Problem) -> tuple[str, int, str]:
    return problem.file, problem.line or 0, str(problem)


def written(path: Path) -> str:
    """A path as people write it: `conditions[2].if`."""
    parts = (f"[{part}]" if isinstance(part, int) else f".{part}" for part in path)
    return "".join(parts).removeprefix(".")


def suggested(name: str, known: Iterable[str]) -> str:
    """The end of a message: `; did you mean 'x'?`, or nothing where no name is near."""
    near = get_close_matches(name, list(known), n=1, cutoff=0.6)
    return f"; did you mean '{near[0]}'?" if near else ""


def listed(names: Iterable[str]) -> str:
    """Names for a message: `'a', 'b' or 'c'`."""
    *rest, last = [f"'{name}'" for name in names] or ["nothing"]
    return f"{', '.join(rest)} or {last}" if rest else last
