"""Messages of every shape, to the page around a frame and to the frame: no fault, no belief."""

import re
from pathlib import Path
from random import Random
from typing import Any, cast

import pytest
from playwright.sync_api import Frame, Page, expect

from tests.browser.checker import Checker
from tests.browser.conftest import Open, Serve
from tests.browser.embedding import ARTICLE, CHECK, Portal, inner, snippet
from tests.served import Host

MESSAGES = 1_000
HIGHEST = 20_000
NAME = re.compile(r"[a-z0-9-]{1,100}")
KEYS = ("mingbai", "type", "height", "outcomes", "measure", "group", "results", "toString", "then")
WORDS = ("", "size", "end", "result", "hello", "garden-subsidy", "__proto__", "明白", "a" * 5_000)
NUMBERS = (0, 1, -1, 0.5, 432, 20_001, 10**9, 2**53)
DEPTH = 4

SEND = """([messages, where]) => {
  const target = where === "parent" ? parent : frames[0];
  for (const message of messages) target.postMessage(message, "*");
  // What JSON cannot say, but a message can.
  const around = {};
  around.self = around;
  const list = [undefined, NaN, 7n, new Date(NaN), new Map([["mingbai", 1]]), new Set(), /x/,
    around, new ArrayBuffer(8), [,], new Error("x"), new Blob(["x"])];
  for (const strange of list) {
    for (const name of ["size", "end", "result", "hello"]) {
      const parts = { height: strange, outcomes: [{ measure: strange, group: strange }, strange] };
      target.postMessage({ mingbai: 1, type: name, ...parts, results: strange }, "*");
      target.postMessage({ mingbai: 1, type: name, outcomes: strange, results: [true] }, "*");
    }
    target.postMessage({ mingbai: 1, type: strange }, "*");
    target.postMessage({ mingbai: strange, type: "hello", results: true }, "*");
    target.postMessage(strange, "*");
  }
}"""
HEAR = (
    "() => { window.heard = []; for (const name of ['end', 'result'])"
    " addEventListener(`mingbai:${name}`, ({ detail }) => heard.push([name, detail])); }"
)


@pytest.fixture
def portal(tmp_path: Path, host: Host, serve: Serve, open_page: Open) -> Portal:
    return Portal(tmp_path, host, serve, open_page)


def value(random: Random, depth: int = 0) -> Any:
    """A value that JSON knows, of any shape; its names are such as scripts stumble over."""
    match random.randrange(7 if depth < DEPTH else 4):
        case 0:
            return random.choice(NUMBERS)
        case 1:
            return random.choice(WORDS)
        case 2:
            return random.choice((True, False))
        case 3:
            return None
        case 4:
            return [value(random, depth + 1) for _ in range(random.randrange(4))]
        case _:
            names = random.choices(KEYS, k=random.randrange(5))
            return {name: value(random, depth + 1) for name in names}


def message(random: Random) -> Any:
    """Mostly something that begins as a message of ours does."""
    if random.random() < 0.2:
        return value(random)
    kind = random.choice(("size", "end", "result", "hello", value(random)))
    rest = {name: value(random) for name in random.choices(KEYS[2:6], k=2)}
    if random.random() < 0.3:
        names = [value(random, DEPTH - 1), "garden-subsidy", {"toString": 1, "valueOf": 1}, ["x"]]
        pairs = [random.choices(names, k=2) for _ in range(random.choice((1, 1, 2, 501)))]
        rest["outcomes"] = [{"measure": one, "group": other} for one, other in pairs]
    return {"mingbai": 1, "type": kind, **rest}


def send(page: Page | Frame, where: str, seed: int) -> None:
    random = Random(seed)
    page.evaluate(SEND, [[message(random) for _ in range(MESSAGES)], where])
    page.evaluate("() => new Promise((resolve) => setTimeout(resolve, 300))")


@pytest.mark.parametrize("seed", [1, 2])
def test_the_page_around_takes_nothing_but_what_it_knows(
    small_site: Path, host: Host, portal: Portal, seed: int
) -> None:
    growing = snippet(small_site, ARTICLE, "growing", host)
    page = portal.show(growing.replace("data-mingbai", "data-mingbai data-results"))
    page.evaluate(HEAR)
    send(inner(page), "parent", seed)
    assert 0 < int(page.locator("iframe").get_attribute("height") or 0) <= HIGHEST
    heard = page.evaluate("heard")
    assert {name for name, _ in heard} == {"end", "result"}
    for name, detail in heard:
        names = [text for outcome in detail or () for text in outcome.values()]
        assert (name == "result") == isinstance(detail, list)
        assert all(isinstance(text, str) and NAME.fullmatch(text) for text in names)


@pytest.mark.parametrize("seed", [3])
def test_a_frame_takes_nothing_but_a_whole_greeting(
    small_site: Path, host: Host, portal: Portal, seed: int
) -> None:
    page = portal.show(snippet(small_site, CHECK, "growing", host))
    frame = inner(page)
    expect(frame.locator("[data-form]").first).to_be_visible()
    send(page, "frame", seed)
    check = Checker(cast("Page", frame))
    check.to_result()
    assert check.outcome("garden-subsidy") == "qualify"
    assert check.stage.locator(".embed__send").count() == 0
