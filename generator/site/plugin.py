"""The one place where mkdocs is told about our pages: files, bodies, frames."""

import posixpath
from collections.abc import Iterator, Mapping, Sequence
from pathlib import PurePosixPath
from typing import Any

from jinja2 import Environment
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page as MkDocsPage

from generator.site.assets import THEME, Asset
from generator.site.frame import Frame
from generator.site.loose import loose_pages
from generator.site.sitemap import sitemap
from generator.to_pages import addresses
from generator.to_pages.edition import Edition
from generator.to_pages.embed import samples
from generator.to_pages.page import Link, Page, Place


class BodyPage(MkDocsPage):
    """A page whose body is ready: mkdocs neither reads nor converts anything for it."""

    def __init__(self, page: Page, file: File, config: MkDocsConfig) -> None:
        """Stand for `page` in mkdocs' tree."""
        super().__init__(page.title, file, config)
        self.ours = page
        if page.full:
            self.meta = {"template": "embed.html"}
        self.markdown = ""

    def read_source(self, config: MkDocsConfig) -> None:
        """Nothing to read."""

    def render(self, config: MkDocsConfig, files: Files) -> None:  # noqa: ARG002  mkdocs' names
        """Nothing to convert; the body is rendered when the page is written."""
        self.content = ""


class NoSettings(Config):  # type: ignore[no-untyped-call]
    """The plugin is made by build_site and takes nothing from mkdocs.yml."""


class SitePlugin(BasePlugin[NoSettings]):  # type: ignore[no-untyped-call]
    """Adds our pages and assets to mkdocs' files, and frames every page."""

    def __init__(
        self,
        editions: tuple[Edition, ...],
        pages: Sequence[Page],
        assets: Mapping[str, Asset],
        sections: Mapping[str, tuple[str, ...]],
    ) -> None:
        """Hold what is to be built; see Frame for `sections`."""
        super().__init__()
        self._editions = {edition.language: edition for edition in editions}
        self._pages = pages
        self._assets = assets
        self._sections = sections
        self._frame: Frame | None = None

    def on_files(self, files: Files, /, *, config: MkDocsConfig) -> Files:
        """Leave of the theme's files only what our pages load, and add ours."""
        ours = Files(self._prose_files(files, config))
        for asset in self._assets.values():
            ours.append(File.generated(config, asset.address, content=asset.content))
        for page in self._pages:
            source = page.address + "index.md"
            file = File.generated(config, source, content="", inclusion=InclusionLevel.NOT_IN_NAV)
            BodyPage(page, file, config)
            ours.append(file)
        return ours

    def _prose_files(self, files: Files, config: MkDocsConfig) -> Iterator[File]:
        """The hand-written pages: `about.en.md` stands at `en/about/`."""
        for file in files.documentation_pages():
            name, _, language = PurePosixPath(file.src_uri).stem.rpartition(".")
            if language in self._editions:
                yield File(
                    file.src_uri,
                    file.src_dir,
                    config.site_dir,
                    use_directory_urls=True,
                    dest_uri=f"{addresses.section(language, name)}index.html",
                )

    def on_env(self, env: Environment, /, *, config: MkDocsConfig, files: Files) -> Environment:
        """Make the frame, now that the theme's templates are at hand."""
        env.trim_blocks = env.lstrip_blocks = True
        editions = tuple(self._editions.values())
        self._frame = Frame(editions, self._assets, self._sections, env, samples(self._pages))
        for name, html in loose_pages(editions, env, THEME).items():
            files.append(File.generated(config, name, content=html))
        listed = [file.url for file in files.documentation_pages() if _listed(file)]
        content = sitemap(editions[0].policy.site, listed)
        files.append(File.generated(config, "sitemap.xml", content=content))
        return env

    def on_post_build(self, *, config: MkDocsConfig) -> None:  # noqa: ARG002  mkdocs' name
        """Let go of everything: mkdocs keeps its plugins for good."""
        self._pages, self._frame = (), None

    def on_page_context(self, context: Any, /, *, page: MkDocsPage, **_rest: Any) -> Any:
        """Frame the page; a page of ours gets its body now."""
        if isinstance(page, BodyPage):
            page.content = page.ours.body()
            ours = page.ours
        else:
            ours = self._prose(page)
            page.content = ours.body()
        if self._frame is None:
            raise RuntimeError("mkdocs asked for a page before it made its templates")
        return context | self._frame.values(ours)

    def on_post_page(self, output: str, /, *, page: MkDocsPage, **_rest: Any) -> str:
        """Let go of the body: thousands of them would fill the memory."""
        page.content = None
        return output

    def _prose(self, page: MkDocsPage) -> Page:
        """A hand-written page of docs/, with title and description from its head."""
        address = posixpath.join(page.url, "")
        language, _, rest = address.partition("/")
        edition = self._editions[language]
        body = _scrolling(page.content or "")
        return Page(
            address=address,
            language=language,
            kind="prose",
            title=str(page.title),
            description=str(page.meta.get("description", "")),
            body=lambda: body,
            place=Place(rest.strip("/")),
            trail=(Link(addresses.home(language), edition.words["home"]["trail"]),),
            source=f"docs/{page.file.src_uri}",
        )


def _scrolling(html: str) -> str:
    """What scrolls sideways on a phone, within itself, and can be reached with the keyboard."""
    html = html.replace("<pre>", '<pre tabindex="0">')
    html = html.replace("<table>", '<div class="scroll" tabindex="0"><table>')
    return html.replace("</table>", "</table></div>")


def _listed(file: File) -> bool:
    return not isinstance(file.page, BodyPage) or file.page.ours.indexed
