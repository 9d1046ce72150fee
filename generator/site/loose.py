"""Pages that stand outside every language: the way in at the root, and the page for no page."""

import hashlib
from base64 import b64encode
from pathlib import Path
from types import MappingProxyType
from urllib.parse import quote, urlsplit

from jinja2 import Environment

from generator.site.security import security_policy
from generator.to_pages.edition import Edition

LOOSE = ("index.html", "404.html")


def loose_pages(
    editions: tuple[Edition, ...], templates: Environment, theme: Path
) -> dict[str, str]:
    """Each loose page as a whole HTML document, by its file name.

    They cannot rely on any other file, since a server shows the 404 page at every depth: style and
    script stand in the page itself, allowed by their hashes, and so does the icon.
    """
    style, script = _parts(theme)
    site = editions[0].policy.site
    return {
        name: templates.get_template(f"loose/{name}").render(
            editions=editions,
            site=site,
            policy=loose_policy(theme),
            style=style,
            script=script,
            icon=f"data:image/svg+xml,{quote((theme / 'icon.svg').read_text('utf-8').strip())}",
            base=urlsplit(site.base_address).path,
        )
        for name in LOOSE
    }


def loose_policy(theme: Path) -> str:
    """The policy of these pages: their own style and script by hash."""
    style, script = _parts(theme)
    hashed = {"style-src": _source(style), "script-src": _source(script)}
    return security_policy("loose", MappingProxyType(hashed))


def _parts(theme: Path) -> tuple[str, str]:
    """The style and the script that stand in the pages."""
    style = (theme / "styles" / "loose" / "loose.css").read_text("utf-8")
    return style, (theme / "scripts" / "loose.js").read_text("utf-8")


def _source(text: str) -> str:
    digest = b64encode(hashlib.sha256(text.encode()).digest()).decode()
    return f"'sha256-{digest}'"
