"""From the parsed JSON of rules.json to a rule book, refused whole where it is malformed."""

from collections.abc import Iterable, Mapping
from typing import Any

from quiz.errors import QuizError
from quiz.expression_from_json import Names, truth_from
from quiz.json_values import name, one_of, quotes, text, text_or_none, texts, whole
from quiz.measure_from_json import measure_from
from quiz.rules import (
    NUMBERS,
    Expression,
    Field,
    Group,
    Measure,
    Question,
    Rules,
    variable,
    variables_of,
)

FORMAT = "mingbai-rules/1"
TYPES = (*NUMBERS, "yes_no", "choice", "choices", "date", "rows")
CHANGES = ("can", "time", "fixed")


def rules_from(source: Any) -> Rules:
    """Read a rule book; QuizError "bad_rules" where the format, a name, a type or a unit is
    wrong.
    """
    try:
        one_of(source["format"], (FORMAT,))
        return _rules(source)
    except (ArithmeticError, AttributeError, LookupError, RecursionError, TypeError, ValueError):
        raise QuizError("bad_rules") from None


def _rules(source: Any) -> Rules:
    bare = _by_id(_question(each, place) for place, each in enumerate(source["questions"]))
    names = Names(bare, frozenset(text(term) for term in source["terms"]))
    questions = {
        each["id"]: bare[each["id"]]._replace(asked_if=_guard(each, names))
        for each in source["questions"]
    }
    measures = _by_id(
        measure_from(each, place, names) for place, each in enumerate(source["measures"])
    )
    return Rules(
        questions=questions,
        terms={term: truth_from(rule, names) for term, rule in source["terms"].items()},
        groups=_groups(source["groups"], measures),
        measures=measures,
        guards=_guards(questions),
        owners={every: each.id for each in questions.values() for every in variables_of(each)},
    )


def _by_id[T: (Question, Measure)](values: Iterable[T]) -> Mapping[str, T]:
    """Return values by their id; ValueError where two have the same."""
    found: dict[str, T] = {}
    for each in values:
        if each.id in found:
            raise ValueError(each.id)
        found[each.id] = each
    return found


def _groups(source: Any, measures: Mapping[str, Measure]) -> Mapping[str, Group]:
    """Read the groups; ValueError where a measure and its group do not name each other."""
    groups = {
        each: Group(each, texts(group["members"]), quotes(group["quotes"]))
        for each, group in source.items()
    }
    named = {(each, group.id) for group in groups.values() for each in group.members}
    if named != {(each.id, each.only_one_of) for each in measures.values() if each.only_one_of}:
        raise ValueError(named)
    return groups


def _guard(source: Any, names: Names) -> Expression | None:
    return None if source["asked_if"] is None else truth_from(source["asked_if"], names)


def _guards(questions: Mapping[str, Question]) -> Mapping[str, Expression]:
    """Join what bars a question with what bars its option: one not ticked where it narrows."""
    guards: dict[str, Expression] = {}
    for each in questions.values():
        wider = _wider(each, questions)
        for every in variables_of(each):
            parts = [] if each.asked_if is None else [each.asked_if]
            option = every.partition(".")[2]
            if wider is not None and option in wider.options:
                parts.append(("fact", variable(wider.id, option)))
            if parts:
                guards[every] = parts[0] if len(parts) == 1 else ("and", *parts)
    return guards


def _wider(question: Question, questions: Mapping[str, Question]) -> Question | None:
    if question.narrows is None:
        return None
    wider = questions[question.narrows]
    if wider.type != "choices" or question.type != "choices":
        raise ValueError(question.narrows)
    return wider


def _question(source: Any, place: int) -> Question:
    options = tuple(name(each["id"]) for each in source.get("options") or ())
    fields = [_field(each) for each in source.get("fields") or ()]
    kind = one_of(source["type"], TYPES)
    if bool(options) is not (kind in ("choice", "choices")) or len(set(options)) < len(options):
        raise ValueError(options)
    if bool(fields) is not (kind == "rows"):
        raise ValueError(fields)
    return Question(
        id=name(source["id"]),
        topic=text(source["topic"]),
        type=kind,
        asked_if=None,
        narrows=text_or_none(source.get("narrows")),
        changes=_changes(source),
        options=options,
        fields={each.id: each for each in fields},
        **_bounds(source),
        unknown=source.get("unknown", True) is True,
        place=place,
    )


def _changes(source: Any) -> Mapping[str | None, str]:
    whole_question = one_of(source["change"], CHANGES)
    changes: dict[str | None, str] = {None: whole_question}
    for each in source.get("options") or ():
        changes[each["id"]] = one_of(each.get("change") or whole_question, CHANGES)
    return changes


def _field(source: Any) -> Field:
    kind = one_of(source["type"], (*NUMBERS, "yes_no"))
    return Field(name(source["id"]), kind, **_bounds(source))


def _bounds(source: Any) -> Mapping[str, int]:
    if source["type"] not in NUMBERS:
        return {"least": 0, "most": 0}
    least, most = whole(source["least"]), whole(source["most"])
    if least > most:
        raise ValueError(source)
    return {"least": least, "most": most}
