"""`mingbai serve`: builds, shows the site on this machine, and builds again on every change."""

import subprocess
import sys
import threading
import time
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from generator.commands.options import add_project

HELP = "build, show the site on this machine, and build again on every change"

PACKAGE = Path(__file__).parent.parent
"""The generator itself: its templates and code are watched too."""

UNSEEN = frozenset({"__pycache__", "new_project"})
"""What changes while the site is built, and what no page is made of."""

PAUSE = 0.5
"""Seconds between two looks at the files."""


class Handler(SimpleHTTPRequestHandler):
    """Files as they are, never cached, with the types that WebAssembly and modules need."""

    extensions_map: dict[str, str] = {  # noqa: RUF012 - the class that it overrides is so
        **SimpleHTTPRequestHandler.extensions_map,
        ".wasm": "application/wasm",
        ".mjs": "text/javascript",
        ".js": "text/javascript",
        ".json": "application/json",
        ".webmanifest": "application/manifest+json",
    }

    def end_headers(self) -> None:
        """Forbid caching: what is shown is always the last build."""
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Answer what is missing with the site's own page, as a host would."""
        page = Path(self.directory) / "404.html"
        if code != 404 or not page.is_file():
            super().send_error(code, message, explain)
            return
        body = page.read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name it overrides
        """Stay quiet: builds and problems are what the terminal is for."""


def add_options(parser: ArgumentParser) -> None:
    """The options of this command."""
    add_project(parser)
    parser.add_argument("--host", default="127.0.0.1", help="default: 127.0.0.1")
    parser.add_argument("--port", type=int, default=8000, help="0 takes any free port")


def run(arguments: Namespace) -> int:
    """Serve until interrupted."""
    project: Path = arguments.project
    out = project / "site"
    if not _build(project) and not out.is_dir():
        return 1
    handler = partial(Handler, directory=str(out))
    server = ThreadingHTTPServer((arguments.host, arguments.port), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    print(f"The site is at http://{arguments.host}:{server.server_port}/", flush=True)
    try:
        _rebuild_on_change(project)
    except KeyboardInterrupt:
        server.shutdown()
    return 0


def _build(project: Path) -> bool:
    """Build in a process of its own, so that changed code and templates are read afresh."""
    command = [sys.executable, "-m", "generator", "build", "--project", str(project)]
    return subprocess.run(command, check=False).returncode == 0


def _rebuild_on_change(project: Path) -> None:
    seen = stamps(project)
    while True:
        time.sleep(PAUSE)
        now = stamps(project)
        if now != seen:
            seen = now
            _build(project)


def stamps(project: Path) -> dict[Path, int]:
    """The files that the site is made of, with the time of their last change."""
    return {path: path.stat().st_mtime_ns for path in _watched(project) if path.is_file()}


def _watched(project: Path) -> Iterator[Path]:
    yield project / "mkdocs.yml"
    for folder in (project / "policy_data", project / "docs", PACKAGE, PACKAGE.parent / "quiz"):
        for path in folder.rglob("*"):
            if UNSEEN.isdisjoint(path.relative_to(folder).parts):
                yield path
