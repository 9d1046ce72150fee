"""A plain file server for measures: sends what is compressed as such, and counts what it sends."""

import gzip
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Lock, Thread

TYPES = {".mjs": "text/javascript", ".wasm": "application/wasm", ".whl": "application/zip"}
CODINGS = (("br", ".br"), ("gzip", ".gz"))
PAGE = ".html"
"""What a server packs when it is asked for: pages have no packed neighbours."""
PIECE = 16_384


@dataclass
class Line:
    """The way to a visitor: bytes sent so far, and how many go through in a second (0: all)."""

    bytes_per_second: int = 0
    sent: int = 0
    free_at: float = 0.0
    lock: Lock = field(default_factory=Lock)

    def send(self, size: int) -> None:
        """Count a piece and wait until it is through: all connections share the line."""
        with self.lock:
            self.sent += size
            if not self.bytes_per_second:
                return
            self.free_at = max(self.free_at, time.monotonic()) + size / self.bytes_per_second
            wait = self.free_at - time.monotonic()
        time.sleep(max(wait, 0))


class _Handler(SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def __init__(self, *arguments: object, line: Line, **options: object) -> None:
        self.line = line
        super().__init__(*arguments, **options)  # type: ignore[arg-type]

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if not path.is_file():
            self.send_error(404)
            return
        kind = TYPES.get(path.suffix) or self.guess_type(path.name)
        keep = "no-cache" if path.suffix == PAGE else "public, max-age=31536000, immutable"
        self._send(*_packed(path, self.headers.get("Accept-Encoding", "")), kind, keep)

    def _send(self, body: bytes, coding: str, kind: str, keep: str) -> None:
        self.send_response(200)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", keep)
        if coding:
            self.send_header("Content-Encoding", coding)
        self.end_headers()
        for at in range(0, len(body), PIECE):
            piece = body[at : at + PIECE]
            self.wfile.write(piece)
            self.line.send(len(piece))

    def log_message(self, *_: object) -> None:
        """Say nothing: what is measured is printed."""


def _packed(path: Path, accepted: str) -> tuple[bytes, str]:
    """What is sent of a file, and how it is packed."""
    for coding, end in CODINGS:
        if coding in accepted and (packed := path.with_name(path.name + end)).is_file():
            return packed.read_bytes(), coding
    if path.suffix == PAGE and "gzip" in accepted:
        return gzip.compress(path.read_bytes()), "gzip"
    return path.read_bytes(), ""


@contextmanager
def host(root: Path, line: Line) -> Iterator[str]:
    """Serve a folder on this machine alone; yields its address."""
    server = ThreadingHTTPServer(
        ("127.0.0.1", 0), partial(_Handler, line=line, directory=str(root))
    )
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()
