"""What Lighthouse says of the built site on a phone: four scores a page, what lost points."""

import json
import os
import subprocess
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

from playwright.sync_api import sync_playwright

from bench.host import Line, host
from generator.from_yaml.load import load
from generator.policy.policy import Policy
from tests.chromium import executable, flags

ROOT = Path(__file__).parents[1]
COMMAND = ("node", str(Path(__file__).parent / "node_modules" / "lighthouse" / "cli" / "index.js"))
ASKED = ("--output=json", "--quiet", "--no-enable-error-reporting")
"""The mobile preset is what Lighthouse takes where no other is named."""
GOALS: Mapping[str, int] = MappingProxyType(
    {"performance": 95, "accessibility": 100, "best-practices": 100, "seo": 100}
)
HEAVIEST = ("articles", "measures")
"""Kinds of which the heaviest page stands for all."""
ROUNDS = 3
"""Of so many visits the one with the middle performance counts; the other scores do not vary."""

type Result = Mapping[str, Any]


def report() -> Iterator[str]:
    """Yield the scores of each kind of page in each language, then the audits below the goals."""
    policy = load(ROOT)
    site = ROOT / "site"
    with host(site, Line()) as address:
        results = {path: _middle(f"{address}/{path}") for path in _pages(policy, site)}
        yield f"| page | {' | '.join(GOALS)} |"
        yield f"| --- |{' --- |' * len(GOALS)}"
        for path, result in results.items():
            yield f"| /{path} | {' | '.join(str(_score(result, name)) for name in GOALS)} |"
    missed = [line for path, result in results.items() for line in _missed(path, result)]
    yield from ["", *missed] if missed else ("\nNo score is below its goal.",)


def _pages(policy: Policy, site: Path) -> Iterator[str]:
    """Home, the heaviest article, the heaviest measure and the checker, language by language."""
    languages = list(policy.site.languages)
    document = policy.site.documents[0]
    kinds = (
        "",
        *(_heaviest(site / languages[0], f"{document}/{kind}") for kind in HEAVIEST),
        "check/",
    )
    for language in languages:
        yield from (f"{language}/{kind}" for kind in kinds)


def _heaviest(site: Path, kind: str) -> str:
    """The largest page of a folder, by its address below the language."""
    largest = max((site / kind).glob("*/index.html"), key=lambda file: file.stat().st_size)
    return f"{kind}/{largest.parent.name}/"


def _middle(address: str) -> Result:
    visits = sorted(
        (_visit(address) for _ in range(ROUNDS)), key=lambda each: _score(each, "performance")
    )
    return visits[ROUNDS // 2]


def _visit(address: str) -> Result:
    """One visit of a new browser; RuntimeError where Lighthouse says that it saw no page."""
    with sync_playwright() as playwright:
        surroundings = os.environ | {"CHROME_PATH": str(executable(playwright))}
    command = [*COMMAND, address, *ASKED, f"--chrome-flags=--headless=new {' '.join(flags())}"]
    done = subprocess.run(command, env=surroundings, capture_output=True, text=True, check=False)
    result: Result = json.loads(done.stdout) if done.stdout else {"runtimeError": done.stderr}
    if problem := result.get("runtimeError"):
        raise RuntimeError(f"{address}: {problem}")
    return result


def _score(result: Result, name: str) -> int:
    """A score from 0 to 100, rounded as Lighthouse rounds it; 0 where it could not be told."""
    return round((result["categories"][name]["score"] or 0) * 100)


def _missed(path: str, result: Result) -> Iterator[str]:
    """A line for each audit that lost points, of the scores below their goal."""
    for name, goal in GOALS.items():
        if _score(result, name) >= goal:
            continue
        yield f"/{path}, {name} {_score(result, name)}:"
        for part in result["categories"][name]["auditRefs"]:
            audit = result["audits"][part["id"]]
            if part["weight"] and audit["score"] is not None and audit["score"] < 1:
                yield f"- {audit['title']} ({part['id']}): {audit.get('displayValue') or 'failed'}"
