"""From the Pyodide package to the files that start Python in a page, cut to a checker's needs."""

import json
import shutil
import zipfile
from collections.abc import Iterable
from functools import partial
from pathlib import Path

from pyodide_lock import PyodideLockSpec

from generator.to_bundle.cache import cached, fingerprint, own_fingerprint
from generator.to_bundle.engine import compile_archive, engine_imports, engine_key, engine_wheel
from generator.to_bundle.exercise import requests_for
from generator.to_bundle.node import HERE, ToolError, node_package, run_script

FILES = ("pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm")
LIBRARY = "python_stdlib.zip"
SAMPLE = HERE / "sample_rules.json"


def version() -> str:
    """Return the version of the installed Pyodide."""
    return str(json.loads((node_package("pyodide") / "package.json").read_text())["version"])


def lock() -> str:
    """Return Pyodide's lock without its long list of packages: the checker needs none of them."""
    whole = PyodideLockSpec.from_json(node_package("pyodide") / "pyodide-lock.json")
    return json.dumps({"info": whole.info.to_dict(), "packages": {}}, separators=(",", ":"))


def runtime(engine: Path, cache: Path) -> Path:
    """Return a folder of the cache with FILES and a LIBRARY cut to what the checker imports."""
    key = fingerprint(version(), engine_key(engine), own_fingerprint())
    listed = cached(cache, "modules", key, partial(_make_list, engine, cache))
    modules = json.loads((listed / "modules.json").read_text())
    key = fingerprint(version(), own_fingerprint(), *modules)
    return cached(cache, "runtime", key, partial(_make_runtime, engine, cache, modules))


def _make_list(engine: Path, cache: Path, made: Path) -> None:
    done = run_checker(
        node_package("pyodide"), engine_wheel(engine, cache), None, engine_imports(engine)
    )
    (made / "modules.json").write_text(json.dumps(done["modules"]))


def _make_runtime(engine: Path, cache: Path, modules: Iterable[str], made: Path) -> None:
    package = node_package("pyodide")
    for name in FILES:
        shutil.copyfile(package / name, made / name)
    _cut_library(package / LIBRARY, modules, made / LIBRARY)
    wheel = engine_wheel(engine, cache)
    whole, cut = (run_checker(package, wheel, None), run_checker(made, wheel, made / LIBRARY))
    if whole["answers"] != cut["answers"]:
        message = "the checker answers differently with the cut standard library"
        raise ToolError(message)


def run_checker(
    folder: Path,
    wheel: Path,
    library: Path | None,
    imports: Iterable[str] = (),
    rules: Path = SAMPLE,
) -> dict[str, list[str]]:
    """Start the checker under Node with a folder's runtime and put every kind of request to it.

    Returns `answers` (JSON texts of the engine, in the order of `requests_for`) and `modules`
    (names in the library of all that Python imported, `imports` included). Raises ToolError where
    it does not start or refuses the rules.
    """
    asked = {
        "runtime": f"{folder.resolve()}/",
        "library": library and str(library.resolve()),
        "lock": lock(),
        "engine": str(wheel.resolve()),
        "rules": str(rules),
        "requests": requests_for(json.loads(rules.read_bytes())),
        "imports": list(imports),
    }
    done: dict[str, list[str]] = run_script("run_checker.mjs", asked)
    if not json.loads(str(done["loaded"]))["ok"]:
        message = f"the checker refuses {rules.name}: {done['loaded']}"
        raise ToolError(message)
    return done


def _cut_library(whole: Path, modules: Iterable[str], library: Path) -> None:
    with zipfile.ZipFile(whole) as source, zipfile.ZipFile(library, "w") as kept:
        for name in sorted(modules):
            kept.writestr(zipfile.ZipInfo(name), source.read(name))
    compile_archive(library)
