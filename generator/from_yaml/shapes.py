"""Which keys go together: what a model alone cannot say in one place."""

from collections.abc import Iterator, Mapping
from itertools import pairwise
from types import MappingProxyType
from typing import Any

from generator.policy import files
from generator.policy.document import Document
from generator.policy.measure import Amount, Condition, Measure, Outcome
from generator.policy.parts import conditions
from generator.policy.problem import Path, Problem, listed
from generator.policy.question import Question

NUMBERS = frozenset({"count", "months", "years", "percent", "yuan"})

type Found = Iterator[tuple[Path, str]]


def shapes(parts: Mapping[str, Any]) -> Iterator[Problem]:
    """A problem for each value whose keys do not go together."""
    yield from _in(files.QUESTIONS, _questions(parts["questions"]))
    for document in parts["documents"].values():
        yield from _in(files.frame_file(document.id), _chapters(document))
        for name, measure in document.measures.items():
            yield from _in(files.measure_file(document.id, name), _measure(measure))


def _in(file: str, found: Found) -> Iterator[Problem]:
    for path, message in found:
        yield Problem(file=file, path=path, message=message)


def _questions(questions: Mapping[str, Question]) -> Found:
    left: set[str] = set()
    for (before, first), (name, second) in pairwise(questions.items()):
        if first.topic != second.topic:
            left.add(first.topic)
        if second.topic in left and first.topic != second.topic:
            message = f"the questions of topic '{second.topic}' must stand together"
            yield (name, "topic"), f"{message}; '{before}' stands between"
    for name, question in questions.items():
        for path, message in _question(question, questions):
            yield (name, *path), message


def _question(question: Question, questions: Mapping[str, Question]) -> Found:
    if (question.type in ("choice", "choices")) != bool(question.options):
        yield ("options",), "choice and choices need options; no other type has them"
    if (question.type == "rows") != bool(question.fields):
        yield ("fields",), "rows need fields; no other type has them"
    if question.type not in NUMBERS and (question.most is not None or question.least):
        yield ("most",), f"only numbers have bounds: {listed(sorted(NUMBERS))}"
    if question.most is not None and question.most < question.least:
        yield ("most",), f"{question.most} is less than 'least' ({question.least})"
    if question.narrows and question.type != "choices":
        yield ("narrows",), "only a question of type 'choices' can narrow another"
    narrowed = questions.get(question.narrows or "")
    if narrowed and narrowed.type != "choices":
        yield ("narrows",), f"'{question.narrows}' is not of type 'choices'"


def _chapters(document: Document) -> Found:
    after = 1
    for index, chapter in enumerate(document.frame.chapters):
        first, last = chapter.articles
        if first != after or last < first:
            message = f"the chapter must begin with article {after} and end no earlier"
            yield ("chapters", index, "articles"), message
        if chapter.number != index + 1:
            yield ("chapters", index, "number"), f"this is chapter {index + 1}"
        after = last + 1


def _measure(measure: Measure) -> Found:
    for path, condition in conditions(measure):
        for inner, message in _condition(condition):
            yield (*path, *inner), message
    if measure.amount:
        yield from _amount(measure.amount)
    if measure.once and not measure.once.quote:
        yield ("once", "quote"), "a quote is needed"


def _condition(condition: Condition) -> Found:
    kinds = {
        "if": condition.if_,
        "any_of": condition.any_of,
        "all_of": condition.all_of,
        "decided_by": condition.decided_by,
    }
    present = [name for name, value in kinds.items() if value is not None]
    if len(present) != 1:
        yield (), f"exactly one of {listed(kinds)} must stand here, not {len(present)} of them"
    if condition.for_some and condition.all_of is None:
        yield ("for_some",), "for_some needs all_of: the conditions that its lines share"
    for name in ("met_if", "open_if"):
        if getattr(condition, name) is not None and condition.decided_by is None:
            yield (name,), f"{name} needs decided_by"
    for name in ("any_of", "all_of"):
        if kinds[name] == ():
            yield (name,), "the list is empty"


def _amount(amount: Amount) -> Found:
    yield from _outcome(("amount",), amount, amount.kind, bool(amount.cases))
    if amount.years is not None and amount.period != "year":
        yield ("amount", "years"), "years needs period: year"
    for index, case in enumerate(amount.cases):
        yield from _outcome(("amount", "cases", index), case, case.kind or amount.kind, False)


_PARTS: Mapping[str | None, tuple[str, ...]] = MappingProxyType(
    {"range": ("low", "high"), "as_paid": (), "not_stated": ()}
)
"""What the kinds of amounts need; the others need a product."""


def _outcome(path: Path, outcome: Amount | Outcome, kind: str | None, in_cases: bool) -> Found:
    """Which of product, low and high go with the kind."""
    if kind is None and not in_cases:
        yield (*path, "kind"), "this key is missing"
    wanted = () if in_cases or kind is None else _PARTS.get(kind, ("product",))
    for name in ("product", "low", "high"):
        has = bool(getattr(outcome, name))
        if has and name not in wanted:
            beside = "cases" if in_cases else f"kind {kind}"
            yield (*path, name), f"{name} does not go with {beside}"
        if not has and name in wanted:
            yield (*path, name), f"kind {kind} needs {' and '.join(wanted)}"
