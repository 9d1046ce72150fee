"""The page's own scripts and style sheet, minified into a folder named by their content."""

import re
from collections.abc import Mapping
from functools import partial
from pathlib import Path
from types import MappingProxyType

from generator.to_bundle.bundle import ENGINE, FOLDER
from generator.to_bundle.cache import cached, fingerprint, fingerprint_of, own_fingerprint
from generator.to_bundle.node import node_package, run_script

WEB = ENGINE / "web"
ENTRY = "policy-quiz.js"
STYLE = "policy-quiz.css"
SOURCES = ("*.js", "*.css")
IMPORT = re.compile(r"""from\s*["']\./([\w-]+\.js)["']""")


def page_scripts(out: Path, *, cache: Path, web: Path = WEB) -> Mapping[str, str]:
    """Write what the checker's page loads at once below a site's root.

    Returns paths from there: of its entry `script`, of its `style`, and of the `modules` that the
    entry imports, one space between them. The modules import each other by name, so the folder
    carries the hash. Raises ToolError.
    """
    made = cached(
        cache,
        "page",
        fingerprint(fingerprint_of(web, SOURCES), own_fingerprint()),
        partial(_minify, web),
    )
    folder = f"{FOLDER}/page-{fingerprint_of(made, SOURCES)}"
    target = out / folder
    target.mkdir(parents=True, exist_ok=True)
    for file in sorted(made.iterdir()):
        (target / file.name).write_bytes(file.read_bytes())
    modules = " ".join(f"{folder}/{name}" for name in _imported(made))
    return MappingProxyType(
        {"script": f"{folder}/{ENTRY}", "style": f"{folder}/{STYLE}", "modules": modules}
    )


def _imported(folder: Path) -> list[str]:
    """The modules that the entry imports at once, those that they import included."""
    found, wanted = [], [ENTRY]
    while wanted:
        text = (folder / wanted.pop()).read_text(encoding="utf-8")
        new = [name for name in IMPORT.findall(text) if name not in found]
        found += new
        wanted += new
    return sorted(found)


def _minify(web: Path, made: Path) -> None:
    files = sorted(file for pattern in SOURCES for file in web.glob(pattern))
    scripts = {file.name: file.read_text(encoding="utf-8") for file in files}
    terser = str(node_package("terser") / "main.js")
    for name, text in run_script("minify.mjs", {"terser": terser, "files": scripts}).items():
        (made / name).write_text(text, encoding="utf-8")
