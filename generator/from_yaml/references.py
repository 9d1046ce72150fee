"""Every id that one data file uses and another defines."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from generator.from_yaml.sources import Sources
from generator.policy import files
from generator.policy.document import Document, Expected, Frame
from generator.policy.measure import NOT_NAMED, Interpretation, Measure
from generator.policy.parts import conditions, quotes
from generator.policy.problem import Path, Problem, listed, suggested


@dataclass(frozen=True)
class _Known:
    """The names that files define, valid or not, so that one mistake is reported once.

    None stands for a file that could not be read: what it would have defined nobody knows.
    """

    department: tuple[str, ...] | None
    audience: tuple[str, ...] | None
    term: tuple[str, ...] | None
    question: tuple[str, ...] | None
    document: tuple[str, ...] | None


def references(parts: Mapping[str, Any], sources: Sources) -> Iterator[Problem]:
    """A problem for each name that nothing defines."""
    known = _Known(
        sources.keys(files.DEPARTMENTS),
        sources.keys(files.AUDIENCES),
        sources.keys(files.TERMS),
        sources.keys(files.QUESTIONS),
        tuple(parts["site"].documents) if parts["site"] else None,
    )
    yield from _of_questions(parts, known)
    yield from _of_terms(parts, known)
    for document in parts["documents"].values():
        yield from _of_document(document, known, sources)


def _of_questions(parts: Mapping[str, Any], known: _Known) -> Iterator[Problem]:
    for name, question in parts["questions"].items():
        yield from _look(files.QUESTIONS, (name, "help"), "term", question.help, known.term)
        narrows = (name, "narrows")
        yield from _look(files.QUESTIONS, narrows, "question", question.narrows, known.question)
        for option, value in question.options.items():
            place = (name, "options", option, "help")
            yield from _look(files.QUESTIONS, place, "term", value.help, known.term)


def _of_terms(parts: Mapping[str, Any], known: _Known) -> Iterator[Problem]:
    for name, term in parts["terms"].items():
        place = (name, "document")
        yield from _look(files.TERMS, place, "document", term.document, known.document)
        listed_in = parts["documents"].get(term.document or next(iter(known.document or ()), ""))
        if term.article is not None and listed_in is not None:
            article = _article((name, "article"), term.article, listed_in.frame)
            yield from _at(files.TERMS, article)


def _of_document(document: Document, known: _Known, sources: Sources) -> Iterator[Problem]:
    frame, file = document.frame, files.frame_file(document.id)
    for key in ("issuer", "sponsor", "supervising_office"):
        yield from _look(file, (key,), "department", getattr(frame, key), known.department)
    for name, group in frame.groups.items():
        yield from _at(file, _article(("groups", name, "article"), group.article, frame))
    for article in document.articles:
        place = files.article_file(document.id, article.number)
        yield from _look_all(place, "departments", article.departments, known.department)
        yield from _at(place, _article(("number",), article.number, frame))
    for measure, value in document.measures.items():
        yield from _of_measure(files.measure_file(document.id, measure), value, frame, known)
    yield from _of_scenarios(document, sources)


def _of_measure(file: str, measure: Measure, frame: Frame, known: _Known) -> Iterator[Problem]:
    yield from _at(file, _article(("article",), measure.article, frame))
    yield from _look_all(file, "audiences", measure.audiences, known.audience)
    yield from _look_all(file, "departments", measure.departments, known.department)
    yield from _look(file, ("only_one_of",), "group", measure.only_one_of, frame.groups)
    if measure.amount:
        yield from _look(file, ("amount", "over"), "question", measure.amount.over, known.question)
    for path, condition in conditions(measure):
        place = (*path, "decided_by")
        decider = None if condition.decided_by == NOT_NAMED else condition.decided_by
        yield from _look(file, place, "department", decider, known.department)
    for path, quote in quotes(measure):
        if quote.article is not None:
            yield from _at(file, _article((*path, "article"), quote.article, frame))
    for name, interpretation in measure.interpretations.items():
        place = ("interpretations", name, "taken")
        yield from _look(file, place, "reading", interpretation.taken, interpretation.readings)


def _of_scenarios(document: Document, sources: Sources) -> Iterator[Problem]:
    written = sources.names(f"{files.DATA}/{document.id}/measures", ".yaml")
    measures = [name.removesuffix(".yaml") for name in written]
    for name, scenario in document.scenarios.items():
        stem, key = name.split("/")
        file = files.scenario_file(document.id, stem)
        for measure, expected in scenario.expect.items():
            place: Path = (key, "expect", measure)
            yield from _look(file, place, "measure", measure, measures)
            winner = (*place, "excluded_by")
            yield from _look(file, winner, "measure", expected.excluded_by, measures)
            if measure in document.measures:
                known = document.measures[measure].interpretations
                yield from _of_readings(file, (*place, "readings"), expected, known)


def _of_readings(
    file: str, path: Path, expected: Expected, known: Mapping[str, Interpretation]
) -> Iterator[Problem]:
    for name, readings in expected.readings.items():
        yield from _look(file, (*path, name), "interpretation", name, known)
        for reading in readings if name in known else ():
            place = (*path, name, reading)
            yield from _look(file, place, "reading", reading, known[name].readings)


def _look_all(
    file: str, key: str, used: Iterable[str], known: Iterable[str] | None
) -> Iterator[Problem]:
    for index, name in enumerate(used):
        yield from _look(file, (key, index), key.removesuffix("s"), name, known)


def _look(
    file: str, path: Path, kind: str, name: str | None, known: Iterable[str] | None
) -> Iterator[Problem]:
    if name is None or known is None or name in known:
        return
    allowed = suggested(name, known) or _there_are(tuple(known))
    yield Problem(file=file, path=path, message=f"no {kind} is called '{name}'{allowed}")


def _there_are(known: tuple[str, ...]) -> str:
    """The end of a message that names what there is, as far as it can be read at a glance."""
    if not known:
        return "; none is defined"
    return f"; there are {listed(known)}" if len(known) <= 12 else ""


def _article(path: Path, number: int, frame: Frame) -> tuple[Path, str] | None:
    if any(first <= number <= last for first, last in (c.articles for c in frame.chapters)):
        return None
    last = max((chapter.articles[1] for chapter in frame.chapters), default=0)
    return path, f"no chapter holds article {number}; the last article is {last}"


def _at(file: str, found: tuple[Path, str] | None) -> Iterator[Problem]:
    if found:
        yield Problem(file=file, path=found[0], message=found[1])
