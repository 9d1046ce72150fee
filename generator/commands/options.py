"""The options that several commands share."""

from argparse import ArgumentParser
from pathlib import Path


def add_project(parser: ArgumentParser) -> None:
    """`--project DIR`: the folder that holds `policy_data/`; the current one by default."""
    parser.add_argument(
        "--project",
        type=Path,
        default=Path(),
        metavar="DIR",
        help="the folder that holds policy_data/ (default: the current folder)",
    )
