"""The page's own modules under Node, without a browser."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import segno

WEB = Path(__file__).parent / "web"
TESTS = sorted(WEB.glob("*.test.mjs"))
FULL = {1: 17, 2: 32, 3: 53, 5: 106, 7: 154, 10: 271, 20: 858, 40: 2953}
"""How many bytes fill the codes of some versions: then makers do not differ in their padding."""


def node() -> str:
    """The Node that set-up found: beside Python, or on the path."""
    places = (str(Path(sys.executable).parent), os.environ.get("PATH", ""))
    found = shutil.which("node", path=os.pathsep.join(places))
    assert found
    return found


def test_there_are_tests_to_run() -> None:
    assert len(TESTS) >= 2


@pytest.mark.parametrize("file", TESTS, ids=lambda file: file.name)
def test_the_tests_of_a_module_pass(file: Path) -> None:
    done = subprocess.run(
        [node(), "--test", str(file)], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout[-4000:]


def test_qr_codes_equal_those_of_another_maker() -> None:
    texts = [("https://mingbai.example/zh/check/" * 100)[:length] for length in FULL.values()]
    done = subprocess.run(
        [node(), str(WEB / "qr_codes.mjs")],
        input=json.dumps({"texts": texts}),
        capture_output=True,
        text=True,
        check=True,
    )
    codes = json.loads(done.stdout)
    assert [len(code) for code in codes] == [17 + 4 * version for version in FULL]
    for text, code in zip(texts, codes, strict=True):
        assert code in _by_segno(text)


def _by_segno(text: str) -> list[list[list[int]]]:
    """The code with each of the eight masks: which of them reads best is a matter of taste."""
    made = (
        segno.make_qr(text.encode(), error="l", mode="byte", mask=mask, boost_error=False)
        for mask in range(8)
    )
    return [[list(map(int, row)) for row in each.matrix] for each in made]
