"""The site does without mkdocs: its maintained successor writes the same bytes."""

import shutil
import subprocess
import sys
from pathlib import Path

from tests.browser.conftest import ROOT

BUILD = """
import sys
import properdocs.replacement
from pathlib import Path
from generator.commands.build import build
build(Path(sys.argv[1]), Path(sys.argv[1]) / "site")
assert sys.modules["mkdocs"].__name__ == "properdocs"
assert not [name for name, each in sys.modules.items()
            if name.startswith("mkdocs.") and not each.__name__.startswith("properdocs.")]
"""
"""The successor stands in for every module of mkdocs, as its own documentation shows."""


def test_properdocs_writes_the_same_site(small_site: Path, tmp_path: Path) -> None:
    project = tmp_path / "project"
    shutil.copytree(small_site.parent / "policy_data", project / "policy_data")
    (project / "build").symlink_to(ROOT / "build")
    subprocess.run(
        [sys.executable, "-c", BUILD, str(project)], cwd=ROOT, check=True, capture_output=True
    )
    sums = (project / "site" / "SHA256SUMS").read_text("utf-8")
    # The list of hashes covers every other file of the site.
    assert (small_site / "SHA256SUMS").read_text("utf-8") == sums
