"""What the checks hand back: problems, and lines that say what was found to be whole."""

from collections.abc import Iterable
from dataclasses import dataclass

from generator.policy.problem import Problem


@dataclass(frozen=True)
class Finding:
    """Problems that must be mended, and notes for whoever ran the check."""

    problems: tuple[Problem, ...] = ()
    notes: tuple[str, ...] = ()


def joined(findings: Iterable[Finding]) -> Finding:
    """All findings in one."""
    found = tuple(findings)
    return Finding(
        tuple(problem for each in found for problem in each.problems),
        tuple(note for each in found for note in each.notes),
    )
