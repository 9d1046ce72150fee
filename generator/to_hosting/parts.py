"""`sbom.json`: what the site is made of and with, as CycloneDX 1.6."""

import json
from collections.abc import Iterable, Iterator, Mapping
from importlib.metadata import requires, version
from typing import Any

DISTRIBUTION = "mingbai"
EXCLUDED = "excluded"
"""CycloneDX's word for what makes the site but does not go out with it."""


def bill_of_materials(shipped: Mapping[str, str], scripts: Iterable[str]) -> bytes:
    """The parts as JSON: Node packages that go out (`shipped`: name to version), Python ones.

    `scripts` are the Python packages of which files go out: the theme's style sheet.
    """
    root = _component("application", f"pkg:pypi/{DISTRIBUTION}@{version(DISTRIBUTION)}")
    components = sorted(_components(shipped, frozenset(scripts)), key=lambda each: each["bom-ref"])
    bill = {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {"component": root},
        "components": components,
        "dependencies": [
            {"ref": root["bom-ref"], "dependsOn": [each["bom-ref"] for each in components]}
        ],
    }
    return (json.dumps(bill, indent=1) + "\n").encode()


def _components(shipped: Mapping[str, str], scripts: frozenset[str]) -> Iterator[dict[str, Any]]:
    for name, number in shipped.items():
        purl = f"pkg:npm/{name.replace('@', '%40')}@{number}"
        yield _component("library", purl) | {"scope": "required"}
    for line in requires(DISTRIBUTION) or ():
        name = line.partition("==")[0]
        scope = "required" if name in scripts else EXCLUDED
        yield _component("library", f"pkg:pypi/{name}@{version(name)}") | {"scope": scope}


def _component(kind: str, purl: str) -> dict[str, Any]:
    name, _, number = purl.rpartition("/")[2].rpartition("@")
    return {"type": kind, "bom-ref": purl, "name": name, "version": number, "purl": purl}
