"""The loader beyond the bad files: bytes, sizes, hostile text, nothing but Problems."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.from_yaml.load import load, read
from generator.from_yaml.scalar import scalar
from generator.from_yaml.tree import MOST_BYTES, read_tree
from generator.policy.problem import Problem, Problems
from tests.projects import INVENTED, SMALL, problems_of, with_file

TERMS = "policy_data/terms.yaml"


def test_a_valid_project_is_loaded_whole() -> None:
    policy = load(SMALL)
    document = policy.documents["small-1"]
    assert list(policy.questions) == ["role", "lived", "hired", "insured", "staff"]
    assert [article.number for article in document.articles] == [1]
    assert list(document.measures) == ["subsidy", "wage-subsidy"]
    assert list(document.scenarios) == ["subsidy/three-years"]


def test_what_is_loaded_cannot_be_changed() -> None:
    policy = load(SMALL)
    with pytest.raises(TypeError):
        policy.terms["new"] = policy.terms["neighbour"]  # type: ignore[index]
    with pytest.raises(ValueError, match="frozen"):
        policy.site.base_address = "https://elsewhere.example/"


def test_a_document_may_lack_questions_terms_scenarios_and_changes(tmp_path: Path) -> None:
    project = with_file(tmp_path, "policy_data/changes.yaml", b"[]")
    for name in ("changes.yaml", "questions.yaml", "terms.yaml"):
        (project / "policy_data" / name).unlink()
    for file in (project / "policy_data" / "small-1" / "measures").iterdir():
        file.unlink()
    (project / "policy_data" / "small-1" / "scenarios" / "subsidy.yaml").unlink()
    assert load(project).documents["small-1"].measures == {}


def test_problems_of_several_files_come_together(tmp_path: Path) -> None:
    project = with_file(tmp_path, TERMS, b"neighbour: 1\n")
    (project / "policy_data" / "changes.yaml").write_bytes(b"- 2\n")
    with pytest.raises(Problems) as found:
        load(project)
    assert [str(each).split(":")[0] for each in found.value.problems[:2]] == [
        "policy_data/changes.yaml",
        "policy_data/terms.yaml",
    ]


def test_a_problem_found_later_gets_the_line_of_its_place() -> None:
    loaded = read(INVENTED)
    problem = Problem(file="policy_data/terms.yaml", path=("repair_shop", "quote"), message="?")
    placed = loaded.placed(problem)
    lines = (INVENTED / "policy_data" / "terms.yaml").read_text(encoding="utf-8").splitlines()
    assert placed.line is not None
    assert lines[placed.line - 1].startswith("  quote: 修理铺是指")


def test_a_file_that_is_not_utf_8_is_refused_with_its_line(tmp_path: Path) -> None:
    project = with_file(tmp_path, TERMS, b"a: b\nc: \xff\n")
    assert problems_of(project)[0] == f"{TERMS}:2: this is not UTF-8 text"


def test_a_mark_at_the_beginning_that_some_editors_write_is_no_fault(tmp_path: Path) -> None:
    content = (SMALL / TERMS).read_bytes()
    assert problems_of(with_file(tmp_path, TERMS, b"\xef\xbb\xbf" + content)) == []


def test_a_file_that_is_too_large_is_refused_unread() -> None:
    tree = read_tree("large.yaml", b"a" * (MOST_BYTES + 1))
    assert [each.message for each in tree.problems] == [
        f"the file is too large: at most {MOST_BYTES:,} bytes are read"
    ]


@pytest.mark.parametrize("opening", ["[", "{a: ", "- ", "? "])
def test_nesting_without_end_is_refused_at_once(opening: str) -> None:
    tree = read_tree("deep.yaml", (opening * 50_000).encode())
    assert 1 <= len(tree.problems) <= 30


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("12", 12),
        ("-3", -3),
        ("true", True),
        ("false", False),
        ("null", None),
        ("", None),
        ("No", "No"),
        ("1 January", "1 January"),
        ("12%", "12%"),
    ],
)
def test_an_unquoted_word_means_what_it_seems(text: str, value: object) -> None:
    assert scalar(text) == (value, None)


@pytest.mark.parametrize(
    "text",
    ["True", "NULL", "~", "1.5", "010", "0x1f", "1_000", ".inf", "2018-05-21", "12:30", "+1"],
)
def test_a_word_that_one_could_misread_must_stand_in_quotes(text: str) -> None:
    assert scalar(text)[1] is not None


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=300) | st.text(max_size=300).map(str.encode))
def test_no_bytes_bring_a_traceback(content: bytes) -> None:
    tree = read_tree("any.yaml", content)
    assert all(problem.message for problem in tree.problems)


@settings(max_examples=60, deadline=None)
@given(st.text("{}[]:,-#&*!|>'\"%@` \n\tab1", max_size=60))
def test_broken_yaml_is_said_to_be_broken_with_a_line(content: str) -> None:
    for problem in read_tree("any.yaml", content.encode()).problems:
        assert problem.line is not None


HOSTILE = (
    "<script>alert(1)</script>",
    "{{ 7 * 7 }} {% raw %}",
    "[x](javascript:alert(1))",
    "../../etc/passwd",
    "a" * 5000,
)


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_markup_in_a_text_is_kept_as_text_and_in_an_id_refused(tmp_path: Path, text: str) -> None:
    quoted = "'" + text + "'"
    template = "{T}:\n  name: {{zh: {T}, en: {T}}}\n  who: {{zh: {T}, en: {T}}}\n  kind: person\n"
    base = (SMALL / "policy_data" / "audiences.yaml").read_text(encoding="utf-8")
    kept = base.replace("en: Neighbours", f"en: {quoted}")
    project = with_file(tmp_path / "kept", "policy_data/audiences.yaml", kept.encode())
    assert load(project).audiences["neighbours"].name["en"] == text
    bad = base + template.format(T=quoted)
    project = with_file(tmp_path / "bad", "policy_data/audiences.yaml", bad.encode())
    (problem,) = problems_of(project)
    assert problem.startswith("policy_data/audiences.yaml:5: ")
