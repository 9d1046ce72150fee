"""`mingbai new`: a small complete project with an invented document, to begin from."""

import shutil
from argparse import ArgumentParser, Namespace
from pathlib import Path

HELP = "make a small complete project to begin from"

MODEL = Path(__file__).parent.parent / "new_project"
"""The invented project: a town's opinions on rooftop gardens and repair shops."""


BUILT = shutil.ignore_patterns("build", "site")
"""What a build of the model itself leaves in its folder."""

SCHEMAS = MODEL.parent / "schemas"
"""What an editor's YAML plug-in completes and checks the data with."""


def add_options(parser: ArgumentParser) -> None:
    """The options of this command."""
    parser.add_argument("folder", type=Path, metavar="DIR", help="a folder that is not there yet")


def run(arguments: Namespace) -> int:
    """Copy the invented project; refuse a folder that holds anything."""
    folder: Path = arguments.folder
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        print(f"{folder} holds something already; name a folder that is not there yet")
        return 2
    shutil.copytree(MODEL, folder, dirs_exist_ok=True, ignore=BUILT)
    shutil.copytree(
        SCHEMAS, folder / "schemas", ignore=shutil.ignore_patterns("*.py", "__pycache__")
    )
    print(f"A small project is in {folder}. Build it: mingbai build --project {folder}")
    return 0
