"""One build of a site of shuffled sentences, measured from inside its own process.

`python -m bench.one_build KIND ARTICLES FOLDER` prints a Cost as JSON.
"""

import json
import resource
import shutil
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any

from jinja2 import Environment
from mkdocs.commands.build import build
from mkdocs.config import load_config

import generator.site.build as builder
from bench.shuffled import many
from generator.from_yaml.load import load
from generator.policy.policy import Policy
from generator.site.machine import write_machine_files
from generator.to_pages import addresses
from generator.to_pages.embed import with_embedded
from generator.to_pages.pages import editions, to_pages

PROJECT = Path(__file__).parents[1]
BARE = "<!DOCTYPE html><html><title>{{ title | e }}</title><body>{{ body }}</body></html>"


@dataclass(frozen=True, slots=True)
class Cost:
    """User CPU seconds of a build and of the processes that it started, bytes at the peak, files.

    `pages` are the seconds until pages, frames and index are written; `whole` until the build ends.
    """

    pages: float
    whole: float
    peak: int
    files: int


def ours(policy: Policy, folder: Path) -> Callable[[], float]:
    """Our build, whose end of pages is seen where the files beside them begin.

    It keeps what is slow to make in the folder, so a second build there finds it.
    """
    began, project = [], folder / "project"
    project.mkdir(exist_ok=True)
    if not (project / "docs").exists():
        (project / "docs").symlink_to(PROJECT / "docs")
    shutil.rmtree(folder / "site", ignore_errors=True)

    def timed(*given: Any) -> None:
        began.append(used())
        write_machine_files(*given)

    def run() -> float:
        # Nothing else tells when the pages are there.
        vars(builder)["write_machine_files"] = timed
        builder.build_site(policy, project, folder / "site")
        return began[0]

    return run


def stock(policy: Policy, folder: Path) -> Callable[[], float]:
    """The theme as it comes, with its own navigation and search, over the sentences as Markdown."""
    for address, text in _markdown(policy):
        file = folder / "docs" / f"{address.rstrip('/')}.md"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
    (folder / "mkdocs.yml").write_text("site_name: Stock\ntheme: material\n", "utf-8")

    # Where its cutter of Chinese is installed for another measure, the theme would load it.
    sys.modules["jieba"] = None  # type: ignore[assignment]

    def run() -> float:
        build(load_config(str(folder / "mkdocs.yml")))
        return used()

    return run


def bare(policy: Policy, folder: Path) -> Callable[[], float]:
    """The bodies of our pages in an empty frame, written by a loop: no mkdocs, no search."""
    template = Environment(autoescape=False).from_string(BARE)  # noqa: S701  bodies are HTML

    def run() -> float:
        for page in with_embedded(to_pages(policy, editions(policy, None))):
            target = folder / "site" / page.address
            target.mkdir(parents=True)
            html = template.render(title=page.title, body=page.body())
            (target / "index.html").write_text(html, "utf-8")
        return used()

    return run


KINDS: Mapping[str, Callable[[Policy, Path], Callable[[], float]]] = MappingProxyType(
    {"first": ours, "ours": ours, "stock": stock, "bare": bare}
)
"""Each prepares a build outside the measure and returns what is measured."""


def _markdown(policy: Policy) -> Iterator[tuple[str, str]]:
    """Every article in every language: heading, summary, the sentences in both."""
    for language in policy.site.languages:
        for document in policy.documents.values():
            for article in document.articles:
                sentences = [text for each in article.sentences for text in each.text.values()]
                parts = [f"# {article.heading[language]}", article.summary[language], *sentences]
                yield addresses.article(language, document.id, article.number), "\n\n".join(parts)


def used() -> float:
    """User CPU seconds of this process so far, with those of its children that have ended."""
    who = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    return sum(resource.getrusage(each).ru_utime for each in who)


def main(kind: str, articles: int, folder: Path) -> None:
    """Build and print what it cost."""
    run = KINDS[kind](many(load(PROJECT), articles), folder)
    before = used()
    pages = run()
    whole = used()
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    files = sum(file.is_file() for file in (folder / "site").rglob("*"))
    print(json.dumps(asdict(Cost(pages - before, whole - before, peak, files))))


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), Path(sys.argv[3]))
