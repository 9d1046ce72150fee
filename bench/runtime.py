"""The checker's own Python in a worker of a real browser, for whatever is measured there."""

import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

ROOT = Path(__file__).parents[1]
CACHE = ROOT / "build" / "bundle"
PAGES = "start_pages"
ROLES = ("library", "engine", "rules")
PUT = """([address, message]) => new Promise((resolve, reject) => {
  const worker = new Worker(address, { type: "module" });
  worker.onmessage = ({ data }) => { worker.terminate(); resolve(data); };
  worker.onerror = (event) => reject(new Error(event.message));
  worker.postMessage(message);
})"""


def lay_out(root: Path) -> None:
    """Put the checker's scripts and the pages of measures below a folder that is served."""
    shutil.copytree(ROOT / "quiz" / "web", root / "web")
    shutil.copytree(Path(__file__).parent / PAGES, root / PAGES)


def files(address: str, start: Mapping[str, str]) -> dict[str, str]:
    """Return what `startPython` is told, as absolute addresses, from what a bundle says."""
    folder = f"{address}/{start['runtime']}"
    return {
        **{role: f"{address}/{start[role]}" for role in ROLES},
        "folder": folder,
        "pyodide": f"{folder}pyodide.mjs",
        "glue": f"{folder}pyodide.asm.mjs",
        "wasm": f"{folder}pyodide.asm.wasm",
        "lock": start["lock"],
        "start": f"{address}/web/runtime.js",
    }


def put(page: Page, address: str, script: str, message: Mapping[str, Any]) -> Any:
    """Send one message to a new worker; return its reply, RuntimeError for its problem.

    The page must be one of the same address.
    """
    done = page.evaluate(PUT, [f"{address}/{PAGES}/{script}", message])
    if problem := done.get("problem"):
        raise RuntimeError(problem)
    return done
