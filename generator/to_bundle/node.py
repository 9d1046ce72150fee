"""Runs the scripts of in_node/ and finds what they need."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
# The earliest time that a zip archive can hold: no file of the bundle tells when it was built.
EPOCH = "315532800"


class ToolError(OSError):
    """A tool that makes the bundle is missing or failed; the message says which, and what to do."""


def node_package(name: str) -> Path:
    """Return the folder of an installed Node package; ToolError where there is none."""
    for root in (HERE.parents[1], Path.cwd()):
        folder = root / "node_modules" / name
        if folder.is_dir():
            return folder
    message = f"the Node package {name} is not installed: run make setup"
    raise ToolError(message)


def run_script(script: str, asked: Mapping[str, Any]) -> Any:
    """Run a script of in_node/ and return the JSON that it prints; ToolError where it fails."""
    command = [_node(), str(HERE / "in_node" / script)]
    return json.loads(run(command, given=json.dumps(asked)))


def run(command: list[str], given: str = "") -> str:
    """Run a command far from the user's time zone and clock, and return what it prints."""
    # Emscripten takes the time zone from the host, and archives hold local times.
    surroundings = os.environ | {"TZ": "UTC", "SOURCE_DATE_EPOCH": EPOCH, "PYTHONHASHSEED": "0"}
    done = subprocess.run(
        command,
        input=given,
        capture_output=True,
        text=True,
        encoding="utf-8",
        env=surroundings,
        check=False,
    )
    if done.returncode:
        message = f"{Path(command[0]).name} {Path(command[1]).name} failed:\n{done.stderr[-4000:]}"
        raise ToolError(message)
    return done.stdout


def _node() -> str:
    beside_python = Path(sys.executable).parent
    found = shutil.which(
        "node", path=os.pathsep.join([str(beside_python), os.environ.get("PATH", "")])
    )
    if found is None:
        message = "Node.js is not installed: run make setup"
        raise ToolError(message)
    return found
