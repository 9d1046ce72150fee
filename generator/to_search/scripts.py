"""The scripts of the search page: minified modules in a folder that is named by their content."""

from functools import partial
from pathlib import Path

from generator.to_bundle.cache import cached, fingerprint_of
from generator.to_bundle.node import node_package, run_script

SOURCES = Path(__file__).parent.parent / "theme" / "search"
ENTRY = "search.js"
ENGINE = "minisearch"
FILES = ("*.js", "*.txt")


def search_scripts(folder: Path, *, cache: Path) -> tuple[str, ...]:
    """Write the scripts below a site's root; returns their addresses from there, the entry first.

    Raises ToolError where Node or a package of it is missing.
    """
    engine = node_package(ENGINE)
    key = f"{fingerprint_of(SOURCES, FILES)}-{fingerprint_of(engine, ('package.json',))}"
    made = cached(cache, "search", key, partial(_minify, engine))
    place = f"assets/search-{fingerprint_of(made, FILES)}"
    target = folder / place
    target.mkdir(parents=True, exist_ok=True)
    for file in sorted(made.iterdir()):
        (target / file.name).write_bytes(file.read_bytes())
    modules = sorted(file.name for file in made.glob("*.js"))
    return tuple(f"{place}/{name}" for name in sorted(modules, key=lambda name: name != ENTRY))


def _minify(engine: Path, made: Path) -> None:
    """The modules import each other by name; the engine lies beside them, with its licence."""
    files = {file.name: file.read_text("utf-8") for file in sorted(SOURCES.glob("*.js"))}
    files[f"{ENGINE}.js"] = (engine / "dist" / "es" / "index.js").read_text("utf-8")
    terser = str(node_package("terser") / "main.js")
    for name, text in run_script("minify.mjs", {"terser": terser, "files": files}).items():
        (made / name).write_text(text.replace(f'"{ENGINE}"', f'"./{ENGINE}.js"'), "utf-8")
    licence = (engine / "LICENSE.txt").read_text("utf-8")
    (made / f"{ENGINE}.LICENSE.txt").write_text(licence, "utf-8")
