"""The search of the project's own site, asked without a browser, and how well it answers."""

import json
import subprocess
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

from generator.to_bundle.node import node_package

ROOT = Path(__file__).parents[1]
CACHE = ROOT / "build" / "bundle"
KEPT = ROOT / "tests" / "data" / "search"
TOP = 3


@dataclass(frozen=True, slots=True)
class Question:
    """What somebody types, and the addresses below the language that would answer it."""

    ask: str
    find: frozenset[str]


def kept_questions(language: str) -> tuple[Question, ...]:
    """The questions that are kept for a language."""
    lines = YAML(typ="safe").load((KEPT / f"{language}.yaml").read_text("utf-8"))
    return tuple(Question(line["ask"], frozenset(line["find"])) for line in lines)


def scripts_for_node(assets: Path) -> Path:
    """The folder of a site's search scripts, told to Node as modules."""
    (folder,) = (path for path in assets.glob("search-*") if path.is_dir())
    (folder / "package.json").write_text('{"type": "module"}', "utf-8")
    return folder


def run_node(script: str, arguments: Sequence[Path], given: Any) -> Any:
    """What a script beside the kept questions prints, as JSON."""
    node_package("minisearch")
    command = ["node", str(KEPT / script), *map(str, arguments)]
    done = subprocess.run(
        command, input=json.dumps(given), capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def found_by(assets: Path, language: str, asked: Iterable[str]) -> list[list[str]]:
    """For each question the addresses below the language that the site's search finds."""
    (index,) = assets.glob(f"search.{language}.*.json")
    found = run_node("ask.mjs", [scripts_for_node(assets), index], list(asked))
    return [[address.partition("/")[2] for address in addresses] for addresses in found]


@dataclass(frozen=True, slots=True)
class Score:
    """How well questions are answered: shares from 0 to 1; `missed` names those not in the top."""

    in_top: float
    mean_reciprocal_rank: float
    missed: tuple[str, ...]


def score(questions: Sequence[Question], found: Sequence[Sequence[str]]) -> Score:
    """The score of the addresses found for each question, the best first."""
    ranks = [
        _rank(question, addresses) for question, addresses in zip(questions, found, strict=True)
    ]
    missed = (each.ask for each, rank in zip(questions, ranks, strict=True) if not 0 < rank <= TOP)
    top = sum(0 < rank <= TOP for rank in ranks) / len(ranks)
    return Score(top, sum(1 / rank for rank in ranks if rank) / len(ranks), tuple(missed))


def _rank(question: Question, addresses: Sequence[str]) -> int:
    """The place of the first answer, from 1; 0 where there is none."""
    return next((at for at, each in enumerate(addresses, 1) if each in question.find), 0)


def targets_of(assets: Path, language: str) -> Mapping[str, list[Any]]:
    """The columns of an index."""
    (index,) = assets.glob(f"search.{language}.*.json")
    return json.loads(index.read_text("utf-8"))["targets"]  # type: ignore[no-any-return]
