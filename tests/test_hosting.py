"""Server samples, each run by its server; security.txt, the bill of materials and the hashes."""

import hashlib
import json
import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from datetime import date
from importlib.metadata import version
from pathlib import Path

import pytest

from generator.from_yaml.load import load
from generator.site.machine import SHIPPED, server_policies
from generator.to_bundle.compressed import compressed
from generator.to_hosting import servers
from generator.to_hosting.contact import security_txt
from generator.to_hosting.finished import SUMS, add_neighbours, write_hashes
from generator.to_hosting.parts import bill_of_materials
from generator.to_hosting.servers import SAMPLES, server_samples
from tests.projects import INVENTED, ROOT
from tests.web_servers import PROGRAMS, get, running

POLICY = load(INVENTED)
HASHED = "assets/site.921f787afc.css"
FILES = {
    "index.html": "root",
    "404.html": "not here",
    "zh/index.html": "home",
    "zh/check/index.html": "check",
    "en/integrators/index.html": "prose",
    "embed/zh/check/index.html": "embedded check",
    "embed/en/audiences/shops/index.html": "embedded",
    HASHED: "a { color: red } " * 100,
    "assets/checker/runtime-0123456789ab/pyodide.asm.wasm": "wasm",
    "assets/checker/bundle.json": "{}",
    "zh/feed.xml": "<feed/>",
    "zh/text.md": "# 文",
    "api/v1/index.json": "{}",
}


TYPES = {
    "/zh/": {"text/html; charset=utf-8"},
    "/no/such/page.md": {"text/html; charset=utf-8"},
    "/zh/text.md": {"text/markdown; charset=utf-8"},
    "/zh/feed.xml": {"application/xml; charset=utf-8", "text/xml; charset=utf-8"},
    # JSON is UTF-8 by itself.
    "/api/v1/index.json": {"application/json; charset=utf-8", "application/json"},
    "/assets/checker/runtime-0123456789ab/pyodide.asm.wasm": {"application/wasm"},
}


def served_tree(folder: Path) -> Path:
    for name, text in FILES.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, "utf-8")
    add_neighbours(folder, lambda raw: compressed(raw, folder.parent / "cache")[:2])
    return folder


