"""How well the search answers the kept questions, beside the stock theme's on the same texts."""

import gzip
import json
import subprocess
import sys
from collections.abc import Iterable, Iterator, Sequence
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory

from generator.from_yaml.load import load
from generator.site.assets import MATERIAL
from generator.to_pages.edition import Edition
from generator.to_pages.pages import editions
from generator.to_search.search import to_search
from generator.to_search.targets import Target, targets
from tests.searching import CACHE, ROOT, Question, Score, found_by, kept_questions, score

SCRIPTS = MATERIAL / "assets" / "javascripts"
ASK = Path(__file__).parent / "stock_search" / "ask.mjs"
SETTINGS = """
site_name: Stock
theme: {{name: material, language: {language}}}
plugins: [search]
markdown_extensions: [attr_list]
"""
SEGMENTER = "jieba"
"""What the stock search cuts Chinese into words with, where it is installed."""
HIDE = f"import sys; sys.modules['{SEGMENTER}'] = None; "
BUILD = "from mkdocs.__main__ import cli; cli()"


def report() -> Iterator[str]:
    """Hit in the top three, mean reciprocal rank and bytes, for each language and search."""
    segmented = find_spec(SEGMENTER) is not None
    if not segmented:
        yield f"{SEGMENTER} is not installed: no line for the stock search with it\n"
    yield "| language | search | questions | hit in the top 3 | MRR | first query, bytes by gzip |"
    yield "| --- | --- | --- | --- | --- | --- |"
    spoken = editions(load(ROOT), None)
    with TemporaryDirectory() as made:
        to_search(spoken, Path(made), cache=CACHE)
        for edition in spoken:
            kept = kept_questions(edition.language)
            yield _line(edition.language, "ours", kept, *_ours(Path(made), edition, kept))
            stock = Path(made) / f"stock-{edition.language}"
            _write_stock(stock, edition)
            yield _line(edition.language, "stock", kept, *_stock(stock, edition, kept, HIDE))
            if segmented and edition.language == "zh":
                found = _stock(stock, edition, kept, "")
                yield _line(edition.language, f"stock with {SEGMENTER}", kept, *found)


def _line(language: str, name: str, kept: Sequence[Question], reached: Score, size: int) -> str:
    shares = f"{reached.in_top:.2f} | {reached.mean_reciprocal_rank:.2f}"
    return f"| {language} | {name} | {len(kept)} | {shares} | {size:,} |"


def _ours(made: Path, edition: Edition, kept: Sequence[Question]) -> tuple[Score, int]:
    assets, language = made / "assets", edition.language
    found = found_by(assets, language, (each.ask for each in kept))
    loaded = [*assets.glob("search-*/*.js"), *assets.glob(f"search.{language}.*.json")]
    return score(kept, found), _zipped(loaded)


def _write_stock(folder: Path, edition: Edition) -> None:
    """A site of the stock theme with the same texts: one page for each of our targets."""
    _write_pages(folder / "docs", targets(edition))
    (folder / "mkdocs.yml").write_text(SETTINGS.format(language=edition.language), "utf-8")


def _stock(
    folder: Path, edition: Edition, kept: Sequence[Question], before: str
) -> tuple[Score, int]:
    """What the stock theme's own search finds; `before` is run before the site is built."""
    command = [sys.executable, "-c", before + BUILD, "build", "-q", "-f"]
    subprocess.run([*command, str(folder / "mkdocs.yml")], check=True, capture_output=True)
    index = folder / "site" / "search" / "search_index.json"
    asked = ["node", str(ASK), str(SCRIPTS), str(index)]
    given = json.dumps([each.ask for each in kept])
    done = subprocess.run(asked, input=given, capture_output=True, text=True, check=True)
    found = [
        [_best_of(group, each) for group in groups]
        for groups, each in zip(json.loads(done.stdout), kept, strict=True)
    ]
    return score(kept, found), _zipped([index, *_stock_scripts(edition.language)])


def _best_of(group: Sequence[str], question: Question) -> str:
    """A page is shown with its sections: any of them that answers counts for the page."""
    return next((each for each in group if each in question.find), group[0])


def _write_pages(docs: Path, found: Iterable[Target]) -> None:
    for target in found:
        address, _, anchor = target.address.partition("/")[2].partition("#")
        file = docs / address / "index.md"
        file.parent.mkdir(parents=True, exist_ok=True)
        heading = f"## {target.title} {{ #{anchor} }}" if anchor else f"# {target.title}"
        with file.open("a", encoding="utf-8") as page:
            page.write("\n\n".join((heading, target.note, *target.also, *target.text, "")))


def _stock_scripts(language: str) -> list[Path]:
    languages = [
        SCRIPTS / "lunr" / "min" / f"lunr.{name}.min.js" for name in ("stemmer.support", language)
    ]
    return [*SCRIPTS.glob("workers/*.min.js"), *([] if language == "en" else languages)]


def _zipped(files: Iterable[Path]) -> int:
    return sum(len(gzip.compress(file.read_bytes(), 9)) for file in files)
