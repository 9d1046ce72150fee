"""`mingbai check`: every problem of the data at once; nothing is written."""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from generator.check.finding import Finding
from generator.check.proofs import proofs
from generator.commands.options import add_project
from generator.commands.progress import step
from generator.from_yaml.load import read
from generator.policy.policy import Policy
from generator.policy.problem import Problems

HELP = "find every problem of the data; write nothing"


def add_options(parser: ArgumentParser) -> None:
    """The options of this command."""
    add_project(parser)


def run(arguments: Namespace) -> int:
    """Check, and say what was checked."""
    with step("Checking the data"):
        policy, finding = _checked(arguments.project, with_rules_tried=True)
    for document in policy.documents.values():
        counts = (
            (len(document.articles), "articles"),
            (len(document.measures), "measures"),
        )
        print(f"{document.id}: " + ", ".join(f"{count} {what}" for count, what in counts))
    for note in finding.notes:
        print(note)
    print("No problems.")
    return 0


def checked(project: Path) -> Policy:
    """The policy of a project; raises Problems, all of them, with file and line.

    The rules are not tried on scenarios: that is a test of theirs, and no page rests on it.
    """
    return _checked(project, with_rules_tried=False)[0]


def _checked(project: Path, *, with_rules_tried: bool) -> tuple[Policy, Finding]:
    loaded = read(project)
    finding = proofs(loaded.policy, with_rules_tried=with_rules_tried)
    if finding.problems:
        raise Problems(map(loaded.placed, finding.problems))
    return loaded.policy, finding
