"""Sites to look at, and the browser that looks."""

import fcntl
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from generator.commands.build import build
from tests.chromium import launch
from tests.served import Host, serving

ROOT = Path(__file__).parents[2]
INVENTED = ROOT / "generator" / "new_project"
SLOW = 45_000
"""Milliseconds that a busy machine may take to start Python."""


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    expect.set_options(timeout=SLOW)
    with sync_playwright() as playwright:
        browser = launch(playwright)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def small_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The invented project as a site."""
    # The processes of one test run share what the first of them builds.
    shared = tmp_path_factory.getbasetemp()
    shared = shared.parent if os.environ.get("PYTEST_XDIST_WORKER") else shared
    project = shared / "invented"
    with (shared / "invented.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (project / "site").is_dir():
            shutil.copytree(INVENTED, project, dirs_exist_ok=True)
            cache = ROOT / "build"
            cache.mkdir(exist_ok=True)
            if not (project / "build").exists():
                (project / "build").symlink_to(cache)
            build(project, project / "site")
    return project / "site"


@pytest.fixture(scope="session")
def whole_site() -> Path:
    """The document's own site, as the run of all tests has built it."""
    site = Path(os.environ.get("MINGBAI_SITE", ROOT / "site"))
    if not (site / "index.html").is_file():
        build(ROOT, site)
    return site


type Serve = Callable[..., Host]


@pytest.fixture
def serve() -> Iterator[Serve]:
    """Serve a folder for one test; keywords are those of Host."""
    with ExitStack() as stack:
        yield lambda folder, **how: stack.enter_context(serving(Host(folder, **how)))


@pytest.fixture
def host(small_site: Path, serve: Serve) -> Host:
    """The invented project's site on a host of its own."""
    return serve(small_site)


type Open = Callable[..., Page]


@pytest.fixture
def open_page(chromium: Browser) -> Iterator[Open]:
    """Open an address in a new browser context; faults of its scripts fail the test."""
    contexts: list[BrowserContext] = []
    faults: list[str] = []

    def opened(address: str, **how: object) -> Page:
        context = chromium.new_context(**{"viewport": {"width": 360, "height": 800}} | how)  # type: ignore[arg-type]
        contexts.append(context)
        context.set_default_timeout(SLOW)
        page = context.new_page()
        page.on("pageerror", lambda fault: faults.append(str(fault)))
        page.goto(address)
        return page

    yield opened
    for context in contexts:
        context.close()
    assert faults == []
