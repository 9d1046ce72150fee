"""Small projects for tests, and every problem that the whole chain finds in one."""

import shutil
from pathlib import Path

from generator.check.proofs import proofs
from generator.from_yaml.load import read
from generator.policy.problem import Problems

ROOT = Path(__file__).parent.parent
SMALL = ROOT / "tests" / "data" / "small"
"""A project with one article and two measures: what bad files are put into."""

INVENTED = ROOT / "generator" / "new_project"
"""The project that `mingbai new` copies."""


def with_file(folder: Path, file: str, content: bytes) -> Path:
    """A copy of the small project in `folder`, one of its files replaced or added."""
    shutil.copytree(SMALL, folder, dirs_exist_ok=True)
    (folder / file).parent.mkdir(parents=True, exist_ok=True)
    (folder / file).write_bytes(content)
    return folder


def problems_of(project: Path) -> list[str]:
    """Every problem of a project, one line each, as the command prints them."""
    try:
        loaded = read(project)
    except Problems as found:
        return [str(problem) for problem in found.problems]
    finding = proofs(loaded.policy, with_rules_tried=True)
    return [str(problem) for problem in Problems(map(loaded.placed, finding.problems)).problems]
