"""Pages of another site that embed ours: the snippets as they stand on our pages, pasted."""

import html
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Frame, Page, expect

from tests.browser.conftest import Open, Serve
from tests.served import Host

ARTICLE = "en/qinghe-2030-3/articles/1/"
MEASURE = "zh/qinghe-2030-3/measures/garden-subsidy/"
AUDIENCE = "en/audiences/residents/"
CHECK = "zh/check/"
BASE = "https://qinghe.example/"
"""The address for which the invented project's site is made."""

SANDBOX = "allow-scripts allow-same-origin allow-forms allow-popups"


def snippet(site: Path, address: str, name: str, ours: Host) -> str:
    """The code `plain` or `growing` from the page at `address`, for where the site stands now."""
    page = (site / address / "index.html").read_text("utf-8")
    found = re.search(rf'<code id="embed-{name}">(.*?)</code>', page, re.DOTALL)
    assert found
    return html.unescape(found[1]).replace(BASE, ours.address)


@dataclass
class Portal:
    """Another site with one page, and everything that its visitor's browser asked for."""

    folder: Path
    ours: Host
    serve: Serve
    open_page: Open
    asked: list[str] = field(default_factory=list)
    violations: list[str] = field(default_factory=list)

    def show(self, *snippets: str, headers: Mapping[str, str] | None = None) -> Page:
        """Open the portal's page with the snippets in it."""
        (self.folder / "index.html").write_text(
            '<!doctype html><html lang="en"><title>Portal</title><h1>Portal</h1>'
            + "\n<hr>\n".join(snippets),
            "utf-8",
        )
        host = self.serve(self.folder, headers=dict(headers or {}))
        page = self.open_page("about:blank", viewport={"width": 900, "height": 700})
        page.on("request", lambda request: self.asked.append(request.url))
        page.on("console", lambda said: self.violations.append(said.text))
        page.goto(host.address)
        return page

    def foreign(self, page: Page) -> Sequence[str]:
        """What was asked of any host but the portal's and ours."""
        # What a document has made itself comes from no host, whatever its origin.
        known = (page.url, self.ours.address, f"blob:{self.ours.address}", "blob:null/", "data:")
        return [address for address in self.asked if not address.startswith(known)]


def inner(page: Page, number: int = 0) -> Frame:
    """The frame of the page's iframe with this number, loaded."""
    element = page.locator("iframe").nth(number)
    expect(element).to_be_attached()
    element.scroll_into_view_if_needed()
    handle = element.element_handle()
    frame = handle.content_frame()
    assert frame
    frame.wait_for_load_state()
    return frame