@pytest.fixture(scope="module", params=PROGRAMS)
def port(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    """The port of a server that runs its sample over a small tree."""
    tree = served_tree(tmp_path_factory.mktemp("tree") / "site")
    with running(request.param, tree) as port:
        yield port


@pytest.mark.parametrize(
    ("path", "kind", "ancestors"),
    [
        ("/", "loose", "'none'"),
        ("/no/such/page/", "loose", "'none'"),
        ("/zh/", "page", "'self'"),
        ("/zh/check/", "check", "'self'"),
        ("/en/integrators/", "prose", "'self'"),
        ("/embed/zh/check/", "check", "*"),
        ("/embed/en/audiences/shops/", "page", "*"),
    ],
)
def test_a_server_sends_the_policy_of_each_kind_of_page(
    port: int, path: str, kind: str, ancestors: str
) -> None:
    answer = get(port, path)
    expected = f"{server_policies()[kind]}; frame-ancestors {ancestors}"
    assert answer.headers.get_all("Content-Security-Policy") == [expected]
    embed = path.startswith("/embed/")
    assert answer.headers["Cross-Origin-Embedder-Policy"] == ("require-corp" if embed else None)
    assert answer.headers["Cross-Origin-Opener-Policy"] == (None if embed else "same-origin")
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Cache-Control"] == "no-cache"


def test_a_server_keeps_hashed_names_for_ever_and_shares_them(port: int) -> None:
    for path in (HASHED, "assets/checker/runtime-0123456789ab/pyodide.asm.wasm"):
        answer = get(port, f"/{path}")
        assert answer.headers["Cache-Control"] == "public, max-age=31536000, immutable"
        assert answer.headers["Access-Control-Allow-Origin"] == "*"
    assert get(port, "/assets/checker/bundle.json").headers["Cache-Control"] == "no-cache"
    assert get(port, "/zh/").headers["Access-Control-Allow-Origin"] is None


def test_a_server_hands_out_packed_neighbours_and_right_types(port: int) -> None:
    packed = get(port, f"/{HASHED}", accepted="gzip")
    assert packed.headers["Content-Encoding"] == "gzip"
    assert int(packed.headers["Content-Length"]) < len(FILES[HASHED])
    assert get(port, f"/{HASHED}").headers["Content-Encoding"] is None
    for path, types in TYPES.items():
        assert get(port, path).headers["Content-Type"] in types
    assert get(port, "/no/such/page/").status == 404


@pytest.mark.parametrize("name", SAMPLES)
def test_every_sample_carries_the_policies_of_the_pages_and_no_gap(name: str) -> None:
    sample = server_samples(POLICY.site, server_policies())[f"hosting/{name}"].decode()
    for policy in server_policies().values():
        assert f"{policy}; frame-ancestors " in sample
    for gap in ("@base@", "@default@", "@rules@", "@hashed@", "@shared@", "@embeds@", "@loose@"):
        assert gap not in sample
    assert "immutable" in sample


def test_the_samples_follow_the_path_below_which_the_site_stands() -> None:
    site = POLICY.site.model_copy(update={"base_address": "https://city.example/a/b/"})
    for name, sample in server_samples(site, server_policies()).items():
        assert b"/a/b/404.html" in sample, name
        assert b"^/a/b/(zh|en)/check/" in sample, name


def test_the_built_site_is_what_its_hashes_say_and_its_assets_are_kept() -> None:
    site = Path(os.environ.get("MINGBAI_SITE", ROOT / "site"))
    if not (site / SUMS).is_file():
        pytest.skip("the site is not built: make site")
    lines = (site / SUMS).read_text("utf-8").splitlines()
    told = {name: digest for digest, _, name in (line.partition("  ") for line in lines)}
    for name, digest in told.items():
        assert hashlib.sha256((site / name).read_bytes()).hexdigest() == digest
    assert {p.relative_to(site).as_posix() for p in site.rglob("*") if p.is_file()} == {*told, SUMS}
    kept = re.compile(servers.HASHED)
    again = {name for name in told if name.startswith("assets/") and not kept.match(name)}
    listing = "assets/checker/bundle.json"
    assert again == {listing, f"{listing}.gz", f"{listing}.br"}


def test_hashes_and_neighbours_cover_what_is_there(tmp_path: Path) -> None:
    site = served_tree(tmp_path / "site")
    write_hashes(site)
    told = {line.partition("  ")[2] for line in (site / SUMS).read_text("utf-8").splitlines()}
    assert told == {*FILES, f"{HASHED}.gz", f"{HASHED}.br"}
    if tool := shutil.which("sha256sum"):
        subprocess.run([tool, "--check", "--quiet", SUMS], cwd=site, check=True)


def test_security_txt_names_a_contact_and_a_day() -> None:
    fields = dict(
        line.split(": ", 1) for line in security_txt(POLICY).decode().splitlines() if line
    )
    assert fields["Contact"] == POLICY.site.contact.address
    assert date.fromisoformat(fields["Expires"][:10]) > date.fromisoformat(
        max(change.on for change in POLICY.changes)
    )
    assert fields["Canonical"].endswith("/.well-known/security.txt")


def test_the_bill_of_materials_names_what_goes_out_and_what_builds() -> None:
    shipped = dict.fromkeys(SHIPPED, "1.2.3")
    bill = json.loads(bill_of_materials(shipped, ("mkdocs-material",)))
    assert (bill["bomFormat"], bill["specVersion"]) == ("CycloneDX", "1.6")
    told = {each["name"]: each for each in bill["components"]}
    required = {name for name, each in told.items() if each["scope"] == "required"}
    assert required == {*SHIPPED, "mkdocs-material"}
    assert told["jinja2"]["version"] == version("jinja2")
    references = [each["bom-ref"] for each in bill["components"]]
    assert sorted(set(references)) == references
    assert bill["dependencies"][0]["dependsOn"] == references
    assert all(each["bom-ref"] == each["purl"] for each in bill["components"])
