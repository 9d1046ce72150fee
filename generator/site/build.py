"""Builds the whole site into a folder."""

import logging
from collections.abc import Mapping
from pathlib import Path

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig

from generator.policy.policy import Policy
from generator.site.assets import THEME, assets
from generator.site.plugin import SitePlugin
from generator.to_pages.pages import editions, to_pages

SETTINGS = Path(__file__).parent / "mkdocs.yml"
EMPTY = THEME / "no_docs"
"""Stands for docs/ in a project that has no hand-written pages."""

HEADER = ("check", "documents", "audiences", "overview", "glossary")
FOOTER = (
    "departments",
    "changes",
    "about",
    "privacy",
    "accessibility",
    "editors",
    "integrators",
    "architecture",
)


def build_site(policy: Policy, project: Path, out: Path) -> None:
    """Write every page and asset of `policy` below `out`, with the prose of `project`/docs."""
    logging.getLogger("mkdocs").setLevel(logging.WARNING)
    spoken = editions(policy, None)
    pages = list(to_pages(policy, spoken))
    docs = project / "docs"
    present = {page.place.section for page in pages} | {path.stem for path in docs.glob("*/*.md")}
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
        site_url=policy.site.base_address,
        theme={"name": "material", "custom_dir": str(THEME), "font": False},
        nav=[],
    )
    # The 404 page and the sitemap are pages of ours.
    config.theme.static_templates.clear()
    return config
