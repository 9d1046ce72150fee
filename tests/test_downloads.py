"""What re-users download runs as it is and is what its hashes say."""

import hashlib
import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from generator.from_yaml.load import load
from generator.policy.policy import Policy
from generator.to_bundle.bundle import ENGINE
from generator.to_bundle.engine import plain_wheel, still
from generator.to_hosting.downloads import FOLDER, downloads
from generator.to_rules.rules import to_rules
from tests.projects import INVENTED, ROOT


@pytest.fixture(scope="module", params=[INVENTED, ROOT], ids=["invented", "luoyang"])
def policy(request: pytest.FixtureRequest) -> Policy:
    return load(request.param)


@pytest.fixture(scope="module")
def folder(policy: Policy, tmp_path_factory: pytest.TempPathFactory) -> Path:
    with still(ENGINE) as sources:
        wheel = plain_wheel(sources, ROOT / "build" / "bundle")
    out = tmp_path_factory.mktemp("downloads")
    for address, content in downloads(policy, to_rules(policy), wheel).items():
        (out / address.removeprefix(FOLDER)).write_bytes(content)
    return out


def test_five_lines_of_python_evaluate_as_the_site_does(folder: Path, policy: Policy) -> None:
    script = folder / "evaluate.py"
    assert len(script.read_text("utf-8").splitlines()) == 5
    # -I: nothing of this checkout is on the path, the engine comes out of the wheel alone.
    command = [sys.executable, "-I", "-B", script.name]
    ran = subprocess.run(command, cwd=folder, capture_output=True, check=True)
    answer = json.loads(ran.stdout.decode("utf-8"))
    assert answer["ok"], answer
    measures = {name for each in policy.documents.values() for name in each.measures}
    assert {verdict["measure"] for verdict in answer["verdicts"]} == measures
    scenario = next(s for each in policy.documents.values() for s in each.scenarios.values())
    told = {verdict["measure"]: verdict["status"] for verdict in answer["verdicts"]}
    assert {name: told[name] for name in scenario.expect} == {
        name: expected.status for name, expected in scenario.expect.items()
    }


def test_every_file_is_what_its_hash_says(folder: Path) -> None:
    lines = (folder / "SHA256SUMS").read_text("utf-8").splitlines()
    told = {name: digest for digest, _, name in (line.partition("  ") for line in lines)}
    assert set(told) == {path.name for path in folder.iterdir()} - {"SHA256SUMS", "__pycache__"}
    for name, digest in told.items():
        assert hashlib.sha256((folder / name).read_bytes()).hexdigest() == digest
    if tool := shutil.which("sha256sum"):
        subprocess.run([tool, "--check", "--quiet", "SHA256SUMS"], cwd=folder, check=True)


def test_the_wheel_holds_sources_and_the_rules_are_the_sites(folder: Path, policy: Policy) -> None:
    (wheel,) = folder.glob("*.whl")
    assert wheel.name.endswith("-py3-none-any.whl")
    assert (folder / "rules.json").read_bytes() == to_rules(policy)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_page_about_data_shows_the_very_lines(folder: Path, language: str) -> None:
    page = (ROOT / "docs" / f"data.{language}.md").read_text("utf-8")
    lines = (folder / "evaluate.py").read_text("utf-8").splitlines()
    assert "\n".join(f"    {line}" for line in lines) in page
