"""Style sheets and scripts: gathered, named by their hash, with the colours of the site."""

import hashlib
import re
from dataclasses import dataclass
from pathlib import Path

from mkdocs.utils import get_theme_dir

from generator.policy.site import Site
from generator.site.colours import colour_rules

THEME = Path(__file__).parent.parent / "theme"
MATERIAL = Path(get_theme_dir("material"))


@dataclass(frozen=True, slots=True)
class Asset:
    """A file of the site; `name` says what it is, `address` carries its hash."""

    name: str
    address: str
    content: bytes


def assets(site: Site) -> dict[str, Asset]:
    """The assets of every page by name: the theme's style sheet, our own, our script, the icon."""
    own = "\n".join(path.read_text("utf-8") for path in sorted((THEME / "styles").glob("*.css")))
    dark = (THEME / "styles" / "dark" / "tokens.css").read_text("utf-8")
    material_sheet = next((MATERIAL / "assets" / "stylesheets").glob("main.*.min.css"))
    found = (
        _asset("material", "css", _without_map(material_sheet.read_text("utf-8"))),
        _asset("site", "css", _compact(own + colour_rules(site.colours, dark))),
        _asset("shell", "js", (THEME / "scripts" / "shell.js").read_text("utf-8")),
        _asset("embed", "js", (THEME / "scripts" / "embed.js").read_text("utf-8")),
        _asset("embed_builder", "js", (THEME / "scripts" / "embed_builder.js").read_text("utf-8")),
        # Other sites name this one in their pages: its address never changes.
        Asset("host", "embed/host.js", (THEME / "scripts" / "embed_host.js").read_bytes()),
        _asset("icon", "svg", (THEME / "icon.svg").read_text("utf-8")),
    )
    return {asset.name: asset for asset in found}


def _asset(name: str, suffix: str, text: str) -> Asset:
    content = text.encode()
    digest = hashlib.sha256(content).hexdigest()[:10]
    return Asset(name, f"assets/{name}.{digest}.{suffix}", content)


def _without_map(css: str) -> str:
    return re.sub(r"\n?/\*# sourceMappingURL=.*?\*/\s*", "\n", css)


def _compact(css: str) -> str:
    """`css` without comments and indentation; our own sheets hold neither in a string."""
    bare = re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL)
    return "\n".join(line.strip() for line in bare.splitlines() if line.strip()) + "\n"
