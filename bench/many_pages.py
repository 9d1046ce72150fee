"""What a site of thousands of pages costs to build, beside the stock theme and a bare loop."""

import json
import math
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from types import MappingProxyType

from bench.one_build import Cost

ROOT = Path(__file__).parents[1]
SIZES: Mapping[str, Sequence[int]] = MappingProxyType(
    {"first": (1_000, 5_000), "ours": (1_000, 5_000), "bare": (1_000, 5_000), "stock": (1_000,)}
)
"""Articles of each kind of site; the stock theme takes minutes for 5,000 in two languages."""
NAMES: Mapping[str, str] = MappingProxyType(
    {
        "first": "ours, first build",
        "ours": "ours",
        "bare": "bare loop over our bodies",
        "stock": "stock theme, its own navigation and search",
    }
)
SAID = """\
Articles of shuffled sentences in two languages, each build in a process of its own. User CPU
seconds of that process and its children, without reading the data. "Pages" are the pages, for ours
with their frames for other sites and the search index; "whole" is all that ours writes beside them:
API, text, XML, packed neighbours, hashes. The first build of ours makes and packs what the next one
finds in build/.
"""


def report() -> Iterator[str]:
    """Yield the cost of each build, then how it grows between the sizes."""
    yield SAID
    yield "| site | articles | pages, s | whole, s | peak, MB | files |"
    yield "| --- | --- | --- | --- | --- | --- |"
    for kind, sizes in SIZES.items():
        costs = {}
        for size in sizes:
            costs[size] = cost = _cost(kind, size)
            figures = f"{cost.pages:.1f} | {cost.whole:.1f} | {cost.peak / 1e6:.0f}"
            yield f"| {NAMES[kind]} | {size:,} × 2 | {figures} | {cost.files:,} |"
        if len(costs) > 1:
            yield f"| {NAMES[kind]}, growth | power of | {_growth(costs)} | |"
    yield "\nThe stock theme is left out at 5,000: it takes minutes."


def _cost(kind: str, articles: int) -> Cost:
    with TemporaryDirectory() as folder:
        if kind == "ours":
            _built("first", articles, folder)
        return _built(kind, articles, folder)


def _built(kind: str, articles: int, folder: str) -> Cost:
    command = [sys.executable, "-m", "bench.one_build", kind, str(articles), folder]
    done = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, text=True, check=True)
    return Cost(**json.loads(done.stdout))


def _growth(costs: Mapping[int, Cost]) -> str:
    """The powers with which seconds and memory grow from the smallest to the largest size."""
    few, most = costs[min(costs)], costs[max(costs)]
    pairs = ((few.pages, most.pages), (few.whole, most.whole), (few.peak, most.peak))
    times = math.log(max(costs) / min(costs))
    return " | ".join(f"{math.log(after / before) / times:.2f}" for before, after in pairs)
