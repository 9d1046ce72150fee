"""`mingbai check`: every problem of the data at once; nothing is written."""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from generator.commands.options import add_project
from generator.commands.progress import step
from generator.from_yaml.load import read
from generator.policy.policy import Policy
from generator.policy.problem import Problems
from generator.to_rules.rules import compiled_rules

HELP = "find every problem of the data; write nothing"


def add_options(parser: ArgumentParser) -> None:
    """The options of this command."""
    add_project(parser)


def run(arguments: Namespace) -> int:
    """Check, and say what was checked."""
    with step("Checking the data"):
        policy = checked(arguments.project)
    for document in policy.documents.values():
        counts = (
            (len(document.articles), "articles"),
            (len(document.measures), "measures"),
            (len(document.scenarios), "scenarios"),
        )
        print(f"{document.id}: " + ", ".join(f"{count} {what}" for count, what in counts))
    print("No problems.")
    return 0


def checked(project: Path) -> Policy:
    """The policy of a project; raises Problems, all of them, with file and line."""
    loaded = read(project)
    problems = compiled_rules(loaded.policy).problems
    if problems:
        raise Problems(map(loaded.placed, problems))
    return loaded.policy
