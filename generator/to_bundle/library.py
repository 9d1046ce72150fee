"""From Python's standard library to the part of it that the checker imports, compiled."""

import json
import zipfile
from collections.abc import Iterable
from functools import partial
from pathlib import Path

from generator.to_bundle.cache import cached, fingerprint, own_fingerprint
from generator.to_bundle.engine import compile_archive, engine_imports, engine_key, engine_wheel
from generator.to_bundle.node import ToolError, node_package
from generator.to_bundle.runtime import runtime, version
from generator.to_bundle.trial import try_checker

WHOLE = "python_stdlib.zip"


def library(engine: Path, cache: Path) -> Path:
    """Return an archive in the cache: the standard library as far as the engine needs it.

    What it needs is what Python has imported after a trial that does all that the engine can.
    Raises ToolError where the checker answers differently with it and the cut runtime than with
    plain Pyodide.
    """
    key = fingerprint(version(), engine_key(engine), own_fingerprint())
    listed = cached(cache, "modules", key, partial(_make_list, engine, cache))
    modules = json.loads((listed / "modules.json").read_text())
    key = fingerprint(version(), own_fingerprint(), *modules)
    return cached(cache, "library", key, partial(_make, engine, cache, modules)) / WHOLE


def _make_list(engine: Path, cache: Path, made: Path) -> None:
    wheel, imports = engine_wheel(engine, cache), engine_imports(engine)
    done = try_checker(node_package("pyodide"), None, wheel, imports=imports)
    (made / "modules.json").write_text(json.dumps(done.modules))


def _make(engine: Path, cache: Path, modules: Iterable[str], made: Path) -> None:
    package, wheel = node_package("pyodide"), engine_wheel(engine, cache)
    with zipfile.ZipFile(package / WHOLE) as whole, zipfile.ZipFile(made / WHOLE, "w") as cut:
        for name in sorted(modules):
            cut.writestr(zipfile.ZipInfo(name), whole.read(name))
    compile_archive(made / WHOLE)
    plain, ours = (
        try_checker(package, None, wheel),
        try_checker(runtime(cache), made / WHOLE, wheel),
    )
    if plain.answers != ours.answers:
        message = "the checker answers differently with the cut Python"
        raise ToolError(message)
