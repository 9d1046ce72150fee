"""Each file in `data/bad/` names the place where it goes and every problem that it must give.

`# file:` is the file of the small project that it replaces; each `# expect:` is one problem.
"""

import re
from pathlib import Path

import pytest

from tests.projects import problems_of, with_file

BAD = Path(__file__).parent / "data" / "bad"
FILES = sorted(BAD.glob("*.yaml"))


def lines(content: bytes, key: str) -> list[str]:
    text = content.decode("utf-8", errors="replace")
    return re.findall(rf"^# {key}: (.*)$", text, flags=re.MULTILINE)


def test_there_are_bad_files() -> None:
    assert len(FILES) >= 40


@pytest.mark.parametrize("bad", FILES, ids=lambda path: path.stem)
def test_a_bad_file_gives_exactly_its_problems(bad: Path, tmp_path: Path) -> None:
    content = bad.read_bytes()
    (place,) = lines(content, "file")
    expected = lines(content, "expect")
    assert expected, "a bad file states the problems that it must give"
    assert expected == problems_of(with_file(tmp_path, place, content))
