"""The engine and the rules for re-users, with five lines of Python that evaluate."""

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path

from generator.policy.frozen import plain
from generator.policy.policy import Policy

FOLDER = "downloads/"
SAMPLE = Path(__file__).parent.parent / "templates" / "machine" / "evaluate.py.txt"


def downloads(policy: Policy, rules_json: bytes, wheel: Path) -> Mapping[str, bytes]:
    """The wheel, rules.json, a sample request and script, and their hashes in SHA256SUMS.

    Everything in the folder runs as it is, with any Python that the wheel allows. `wheel` is the
    engine's, in sources.
    """
    files = {
        wheel.name: wheel.read_bytes(),
        "rules.json": rules_json,
        "request.json": _request(policy),
        "evaluate.py": SAMPLE.read_text("utf-8").replace("{wheel}", wheel.name).encode(),
    }
    files["SHA256SUMS"] = hashes(files)
    return {FOLDER + name: content for name, content in files.items()}


def hashes(files: Mapping[str, bytes]) -> bytes:
    """Lines that `sha256sum --check` reads."""
    lines = (f"{hashlib.sha256(files[name]).hexdigest()}  {name}\n" for name in sorted(files))
    return "".join(lines).encode()


def _request(policy: Policy) -> bytes:
    """What the first scenario of the first document answers, as a request to the engine."""
    scenarios = (
        scenario
        for document in policy.documents.values()
        for scenario in document.scenarios.values()
    )
    first = next(scenarios, None)
    answers = plain(first.answers) if first else {}
    as_of = first.as_of if first else max(each.frame.signed for each in policy.documents.values())
    request = {"answers": answers, "as_of": as_of, "want": ["verdicts", "totals"]}
    return (json.dumps(request, ensure_ascii=False, indent=1) + "\n").encode()
