"""Valid data files spoilt at random: problems with their places, or a policy that can be used."""

import shutil
import signal
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random

import pytest

from generator.from_yaml.load import load
from generator.policy.policy import Policy
from generator.to_akn.akn import to_akn
from generator.to_api.api import to_api
from generator.to_feeds.feeds import to_feeds
from generator.to_pages.checker.rulebook import Rulebook
from generator.to_pages.pages import editions, to_pages
from generator.to_rules.rules import to_rules
from generator.to_text.text import to_text
from tests.projects import INVENTED, SMALL, problems_of
from tests.spoiling import SPOILT

LIMIT = 60
"""Seconds after which a file that should take a fraction of one counts as a hang."""
START = {"style": "x.css", "script": "x.js", "modules": "y.js"}


@pytest.fixture
def watched() -> Iterator[None]:
    """Raise TimeoutError in whatever runs for ever."""

    def late(*_: object) -> None:
        raise TimeoutError

    before = signal.signal(signal.SIGALRM, late)
    yield
    signal.alarm(0)
    signal.signal(signal.SIGALRM, before)


def files(policy: Policy) -> None:
    """Make of a policy every file for machines."""
    rules = to_rules(policy)
    for made in (to_api(policy, rules), to_text(policy), to_akn(policy), to_feeds(policy)):
        assert made


def pages(policy: Policy) -> None:
    """Make every page of a policy."""
    asks = any(document.measures for document in policy.documents.values())
    rulebook = Rulebook(to_rules(policy), START, "2030-06-01") if asks else None
    for page in to_pages(policy, editions(policy, rulebook)):
        assert page.body()


def spoil(project: Path, seeds: range, folder: Path, *uses: Callable[[Policy], None]) -> int:
    """Spoil one file of `project` after the other; how many were still valid, and could be used.

    A traceback anywhere would be one for the editor of the file.
    """
    copy = shutil.copytree(project, folder / "project")
    names = sorted(
        file.relative_to(project)
        for file in (project / "policy_data").rglob("*")
        if file.suffix in {".yaml", ".txt"}
    )
    valid = 0
    for seed in seeds:
        random, name = Random(seed), names[seed % len(names)]
        ways = SPOILT if name.suffix == ".yaml" else {"torn": SPOILT["torn"]}
        content = (project / name).read_bytes()
        spoilt = random.choice([*ways.values()])(content, random)
        (copy / name).write_bytes(spoilt)
        signal.alarm(LIMIT)
        problems = problems_of(copy)
        for use in () if problems else uses:
            use(load(copy))
        # Whatever is wrong is said in a line that begins with a file of the project.
        assert {line.startswith("policy_data/") for line in problems} <= {True}, seed
        valid += not problems
        (copy / name).write_bytes(content)
    return valid


@pytest.mark.usefixtures("watched")
def test_a_spoilt_file_is_refused_with_its_place_or_can_be_used(tmp_path: Path) -> None:
    assert spoil(SMALL, range(1_400, 1_500), tmp_path, files) > 0


@pytest.mark.slow
@pytest.mark.usefixtures("watched")
@pytest.mark.parametrize("project", [SMALL, INVENTED], ids=["small", "invented"])
def test_many_spoilt_files_bring_no_traceback(project: Path, tmp_path: Path) -> None:
    assert spoil(project, range(20_000, 20_800), tmp_path, files, pages) > 0
