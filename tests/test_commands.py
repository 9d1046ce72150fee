"""The command line: what each command prints, writes, refuses and leaves whole."""

import http.client
import json
import threading
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from generator.__main__ import main
from generator.commands.replace import RefusedError, replaced
from generator.commands.serve import Handler, stamps
from tests.projects import INVENTED, SMALL, with_file

GARDEN = {
    "role": {"resident": True, "shop": False},
    "household": "here",
    "garden": {"new": True, "rebuilt": False},
    "level": "neither",
    "received": {"garden_subsidy": False, "demonstration_garden_award": False},
}


def answers_in(folder: Path, answers: Any) -> str:
    file = folder / "answers.json"
    file.write_text(json.dumps(answers), encoding="utf-8")
    return str(file)


def evaluate(folder: Path, answers: Any, *more: str) -> int:
    options = ["--project", str(INVENTED), "--as-of", "2030-06-01", *more]
    return main(["evaluate", answers_in(folder, answers), *options])


def test_check_says_what_was_checked(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--project", str(SMALL)]) == 0
    said = capsys.readouterr().out
    assert "small-1: 1 articles, 2 measures" in said
    assert "article 1: 7 clauses, 6 bound, 1 grant nothing, 0 open" in said
    assert said.endswith("No problems.\n")


def test_check_prints_every_problem_and_writes_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    project = with_file(tmp_path, "policy_data/terms.yaml", b"a: &x 1\nb: *x\n")
    before = sorted(tmp_path.rglob("*"))
    assert main(["check", "--project", str(project)]) == 1
    said = capsys.readouterr().err
    assert "policy_data/terms.yaml:1: a: anchors (&) are not allowed; write the value out" in said
    assert "policy_data/terms.yaml:2: b: aliases (*) are not allowed; write the value out" in said
    assert "2 problems in the data." in said
    assert sorted(tmp_path.rglob("*")) == before


def test_a_folder_without_data_gets_a_problem_and_no_traceback(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", "--project", str(tmp_path)]) == 1
    assert "policy_data/site.yaml: this file is missing" in capsys.readouterr().err


def test_a_new_project_is_whole_and_has_its_schemas(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "town"
    assert main(["new", str(folder)]) == 0
    assert "mingbai build --project" in capsys.readouterr().out
    assert main(["check", "--project", str(folder)]) == 0
    for file in (folder / "policy_data").rglob("*.yaml"):
        first = file.read_text(encoding="utf-8").splitlines()[0]
        schema = first.removeprefix("# yaml-language-server: $schema=")
        assert (file.parent / schema).is_file(), file


def test_a_new_project_never_writes_over_anything(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "mine.txt").write_text("mine", encoding="utf-8")
    assert main(["new", str(tmp_path)]) == 2
    assert "holds something already" in capsys.readouterr().out
    assert [each.name for each in tmp_path.iterdir()] == ["mine.txt"]


def test_a_failed_build_leaves_the_previous_site_whole(tmp_path: Path) -> None:
    out = tmp_path / "site"
    out.mkdir()
    (out / "index.html").write_text("before", encoding="utf-8")
    with pytest.raises(ZeroDivisionError), replaced(out, SMALL) as fresh:
        (fresh / "index.html").write_text("half", encoding="utf-8")
        raise ZeroDivisionError
    assert (out / "index.html").read_text(encoding="utf-8") == "before"
    assert [each.name for each in tmp_path.iterdir()] == ["site"]


def test_a_finished_build_takes_the_place_of_the_previous_site(tmp_path: Path) -> None:
    out = tmp_path / "site"
    for text in ("before", "after"):
        with replaced(out, SMALL) as fresh:
            (fresh / "index.html").write_text(text, encoding="utf-8")
    assert (out / "index.html").read_text(encoding="utf-8") == "after"
    assert [each.name for each in tmp_path.iterdir()] == ["site"]


def test_a_build_refuses_a_folder_that_is_no_site(tmp_path: Path) -> None:
    (tmp_path / "thesis.doc").write_text("years of work", encoding="utf-8")
    with pytest.raises(RefusedError, match="not a site"), replaced(tmp_path, SMALL):
        pass
    with pytest.raises(RefusedError, match="the project itself"), replaced(SMALL.parent, SMALL):
        pass


def test_bad_data_stops_a_build_before_anything_changes(tmp_path: Path) -> None:
    project = with_file(tmp_path / "town", "policy_data/changes.yaml", b"- nothing\n")
    assert main(["build", "--project", str(project), "--out", str(tmp_path / "site")]) == 1
    assert not (tmp_path / "site").exists()


def test_evaluate_prints_each_measure_with_every_part(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert evaluate(tmp_path, GARDEN, "--lang", "en") == 0
    verdicts = {each["measure"]: each for each in json.loads(capsys.readouterr().out)}
    assert len(verdicts) == 5
    garden = verdicts["garden-subsidy"]
    assert set(garden) >= {
        *("measure", "status", "basis", "further_conditions", "awaits", "excluded_by"),
        *("amount", "reasons", "would_change"),
    }
    assert garden["status"] == "eligible"
    assert set(garden["amount"]) >= {
        *("kind", "low", "high", "unit", "paid_to", "period", "steps", "text")
    }
    assert (garden["amount"]["low"], garden["amount"]["high"]) == (500, 500)
    assert garden["amount"]["text"] == "500 yuan, once"
    assert verdicts["price-display"]["amount"] is None


def test_evaluate_speaks_the_language_that_is_asked_for(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert evaluate(tmp_path, GARDEN) == 0
    texts = [
        each["amount"] and each["amount"]["text"] for each in json.loads(capsys.readouterr().out)
    ]
    assert "500元，一次性" in texts


@pytest.mark.parametrize(
    ("answers", "said"),
    [
        ({"gardn": {}}, "gardn: unknown question"),
        ({"garden": {"knew": True}}, "did you mean 'new'?"),
        ({"lived": "three"}, "lived: wrong type"),
        ({"lived": 1000}, "lived: out of bounds"),
        ({"household": "nowhere"}, "allowed: here, elsewhere"),
        ({"graduation": "2030-13"}, "graduation: wrong date"),
        ([], "answers: wrong type"),
    ],
)
def test_evaluate_names_what_is_wrong_and_what_is_allowed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], answers: Any, said: str
) -> None:
    assert evaluate(tmp_path, answers) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    assert said in printed.err


def test_evaluate_refuses_what_is_no_json_and_what_is_no_day(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "answers.json"
    file.write_text("{", encoding="utf-8")
    assert main(["evaluate", str(file), "--project", str(INVENTED)]) == 2
    assert "cannot be read as JSON" in capsys.readouterr().err
    with pytest.raises(SystemExit):
        main(["evaluate", str(file), "--as-of", "tomorrow"])
    assert evaluate(tmp_path, GARDEN, "--lang", "fr") == 2


def test_serve_gives_wasm_its_type_keeps_nothing_and_shows_the_sites_own_404(
    tmp_path: Path,
) -> None:
    (tmp_path / "python.wasm").write_bytes(b"\0asm")
    (tmp_path / "python.mjs").write_bytes(b"export {}")
    (tmp_path / "404.html").write_text("not here", encoding="utf-8")
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, directory=str(tmp_path)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        assert answer(server, "/python.wasm")[:2] == (200, "application/wasm")
        assert answer(server, "/python.mjs")[:2] == (200, "text/javascript")
        assert answer(server, "/nowhere") == (404, "text/html; charset=utf-8", b"not here")
    finally:
        server.shutdown()
        server.server_close()


def answer(server: ThreadingHTTPServer, path: str) -> tuple[int, str | None, bytes]:
    connection = http.client.HTTPConnection("127.0.0.1", server.server_port)
    connection.request("GET", path)
    response = connection.getresponse()
    assert response.headers["Cache-Control"] == "no-store"
    body = response.read()
    connection.close()
    return response.status, response.headers["Content-Type"], body


def test_serve_sees_each_change_of_the_data_and_the_templates(tmp_path: Path) -> None:
    project = with_file(tmp_path, "docs/about.en.md", b"# About\n")
    before = stamps(project)
    assert stamps(project) == before
    (project / "docs" / "about.en.md").write_text("# About us\n", encoding="utf-8")
    assert stamps(project) != before
    before = stamps(project)
    (project / "policy_data" / "new.yaml").write_text("a: b\n", encoding="utf-8")
    assert stamps(project) != before
    watched = {path.name for path in before}
    assert {"measure.html", "serve.py", "evaluate.py", "terms.yaml"} <= watched
    assert not any(path.suffix == ".pyc" for path in before)
