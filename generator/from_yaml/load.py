"""From the data files to a valid policy, or to every problem of every file at once."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path as Folder
from types import MappingProxyType
from typing import Any

from generator.from_yaml.document import documents
from generator.from_yaml.references import references
from generator.from_yaml.shapes import shapes
from generator.from_yaml.sources import Sources
from generator.policy import files
from generator.policy.policy import Policy
from generator.policy.problem import Problem, Problems
from generator.policy.site import Site


@dataclass(frozen=True)
class Loaded:
    """A valid policy with its sources, which know the line of everything."""

    policy: Policy
    sources: Sources

    def placed(self, problem: Problem) -> Problem:
        """A problem found later, with its line."""
        return self.sources.placed(problem)


def load(project: Folder) -> Policy:
    """The policy below `project`; raises Problems with all problems of all files."""
    return read(project).policy


def read(project: Folder) -> Loaded:
    """The policy and its sources; raises Problems with all problems of all files."""
    sources = Sources(project)
    parts = _parts(sources)
    if not sources.problems or parts["site"] is not None:
        sources.add(shapes(parts))
        sources.add(references(parts, sources))
    if sources.problems:
        raise Problems(sources.problems)
    return Loaded(Policy(**parts), sources)


def _parts(sources: Sources) -> dict[str, Any]:
    """What the files hold; None or left out where a file is not valid."""
    tree = sources.tree(files.SITE)
    written = tree.value.get("languages") if tree and isinstance(tree.value, Mapping) else None
    sources.languages = tuple(written) if isinstance(written, Mapping) else ()
    site: Site | None = sources.value("site", files.SITE)
    return {
        "site": site,
        "departments": sources.value("departments", files.DEPARTMENTS) or {},
        "audiences": sources.value("audiences", files.AUDIENCES) or {},
        "terms": sources.value("terms", files.TERMS, needed=False) or {},
        "questions": sources.value("questions", files.QUESTIONS, needed=False) or {},
        "changes": sources.value("changes", files.CHANGES, needed=False) or (),
        "proof": sources.value("proof", files.PROOF, needed=False),
        "documents": MappingProxyType(documents(sources, site.documents if site else ())),
    }
