"""What the checker costs to start, ours against plain Pyodide, in one run in a real browser."""

import json
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Any

from playwright.sync_api import Page, Playwright, sync_playwright

from bench.host import Line, host
from bench.runtime import CACHE, PAGES, ROOT, files, lay_out, put
from generator.from_yaml.load import load
from generator.to_bundle import Bundle, to_bundle
from generator.to_bundle.compressed import compressed
from generator.to_bundle.node import node_package
from generator.to_rules.rules import to_rules
from tests.chromium import executable, flags

PLAIN_FILES = (
    "pyodide.mjs",
    "pyodide.asm.mjs",
    "pyodide.asm.wasm",
    "pyodide-lock.json",
    "python_stdlib.zip",
)
ROUNDS = 5
SLOW = 1_600_000 // 8
REQUEST: Mapping[str, object] = {
    "answers": {},
    "as_of": "2026-01-01",
    "only": None,
    "want": ["plan", "verdicts"],
}


def report() -> Iterator[str]:
    """Yield a table of bytes and times; cold is the first visit of a new browser, warm the next."""
    with TemporaryDirectory() as folder, sync_playwright() as playwright:
        root = Path(folder)
        bundle = to_bundle(to_rules(load(ROOT)), root, cache=CACHE)
        _lay_out(root)
        line = Line()
        with host(root, line) as address:
            messages = {"plain": _plain(address, bundle), "ours": _ours(address, bundle)}

            def visit(kind: str, rounds: int) -> tuple[int, list[float]]:
                return _visit(playwright, address, messages[kind], line, rounds)

            yield from _table(visit, line)


def _table(visit: Callable[[str, int], tuple[int, list[float]]], line: Line) -> Iterator[str]:
    yield "| start | bytes, brotli | cold, ms | warm, ms | cold at 1.6 Mbit/s, s |"
    yield "| --- | --- | --- | --- | --- |"
    visits: dict[str, list[tuple[int, list[float]]]] = {"plain": [], "ours": []}
    for _ in range(ROUNDS):
        for kind, seen in visits.items():
            seen.append(visit(kind, 2))
    line.bytes_per_second = SLOW
    rows = {kind: _figures(seen, visit(kind, 1)[1][0]) for kind, seen in visits.items()}
    for kind, (size, cold, warm, slow) in rows.items():
        yield f"| {kind} | {size:,.0f} | {cold:,.0f} | {warm:,.0f} | {slow / 1000:.1f} |"
    ratios = [one / other for one, other in zip(rows["ours"], rows["plain"], strict=True)]
    yield "| ratio | " + " | ".join(f"{each:.2f}" for each in ratios) + " |"


def _figures(seen: list[tuple[int, list[float]]], slow: float) -> tuple[float, ...]:
    size = median(size for size, _ in seen)
    cold, warm = (median(times[at] for _, times in seen) for at in (0, 1))
    return size, cold, warm, slow


def _visit(
    playwright: Playwright, address: str, message: dict[str, Any], line: Line, rounds: int
) -> tuple[int, list[float]]:
    """Return the bytes of a new browser's first start, and the milliseconds of each start."""
    with TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        context = playwright.chromium.launch_persistent_context(
            profile, executable_path=executable(playwright), args=flags()
        )
        page = context.new_page()
        page.goto(f"{address}/{PAGES}/index.html")
        before = line.sent
        first = _start(page, address, message)
        size = line.sent - before
        times = [first, *(_start(page, address, message) for _ in range(rounds - 1))]
        context.close()
    return size, times


def _start(page: Page, address: str, message: dict[str, Any]) -> float:
    done = put(page, address, "worker.mjs", message)
    if not done["reply"]:
        raise RuntimeError("the engine refused the request")
    return float(done["took"])


def _lay_out(root: Path) -> None:
    plain = root / "plain"
    plain.mkdir()
    for name in PLAIN_FILES:
        raw = (node_package("pyodide") / name).read_bytes()
        (plain / name).write_bytes(raw)
        (plain / f"{name}.br").write_bytes(compressed(raw, CACHE).brotli)
    lay_out(root)


def _plain(address: str, bundle: Bundle) -> dict[str, Any]:
    ours = files(address, bundle.start)
    plain = {
        **{role: ours[role] for role in ("engine", "rules")},
        "pyodide": f"{address}/plain/pyodide.mjs",
    }
    return {"plain": True, "files": plain, "request": json.dumps(REQUEST)}


def _ours(address: str, bundle: Bundle) -> dict[str, Any]:
    told = files(address, bundle.start)
    return {"plain": False, "files": told, "request": json.dumps(REQUEST)}
