"""What machines read beside the pages, and what closes a build: neighbours and hashes."""

from collections.abc import Iterable, Iterator, Mapping
from importlib.metadata import version as installed
from itertools import chain
from pathlib import Path

from generator.policy.policy import Policy
from generator.site.assets import THEME
from generator.site.frame import EMBED_SANDBOX
from generator.site.loose import loose_policy
from generator.site.security import security_policy
from generator.to_akn.akn import to_akn
from generator.to_api.api import to_api
from generator.to_bundle.bundle import ENGINE
from generator.to_bundle.compressed import compressed
from generator.to_bundle.engine import plain_wheel, still
from generator.to_bundle.runtime import made_of, version
from generator.to_feeds.feeds import to_feeds
from generator.to_feeds.oembed import to_oembed
from generator.to_hosting.finished import add_neighbours, write_hashes
from generator.to_hosting.hosting import to_hosting
from generator.to_pages.page import Page
from generator.to_text.text import to_text

ENGINE_NAME = "mingbai-quiz"
WINDOW = 20
"""For what is packed beside the pages: only the index of thousands of articles is larger."""


def write_machine_files(
    policy: Policy, rules_json: bytes, pages: Iterable[Page], out: Path, cache: Path
) -> None:
    """Add all that machines read to the pages in `out`."""
    answers = to_oembed(policy.site, pages, EMBED_SANDBOX)
    for address, content in chain(machine_files(policy, rules_json, cache), answers):
        target = out / address
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)


def close(out: Path, cache: Path) -> None:
    """Add what can only be made of whole files: packed neighbours, and the hash of every file."""
    add_neighbours(out, lambda raw: compressed(raw, cache, WINDOW)[:2])
    write_hashes(out)


def machine_files(policy: Policy, rules_json: bytes, cache: Path) -> Iterator[tuple[str, bytes]]:
    """Every writer's files with their addresses below the site's root; raises ToolError.

    They come one by one: the files of a long policy would fill the memory.
    """
    yield from to_api(policy, rules_json)
    yield from to_text(policy)
    yield from to_akn(policy)
    yield from to_feeds(policy).items()
    with still(ENGINE) as sources:
        wheel = plain_wheel(sources, cache)
    told = shipped(wheel.name.split("-")[1])
    yield from to_hosting(policy, rules_json, wheel, server_policies(), told).items()


def shipped(engine: str) -> Mapping[str, str]:
    """The licences of all software that goes out with the site, by package URL.

    `engine` is the version of our own wheel.
    """
    made = made_of()
    material = "mkdocs-material"
    return {
        f"pkg:npm/pyodide@{version()}": "MPL-2.0",
        f"pkg:github/python/cpython@v{made['python']}": "PSF-2.0",
        f"pkg:github/emscripten-core/emscripten@{made['emscripten']}": "MIT",
        f"pkg:npm/minisearch@{version('minisearch')}": "MIT",
        f"pkg:pypi/{material}@{installed(material)}": "MIT",
        f"pkg:pypi/{ENGINE_NAME}@{engine}": "MIT",
    }


def server_policies() -> Mapping[str, str]:
    """The policies that stand in the pages, by kind, for the servers' headers."""
    kinds = {kind: security_policy(kind) for kind in ("page", "check", "prose")}
    return {**kinds, "loose": loose_policy(THEME)}
