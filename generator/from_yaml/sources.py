"""The data files of a project, read and validated one by one, with every problem kept."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path as Folder
from typing import Any

from pydantic import ValidationError

from generator.from_yaml import wording
from generator.from_yaml.kind import adapter, schema
from generator.from_yaml.tree import MOST_BYTES, Tree, read_tree
from generator.policy.problem import Path, Problem


@dataclass
class Sources:
    """What was read so far: trees by file, and the problems found."""

    project: Folder
    languages: tuple[str, ...] = ()
    trees: dict[str, Tree] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def tree(self, file: str, *, needed: bool = True) -> Tree | None:
        """Read one file, each only once; `needed` says that its absence is a problem."""
        if file in self.trees:
            return self.trees[file]
        try:
            with (self.project / file).open("rb") as stream:
                data = stream.read(MOST_BYTES + 1)
        except FileNotFoundError:
            if needed:
                self.refuse(file, (), "this file is missing")
            return None
        except OSError as error:
            self.refuse(file, (), f"this file cannot be read: {error.strerror}")
            return None
        tree = self.trees[file] = read_tree(file, data)
        self.problems.extend(tree.problems)
        return tree

    def value(self, kind: str, file: str, *, needed: bool = True) -> Any:
        """The valid value of a file, or None with its problems noted."""
        tree = self.tree(file, needed=needed)
        if tree is None or tree.problems:
            return None
        try:
            context = {"languages": self.languages}
            return adapter(kind).validate_python(tree.value, strict=True, context=context)
        except ValidationError as error:
            self._note(kind, tree, error)
        return None

    def _note(self, kind: str, tree: Tree, errors: ValidationError) -> None:
        for error in errors.errors(include_url=False):
            path = wording.place(error, tree.value)
            self.refuse(tree.file, path, wording.message(error, path, schema(kind)))

    def refuse(self, file: str, path: Path, message: str) -> None:
        """Note a problem; its line is looked up."""
        self.problems.append(self.placed(Problem(file=file, path=path, message=message)))

    def add(self, problems: Iterable[Problem]) -> None:
        """Note problems that were found elsewhere."""
        self.problems.extend(map(self.placed, problems))

    def placed(self, problem: Problem) -> Problem:
        """The same problem with its line, where the file was read."""
        tree = self.trees.get(problem.file)
        if tree is None or problem.line is not None:
            return problem
        return problem.model_copy(update={"line": tree.line(problem.path)})

    def keys(self, file: str) -> tuple[str, ...] | None:
        """The keys of a file, valid or not: what others may refer to; None where it tells none."""
        tree = self.trees.get(file)
        value = tree.value if tree else None
        if isinstance(value, Mapping):
            return tuple(value)
        return None if any(problem.file == file for problem in self.problems) else ()

    def names(self, folder: str, ending: str = "") -> tuple[str, ...]:
        """The names in a folder in order, hidden ones left out; none where it is missing."""
        place = self.project / folder
        if not place.is_dir():
            return ()
        names = (each.name for each in place.iterdir() if not each.name.startswith("."))
        return tuple(sorted(name for name in names if name.endswith(ending)))
