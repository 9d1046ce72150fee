"""What machines read beside the pages: every writer's files by address."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from generator.policy.policy import Policy
from generator.to_akn.akn import to_akn
from generator.to_api.api import to_api
from generator.to_feeds.feeds import to_feeds
from generator.to_text.text import to_text


def machine_files(policy: Policy, rules_json: bytes) -> Mapping[str, bytes]:
    """The files for machines by their address below the site's root."""
    return dict(_files(policy, rules_json))


def _files(policy: Policy, rules_json: bytes) -> Iterator[tuple[str, bytes]]:
    yield from to_api(policy, rules_json).items()
    yield from to_text(policy).items()
    yield from to_akn(policy).items()
    yield from to_feeds(policy).items()


def write_files(files: Mapping[str, bytes], out: Path) -> None:
    """Write `files` below `out`."""
    for address, content in files.items():
        target = out / address
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
