"""From the Pyodide package to the files that start Python in a page, cut to a checker's needs."""

import json
import shutil
from collections.abc import Mapping
from functools import partial
from pathlib import Path

from pyodide_lock import PyodideLockSpec

from generator.to_bundle.cache import cached, fingerprint, own_fingerprint
from generator.to_bundle.node import node_package, run_script

FILES = ("pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm")
# Leaves out of WebAssembly and glue what only extension modules could call. The tests put every
# request and every scenario to what is left; without such tests this must be off.
CUT = True


def version(package: str = "pyodide") -> str:
    """Return the version of an installed Node package."""
    return str(json.loads((node_package(package) / "package.json").read_text())["version"])


def lock() -> str:
    """Return Pyodide's lock without its long list of packages: the checker needs none of them."""
    whole = PyodideLockSpec.from_json(node_package("pyodide") / "pyodide-lock.json")
    return json.dumps({"info": whole.info.to_dict(), "packages": {}}, separators=(",", ":"))


def made_of() -> Mapping[str, str]:
    """Return the versions of CPython and Emscripten of which Pyodide is made."""
    info = PyodideLockSpec.from_json(node_package("pyodide") / "pyodide-lock.json").info
    return {
        "python": info.python,
        "emscripten": info.platform.removeprefix("emscripten_").replace("_", "."),
    }


def runtime(cache: Path) -> Path:
    """Return a folder of the cache with FILES."""
    tools = (version(each) for each in ("pyodide", "binaryen", "terser"))
    return cached(cache, "runtime", fingerprint(own_fingerprint(), *tools), partial(_make, cut=CUT))


def _make(made: Path, *, cut: bool) -> None:
    package = node_package("pyodide")
    if cut:
        run_script("cut_runtime.mjs", {"pyodide": str(package), "folder": str(made.resolve())})
        return
    for name in FILES:
        shutil.copyfile(package / name, made / name)
