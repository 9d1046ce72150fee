"""Tries the checker as a page starts it: under Node, with any runtime and library."""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from generator.to_bundle.exercise import requests_for
from generator.to_bundle.node import HERE, ToolError, run_script
from generator.to_bundle.runtime import lock

SAMPLE = HERE / "sample_rules.json"


class Outcome(NamedTuple):
    """What came of a trial.

    `answers` are the engine's JSON texts in the order of the requests, then how a fault of it
    reads; `modules` the names in the library of all that Python imported.
    """

    answers: list[str]
    modules: list[str]


def try_checker(
    runtime: Path,
    library: Path | None,
    engine: Path,
    rules: Path = SAMPLE,
    *,
    requests: Iterable[str] | None = None,
    imports: Iterable[str] = (),
) -> Outcome:
    """Start the checker and put requests to it, one of every kind if none are given.

    `library` None is the runtime's own; `imports` are modules to import besides. Raises ToolError
    where the checker does not start or refuses the rules.
    """
    asked = {
        "runtime": f"{runtime.resolve()}/",
        "library": library and str(library.resolve()),
        "lock": lock(),
        "engine": str(engine.resolve()),
        "rules": str(rules),
        "requests": list(requests or requests_for(json.loads(rules.read_bytes()))),
        "imports": list(imports),
    }
    done = run_script("run_checker.mjs", asked)
    if not json.loads(done["loaded"])["ok"]:
        message = f"the checker refuses {rules.name}: {done['loaded']}"
        raise ToolError(message)
    return Outcome(done["answers"], done["modules"])
