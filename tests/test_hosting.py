"""Server samples, each run by its server; security.txt, the bill of materials and the hashes."""

import hashlib
import json
import os
import re
import shutil
import subprocess
import tomllib
from collections.abc import Iterator
from datetime import date, datetime
from importlib.metadata import version
from pathlib import Path
from urllib.robotparser import RobotFileParser

import pytest

from generator.from_yaml.load import load
from generator.site.machine import server_policies, shipped
from generator.to_bundle.compressed import compressed
from generator.to_bundle.node import node_package
from generator.to_hosting import servers
from generator.to_hosting.contact import security_txt
from generator.to_hosting.finished import SUMS, add_neighbours, write_hashes
from generator.to_hosting.hosting import LINKED
from generator.to_hosting.parts import bill_of_materials
from generator.to_hosting.robots import robots_txt
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
    "oembed/zh/check.json": "{}",
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


def test_a_server_lets_other_sites_read_all_data(port: int) -> None:
    for path in ("api/v1/index.json", "zh/feed.xml", "zh/text.md", "oembed/zh/check.json"):
        answer = get(port, f"/{path}")
        assert (path, answer.headers["Access-Control-Allow-Origin"]) == (path, "*")
        assert answer.status == 200


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
    lines = security_txt(POLICY).decode().splitlines()
    fields = dict(line.split(": ", 1) for line in lines)
    assert len(fields) == len(lines)
    assert fields["Contact"] == POLICY.site.contact.address
    assert fields["Contact"].startswith(("https://", "mailto:"))
    newest = date.fromisoformat(max(change.on for change in POLICY.changes))
    until = datetime.fromisoformat(fields["Expires"])
    assert until.tzinfo is not None
    # RFC 9116, section 2.5.5: about a year at most.
    assert (until.date() - newest).days == 365
    assert fields["Canonical"] == f"{POLICY.site.base_address}.well-known/security.txt"


def test_security_txt_belongs_to_the_root_of_the_host() -> None:
    site = POLICY.site.model_copy(update={"base_address": "https://city.example/a/b/"})
    text = security_txt(POLICY.model_copy(update={"site": site})).decode()
    assert "\nCanonical: https://city.example/.well-known/security.txt\n" in text


def test_robots_txt_names_the_list_of_all_pages() -> None:
    found = RobotFileParser()
    found.parse(robots_txt(POLICY.site).decode().splitlines())
    assert found.site_maps() == [f"{POLICY.site.base_address}sitemap.xml"]
    assert found.can_fetch("anybody", f"{POLICY.site.base_address}embed/zh/check/")


@pytest.mark.parametrize("server", ["nginx", "Caddy"])
def test_the_root_of_the_host_answers_for_a_site_below_a_path(server: str, tmp_path: Path) -> None:
    tree = served_tree(tmp_path / "site")
    for name, text in {
        "robots.txt": "User-agent: *",
        ".well-known/security.txt": "Contact",
    }.items():
        (tree / name).parent.mkdir(exist_ok=True)
        (tree / name).write_text(text, "utf-8")
        with running(server, tree, "/a/b/") as port:
            for path in (f"/{name}", f"/a/b/{name}"):
                answer = get(port, path)
                assert (answer.status, int(answer.headers["Content-Length"])) == (200, len(text))
                assert answer.headers["Content-Type"].startswith("text/plain")
                assert answer.headers["X-Content-Type-Options"] == "nosniff"
            assert get(port, "/zh/").status == 404


def test_the_bill_of_materials_names_what_goes_out_and_what_builds() -> None:
    parts = shipped("0.1.0")
    bill = json.loads(bill_of_materials(parts, LINKED))
    assert (bill["bomFormat"], bill["specVersion"]) == ("CycloneDX", "1.6")
    told = {each["name"]: each for each in bill["components"]}
    assert len(told) == len(bill["components"])
    required = {name for name, each in told.items() if each["scope"] == "required"}
    packages = {"pyodide", "cpython", "emscripten", "minisearch", "mkdocs-material", "mingbai-quiz"}
    assert required == {*packages, *LINKED}
    assert told["jinja2"]["version"] == version("jinja2")
    assert told["cpython"]["version"] == "3.14.2"
    references = [each["bom-ref"] for each in bill["components"]]
    assert sorted(set(references)) == references
    assert bill["dependencies"][0]["dependsOn"] == references
    assert {each["purl"] for each in told.values() if each["name"] in packages} == set(parts)


def test_the_licences_of_what_goes_out_are_those_that_its_makers_state() -> None:
    for purl, licence in shipped("0.1.0").items():
        kind, name = purl.removeprefix("pkg:").split("@")[0].split("/", 1)
        if kind == "npm":
            told = json.loads((node_package(name) / "package.json").read_text("utf-8"))["license"]
            assert (name, licence) == (name, told)
    engine = tomllib.loads((ROOT / "quiz" / "pyproject.toml").read_text("utf-8"))["project"]
    assert shipped("0.1.0")[f"pkg:pypi/{engine['name']}@0.1.0"] == engine["license"]


def test_every_node_package_goes_out_and_is_named_or_builds() -> None:
    package = json.loads((ROOT / "package.json").read_text("utf-8"))
    builds = {"binaryen", "terser"}
    told = {purl for purl in shipped("0.1.0") if purl.startswith("pkg:npm/")}
    assert {purl.removeprefix("pkg:npm/").split("@")[0] for purl in told} | builds == set(
        package["dependencies"]
    )
