"""What an answer, the plan and the verdicts cost in the engine, from 22 to 1,000 measures.

The same recorded walks are put to the engine in CPython and, as the checker has it, in a worker of
Chromium. Each request is measured several times on an engine loaded anew, and the least counts:
what other programs of the machine took is not the engine's.
"""

import json
from collections.abc import Callable, Iterator, Sequence
from math import log
from pathlib import Path
from statistics import mean, median
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import NamedTuple

from playwright.sync_api import Page, sync_playwright

from bench.host import Line, host
from bench.rule_books import Book
from bench.runtime import CACHE, PAGES, files, lay_out, put
from bench.walks import WALKS, Request, recorded
from generator.to_bundle import to_bundle
from quiz import browser
from tests.chromium import launch

SIZES = ((22, 40), (87, 76), (300, 200), (1000, 500))
ROUNDS = 5


class Costs(NamedTuple):
    """Milliseconds until the engine is ready, and for each request."""

    ready: float
    requests: Sequence[float]


class Row(NamedTuple):
    """What one size costs, in milliseconds, by step; `answer` is the median, `mean` the mean."""

    ready: float
    first: float
    role: float
    answer: float
    mean: float
    most: float
    largest: float
    verdicts: float
    again: float


type Measure = Callable[[bytes, Sequence[Request]], Costs]


def report() -> Iterator[str]:
    """Yield a table for CPython and Chromium, and how the cost grows with the number of measures.

    The first page is the first plan of a new engine; an answer is one more answer and its plan.
    """
    yield "Milliseconds. Ready: the rule book is loaded, in Chromium after Python has started.\n"
    yield (
        "| engine in | measures | questions | pages | ready | first page | role, worst "
        "| an answer: median | mean | 95 % | worst | all verdicts | again |"
    )
    yield "| --- |" + " ---: |" * 12
    with TemporaryDirectory() as folder, sync_playwright() as playwright:
        root = Path(folder)
        lay_out(root)
        with host(root, Line()) as address:
            page = launch(playwright).new_page()
            page.goto(f"{address}/{PAGES}/index.html")

            def in_chromium(rules: bytes, requests: Sequence[Request]) -> Costs:
                return chromium(page, root, address, rules, requests)

            yield from _tables({"CPython": cpython, "Chromium": in_chromium})


def _tables(ways: dict[str, Measure]) -> Iterator[str]:
    rows: dict[str, list[Row]] = {name: [] for name in ways}
    for measures, questions in SIZES:
        rules = json.dumps(Book(measures, questions).rules)
        requests = recorded(rules, measures)
        pages = sum(each.step in ("role", "answer") for each in requests) / WALKS
        for name, measure in ways.items():
            row = row_of(requests, measure(rules.encode(), requests))
            rows[name].append(row)
            known = f"{name} | {measures} | {questions} | {pages:.1f}"
            yield f"| {known} | " + " | ".join(f"{each:.2f}" for each in row) + " |"
    yield from _growth(rows)


def _growth(rows: dict[str, list[Row]]) -> Iterator[str]:
    """Yield the power of the number of measures with which each cost grows: 1 is linear."""
    # Between the two largest books: what every request costs, whatever the book, weighs least.
    least, most = SIZES[-2][0], SIZES[-1][0]
    yield f"\nGrowth from {least} to {most} measures, as a power of their number (1 is linear):\n"
    columns = ("first", "role", "mean", "verdicts", "again")
    yield "| engine in | " + " | ".join(columns) + " |"
    yield "| --- |" + " ---: |" * len(columns)
    for name, found in rows.items():
        powers = (
            log(getattr(found[-1], each) / getattr(found[-2], each), most / least)
            for each in columns
        )
        yield f"| {name} | " + " | ".join(f"{each:.2f}" for each in powers) + " |"


def row_of(requests: Sequence[Request], costs: Costs) -> Row:
    """Gather the costs of single requests by the step of a walk that they are."""
    by_step: dict[str, list[float]] = {}
    for request, cost in zip(requests, costs.requests, strict=True):
        by_step.setdefault(request.step, []).append(cost)
    answers = sorted(by_step["answer"])
    return Row(
        ready=costs.ready,
        first=by_step["first"][0],
        role=max(by_step["role"]),
        answer=median(answers),
        mean=mean(answers),
        most=answers[len(answers) * 95 // 100],
        largest=answers[-1],
        verdicts=median(by_step["verdicts"]),
        again=median(by_step["again"]),
    )


def cpython(rules: bytes, requests: Sequence[Request]) -> Costs:
    """Measure this Python."""
    text = rules.decode()
    return _least([_round(text, requests) for _ in range(ROUNDS)])


def _round(text: str, requests: Sequence[Request]) -> Costs:
    ready = _timed(browser.load, text)
    return Costs(ready, [_timed(browser.ask, each.text) for each in requests])


def _timed(work: Callable[[str], str], text: str) -> float:
    start = perf_counter()
    found = work(text)
    took = (perf_counter() - start) * 1000
    assert found.startswith('{"ok":true'), found[:200]
    return took


def chromium(
    page: Page, root: Path, address: str, rules: bytes, requests: Sequence[Request]
) -> Costs:
    """Measure the checker's Python, each time in a new worker."""
    bundle = to_bundle(rules, root, cache=CACHE)
    message = {
        "files": files(address, bundle.start),
        "requests": [each.text for each in requests],
    }
    found = [put(page, address, "replay.mjs", message) for _ in range(ROUNDS)]
    assert not any(each["refused"] for each in found)
    return _least([Costs(each["ready"], each["took"]) for each in found])


def _least(rounds: Sequence[Costs]) -> Costs:
    times = zip(*(each.requests for each in rounds), strict=True)
    return Costs(min(each.ready for each in rounds), [min(each) for each in times])
