"""Which kind of data a file holds, by its place."""

from pathlib import Path

FOLDERS = {"articles": "article", "measures": "measure", "scenarios": "scenarios"}


def kind_of(file: Path) -> str:
    """The name of a file's schema."""
    return FOLDERS.get(file.parent.name, file.stem)
