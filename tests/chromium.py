"""Starts the Chromium that is to be had here; run as a script, it tells which one that is."""

import os
import sys
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Browser, Error, Playwright, sync_playwright

# Nothing but the pages under test may use the network; one renderer looks the same everywhere.
FLAGS = (
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-quic",
    "--no-first-run",
    "--disable-gpu",
)
SYSTEM_BROWSERS = ("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")


def launch(playwright: Playwright) -> Browser:
    """Start a headless Chromium; raises FileNotFoundError where there is none."""
    return playwright.chromium.launch(executable_path=executable(playwright), args=flags())


def executable(playwright: Playwright) -> Path:
    """Return the Chromium to start: MINGBAI_CHROMIUM's, else Playwright's own, else the system's.

    Raises FileNotFoundError where there is none.
    """
    for path in _executables(playwright):
        if path.is_file():
            return path
    message = "no Chromium here: make setup installs one"
    raise FileNotFoundError(message)


def _executables(playwright: Playwright) -> Iterator[Path]:
    if named := os.environ.get("MINGBAI_CHROMIUM"):
        yield Path(named)
        return
    yield Path(playwright.chromium.executable_path)
    yield from map(Path, SYSTEM_BROWSERS)


def flags() -> list[str]:
    """Return what Chromium is started with: root may not use its sandbox, everybody else does."""
    return [*FLAGS, "--no-sandbox"] if os.geteuid() == 0 else [*FLAGS]


def main() -> int:
    """Print the version of the Chromium that starts; 1 if none does."""
    with sync_playwright() as playwright:
        try:
            browser = launch(playwright)
        except (FileNotFoundError, Error) as problem:
            sys.stderr.write(f"{problem}\n")
            return 1
        sys.stdout.write(f"Chromium {browser.version}\n")
        browser.close()
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
