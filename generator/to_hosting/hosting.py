"""Every file for hosts and re-users, by its address below the site's root."""

from collections.abc import Mapping
from pathlib import Path

from generator.policy.policy import Policy
from generator.to_hosting import contact, robots
from generator.to_hosting.downloads import downloads
from generator.to_hosting.parts import bill_of_materials
from generator.to_hosting.servers import server_samples

LINKED = (
    *("zlib", "bzip2", "liblzma", "Zstandard", "Expat", "libffi", "mpdecimal", "HACL*", "SQLite"),
    *("musl", "LLVM"),
)
"""Libraries inside Pyodide's and CPython's WebAssembly, of which neither tells the versions."""


def to_hosting(
    policy: Policy,
    rules_json: bytes,
    wheel: Path,
    policies: Mapping[str, str],
    shipped: Mapping[str, str],
) -> Mapping[str, bytes]:
    """Downloads, server samples, robots.txt, security.txt and the bill of materials.

    See server_samples for `policies`, bill_of_materials for `shipped`.
    """
    return {
        **downloads(policy, rules_json, wheel),
        **server_samples(policy.site, policies),
        robots.ADDRESS: robots.robots_txt(policy.site),
        contact.ADDRESS: contact.security_txt(policy),
        "sbom.json": bill_of_materials(shipped, LINKED),
    }
