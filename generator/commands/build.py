"""`mingbai build`: the whole site, or the previous one untouched."""

import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

from generator.commands.check import checked
from generator.commands.options import add_project
from generator.commands.progress import details, step
from generator.commands.replace import RefusedError, replaced

HELP = "build the site"


def add_options(parser: ArgumentParser) -> None:
    """The options of this command."""
    add_project(parser)
    parser.add_argument(
        "--out",
        type=Path,
        metavar="DIR",
        help="where the site goes (default: site/ in the project)",
    )


def run(arguments: Namespace) -> int:
    """Check, then build beside the previous site, then put it in its place."""
    out = arguments.out or arguments.project / "site"
    try:
        build(arguments.project, out)
    except RefusedError as refused:
        print(refused)
        return 2
    except OSError as failed:
        # A tool that is missing or fails, a full disk: nothing that the writer of data did.
        print(failed, file=sys.stderr)
        return 1
    print(f"The site is in {out}.")
    return 0


def build(project: Path, out: Path) -> None:
    """Build a project's site into `out`; raises Problems or RefusedError before it changes."""
    # mkdocs is heavy to import, and the other commands do without.
    from generator.site.build import build_site  # noqa: PLC0415

    with step("Checking the data"):
        policy = checked(project)
    with replaced(out, project) as folder, step("Building the site"), details():
        build_site(policy, project, folder)
