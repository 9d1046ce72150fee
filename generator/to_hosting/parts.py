"""`sbom.json`: what the site is made of and with, as CycloneDX 1.6."""

import json
from collections.abc import Iterable, Iterator, Mapping
from importlib.metadata import requires, version
from typing import Any

DISTRIBUTION = "mingbai"


def bill_of_materials(shipped: Mapping[str, str], linked: Iterable[str]) -> bytes:
    """The parts as JSON: what goes out with the site, and what only makes it (`excluded`).

    `shipped` are the licences (SPDX) of what goes out, by package URL; `linked` are the names of
    libraries inside of it whose versions its makers do not tell.
    """
    root = _component(f"pkg:pypi/{DISTRIBUTION}@{version(DISTRIBUTION)}") | {"type": "application"}
    components = sorted(_components(shipped, linked), key=lambda each: each["bom-ref"])
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


def _components(shipped: Mapping[str, str], linked: Iterable[str]) -> Iterator[dict[str, Any]]:
    for purl, licence in shipped.items():
        told = {"scope": "required", "licenses": [{"license": {"id": licence}}]}
        yield _component(purl) | told
    for name in linked:
        yield {"type": "library", "bom-ref": name, "name": name, "scope": "required"}
    for line in requires(DISTRIBUTION) or ():
        name = line.partition("==")[0]
        purl = f"pkg:pypi/{name}@{version(name)}"
        if purl not in shipped:
            yield _component(purl) | {"scope": "excluded"}


def _component(purl: str) -> dict[str, Any]:
    name, _, number = purl.rpartition("/")[2].rpartition("@")
    told = {"name": name, "version": number.removeprefix("v"), "purl": purl}
    return {"type": "library", "bom-ref": purl, **told}
