"""Builds the whole site into a folder."""

import gc
import logging
import re
import shutil
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig

from generator.policy.policy import Policy
from generator.site.assets import THEME, assets
from generator.site.machine import close, write_machine_files
from generator.site.plugin import SitePlugin
from generator.to_bundle.bundle import to_bundle
from generator.to_bundle.page_scripts import page_scripts
from generator.to_pages.checker.rulebook import Rulebook
from generator.to_pages.edition import Edition
from generator.to_pages.embed import with_embedded
from generator.to_pages.page import Page
from generator.to_pages.pages import editions, to_pages
from generator.to_rules.rules import to_rules
from generator.to_search.search import to_search

SETTINGS = Path(__file__).parent / "mkdocs.yml"
EMPTY = THEME / "no_docs"
"""Stands for docs/ in a project that has no hand-written pages."""

SELDOM = 10_000
"""How many new objects the collector waits for while a site is made: more than it usually does."""

HEADER = ("check", "documents", "audiences", "overview", "glossary")
FOOTER = (
    "departments",
    "changes",
    "about",
    "privacy",
    "accessibility",
    "editors",
    "integrators",
    "data",
    "architecture",
    "proof",
)


def build_site(policy: Policy, project: Path, out: Path) -> None:
    """Write every page and asset of `policy` below `out`, with the prose of `project`/docs.

    What is slow to make is kept in `project`/build. Raises Problems where the rules are wrong, and
    ToolError where the checker's runtime cannot be made.
    """
    logging.getLogger("mkdocs").setLevel(logging.WARNING)
    logging.getLogger("mkdocs.structure.pages").addFilter(_stays_in_docs)
    cache = project / "build" / "bundle"
    with _collected_seldom():
        _write(policy, project, out, cache)
    # Thousands of pages are gone by now: there is memory for packing.
    close(out, cache)


@contextmanager
def _collected_seldom() -> Iterator[None]:
    """Little of what a page is made from holds itself: the collector need not come so often."""
    usual = gc.get_threshold()
    gc.set_threshold(SELDOM, *usual[1:])
    try:
        yield
    finally:
        gc.set_threshold(*usual)
        gc.collect()


def _write(policy: Policy, project: Path, out: Path, cache: Path) -> None:
    """Every file of the site that can be made without knowing all the others."""
    with TemporaryDirectory(prefix=".bundle-", dir=out.parent) as beside:
        # mkdocs empties `out` first, so the checker's files wait beside it.
        folder = Path(beside)
        rules = to_rules(policy)
        spoken = editions(policy, _rulebook(policy, rules, folder, cache))
        pages = [*to_pages(policy, spoken), *to_search(spoken, folder, cache=cache)]
        pages = list(with_embedded(pages))
        _write_pages(spoken, pages, project / "docs", out)
        for path in folder.iterdir():
            shutil.copytree(path, out / path.name, dirs_exist_ok=True)
        write_machine_files(policy, rules, pages, out, cache)


def _stays_in_docs(told: logging.LogRecord) -> bool:
    """Whether mkdocs can judge the link that it tells of: what leads out of docs/ it cannot see."""
    return "link '../" not in told.getMessage()


def _rulebook(policy: Policy, rules: bytes, folder: Path, cache: Path) -> Rulebook | None:
    """The compiled rules with the checker's files in `folder`; None where there are no measures."""
    if not any(document.measures for document in policy.documents.values()):
        return None
    bundle = to_bundle(rules, folder, cache=cache)
    as_of = max(document.frame.signed for document in policy.documents.values())
    start = {**bundle.start, **page_scripts(folder, cache=cache)}
    return Rulebook(rules, start, as_of)


def _write_pages(spoken: tuple[Edition, ...], pages: Sequence[Page], docs: Path, out: Path) -> None:
    policy = spoken[0].policy
    written = {path.name.split(".")[0] for path in docs.glob("*.md")}
    present = written | {page.place.section for page in pages}
    config = _config(policy, docs, out)
    config.plugins["mingbai"] = SitePlugin(spoken, pages, assets(policy.site), _sections(present))
    build(config)


def _sections(present: set[str]) -> Mapping[str, tuple[str, ...]]:
    """The sections that the site has, in the header and in the footer."""
    return {
        "all": tuple(sorted(present)),
        "header": tuple(name for name in HEADER if name in present),
        "footer": tuple(name for name in FOOTER if name in present),
    }


def _config(policy: Policy, docs: Path, out: Path) -> MkDocsConfig:
    """The settings of mkdocs: the project's own file if there is one, and our theme."""
    own = docs.parent / "mkdocs.yml"
    config = load_config(
        str(own if own.is_file() else SETTINGS),
        docs_dir=str(docs.resolve() if docs.is_dir() else EMPTY),
        site_dir=str(out.resolve()),
        # It serves mkdocs for addresses that our own frame and sitemap write themselves.
        site_url=None,
        theme={"name": "material", "custom_dir": str(THEME), "font": False},
        nav=[],
    )
    config.mdx_configs["toc"] = {"slugify": _anchor}
    # The 404 page and the sitemap are pages of ours.
    config.theme.static_templates.clear()
    return config


def _anchor(heading: str, separator: str) -> str:
    """The anchor of a heading in prose, in its own script: the usual one keeps Latin alone."""
    return re.sub(r"\W+", separator, heading.strip().lower()).strip(separator)
