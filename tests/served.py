"""Serves a folder to a browser under test as a static host does, and remembers every request."""

import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import unquote, urlsplit

TYPES: Mapping[str, str] = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css",
    ".js": "text/javascript",
    ".mjs": "text/javascript",
    ".json": "application/json",
    ".wasm": "application/wasm",
    ".svg": "image/svg+xml",
    ".zip": "application/zip",
    ".xml": "application/xml",
}


@dataclass(frozen=True, slots=True)
class Asked:
    """A request as it came in: everything that a host could write into its log."""

    method: str
    target: str
    headers: str
    body: bytes


@dataclass
class Host:
    """A host on this machine; what it serves can be changed while it runs.

    `prefix` is the path below which the site stands; `encodes` whether the host sends the .gz
    neighbour of a file to a browser that takes it; `types` replaces MIME types by ending; `broken`
    names paths (or ends of paths) that answer with 503; `headers` are sent with every file.
    """

    folder: Path
    prefix: str = "/"
    encodes: bool = True
    types: dict[str, str] = field(default_factory=dict)
    headers: dict[str, str] = field(default_factory=dict)
    broken: set[str] = field(default_factory=set)
    asked: list[Asked] = field(default_factory=list)
    port: int = 0

    @property
    def address(self) -> str:
        """The address of the site's root, with its last slash."""
        return f"http://127.0.0.1:{self.port}{self.prefix}"


@contextmanager
def serving(host: Host) -> Iterator[Host]:
    """Serve until the block ends."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(host))
    server.daemon_threads = True
    host.port = server.server_address[1]
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    try:
        yield host
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def _handler(host: Host) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            self._note()
            path = unquote(urlsplit(self.path).path)
            file = _file(host, path)
            if file is None:
                self._send(HTTPStatus.NOT_FOUND, b"", {})
            elif any(path.endswith(end) for end in host.broken):
                self._send(HTTPStatus.SERVICE_UNAVAILABLE, b"", {})
            else:
                self._send(HTTPStatus.OK, *_content(host, file, self.headers["Accept-Encoding"]))

        def do_POST(self) -> None:
            self._note()
            self._send(HTTPStatus.NO_CONTENT, b"", {})

        do_HEAD = do_GET  # noqa: N815 - the names that the server calls
        do_PUT = do_OPTIONS = do_POST  # noqa: N815

        def _note(self) -> None:
            body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
            host.asked.append(Asked(self.command, self.path, str(self.headers), body))

        def _send(self, status: HTTPStatus, body: bytes, headers: Mapping[str, str]) -> None:
            self.send_response(status)
            for name, value in {
                **headers,
                **host.headers,
                "Content-Length": str(len(body)),
            }.items():
                self.send_header(name, value)
            self.end_headers()
            if self.command != "HEAD":
                self.wfile.write(body)

        log_message: Callable[..., None] = lambda *_: None

    return Handler


def _file(host: Host, path: str) -> Path | None:
    if not path.startswith(host.prefix) or ".." in path.split("/"):
        return None
    file = host.folder / path.removeprefix(host.prefix)
    file = file / "index.html" if file.is_dir() else file
    return file if file.is_file() else None


def _content(host: Host, file: Path, accepted: str | None) -> tuple[bytes, Mapping[str, str]]:
    kind = {**TYPES, **host.types}.get(file.suffix, "application/octet-stream")
    packed = file.with_name(file.name + ".gz")
    if host.encodes and "gzip" in (accepted or "") and packed.is_file():
        return packed.read_bytes(), {"Content-Type": kind, "Content-Encoding": "gzip"}
    return file.read_bytes(), {"Content-Type": kind}
