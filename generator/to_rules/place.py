"""Where the compiler stands in the data, and the problems it found there."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from generator.policy.problem import Path, Problem, suggested


@dataclass(frozen=True)
class Place:
    """A place in a data file; all places of a run share one list of problems."""

    file: str
    path: Path = ()
    found: list[Problem] = field(default_factory=list)

    def at(self, *steps: str | int) -> "Place":
        """A place further in."""
        return Place(self.file, (*self.path, *steps), self.found)

    def refuse(self, message: str) -> None:
        """Note what is wrong here."""
        self.found.append(Problem(file=self.file, path=self.path, message=message))

    def unknown(self, kind: str, name: str, known: Iterable[str]) -> None:
        """Note a name that nothing defines, with the nearest one that is."""
        self.refuse(f"no {kind} is called '{name}'{suggested(name, known)}")
