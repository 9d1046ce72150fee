"""Runs nginx, Apache and Caddy with the samples that go out with a site."""

import os
import shutil
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path
from socket import socket
from types import MappingProxyType

import pytest

from generator.from_yaml.load import load
from generator.site.machine import server_policies
from generator.to_hosting.servers import server_samples
from tests.projects import INVENTED

SITE = load(INVENTED).site
APACHE_MODULES = ("mpm_event", "authz_core", "headers", "mime", "filter", "dir", "deflate")
PLACES = "/usr/sbin:/sbin"


@contextmanager
def running(server: str, tree: Path, base: str = "/") -> Iterator[int]:
    """The port of a server that shows `tree` below the path `base`; skips where there is none."""
    program = PROGRAMS[server]
    found = shutil.which(program) or shutil.which(program, path=PLACES)
    if found is None:
        pytest.skip(f"{program} is not installed: .ci/setup test")
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        # Workers of a server that root starts are another user's, who has to read here.
        work.chmod(0o755)
        root = work / "site"
        shutil.copytree(tree, root / base.strip("/"))
        port = _free_port()
        command = PREPARED[server](found, work, root, base, port)
        kept = {**os.environ, "XDG_DATA_HOME": folder, "XDG_CONFIG_HOME": folder}
        with (work / "said").open("wb") as said:
            process = subprocess.Popen(command, stderr=said, stdout=said, env=kept)
        try:
            _wait(port, process, work)
            yield port
        finally:
            process.terminate()
            process.wait(timeout=10)


def get(port: int, path: str, accepted: str = "identity") -> HTTPResponse:
    """The answer to a request, its body read."""
    connection = HTTPConnection("127.0.0.1", port, timeout=10)
    connection.request("GET", path, headers={"Accept-Encoding": accepted})
    answer = connection.getresponse()
    answer.read()
    connection.close()
    return answer


def _wait(port: int, process: subprocess.Popen[bytes], work: Path) -> None:
    for _ in range(400):
        assert process.poll() is None, (work / "said").read_text() + _log(work)
        try:
            get(port, "/")
        except OSError:
            time.sleep(0.05)
        else:
            return
    raise AssertionError((work / "said").read_text() + _log(work))


def _log(work: Path) -> str:
    log = work / "error.log"
    return log.read_text() if log.is_file() else ""


def _free_port() -> int:
    with socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


def _sample(name: str, base: str) -> str:
    site = SITE.model_copy(update={"base_address": f"https://qinghe.example{base}"})
    return server_samples(site, server_policies())[f"hosting/{name}"].decode()


def _nginx(program: str, work: Path, root: Path, base: str, port: int) -> list[str]:
    sample = _sample("nginx.conf", base)
    sample = sample.replace("listen 8080", f"listen 127.0.0.1:{port}")
    sample = sample.replace("root /srv/mingbai", f"root {root}")
    kept = "\n".join(
        f"{name}_temp_path {work}/{name};"
        for name in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    own = "user root;\n" if os.geteuid() == 0 else ""
    main = f"{own}daemon off; pid {work}/pid; error_log {work}/error.log; events {{}}\n"
    text = f"{main}http {{ access_log off;\n{kept}\n{sample}\n}}"
    (work / "nginx.conf").write_text(text, "utf-8")
    return [program, "-p", str(work), "-c", str(work / "nginx.conf"), "-e", f"{work}/error.log"]


def _apache(program: str, work: Path, root: Path, base: str, port: int) -> list[str]:
    (root / base.strip("/") / ".htaccess").write_text(_sample("apache.htaccess", base), "utf-8")
    modules = "\n".join(
        f"LoadModule {name}_module /usr/lib/apache2/modules/mod_{name}.so"
        for name in (*APACHE_MODULES, "rewrite")
    )
    user = "User www-data\nGroup www-data\n" if os.geteuid() == 0 else ""
    text = (
        f"{modules}\n{user}ServerName localhost\nListen 127.0.0.1:{port}\nTypesConfig /dev/null\n"
        f"PidFile {work}/pid\nErrorLog {work}/error.log\nDefaultRuntimeDir {work}\n"
        f"DocumentRoot {root}\n<Directory {root}>\nAllowOverride All\n</Directory>\n"
    )
    (work / "apache.conf").write_text(text, "utf-8")
    return [program, "-f", str(work / "apache.conf"), "-D", "FOREGROUND"]


def _caddy(program: str, work: Path, root: Path, base: str, port: int) -> list[str]:
    sample = _sample("Caddyfile", base)
    sample = sample.replace(":8080 {", f":{port} {{\n    bind 127.0.0.1")
    sample = sample.replace("root * /srv/mingbai", f"root * {root}")
    (work / "Caddyfile").write_text(f"{{\n    admin off\n}}\n{sample}", "utf-8")
    return [program, "run", "--config", str(work / "Caddyfile"), "--adapter", "caddyfile"]


PROGRAMS: Mapping[str, str] = MappingProxyType(
    {"nginx": "nginx", "Apache": "apache2", "Caddy": "caddy"}
)

PREPARED: Mapping[str, Callable[[str, Path, Path, str, int], list[str]]] = MappingProxyType(
    {"nginx": _nginx, "Apache": _apache, "Caddy": _caddy}
)
"""Writes a server's settings and gives the command that starts it."""
