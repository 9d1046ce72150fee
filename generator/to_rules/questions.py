"""The questions with their guards, and the last one: what was already received."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from generator.policy.document import Document
from generator.policy.policy import Policy
from generator.policy.problem import listed
from generator.policy.question import Column, Question
from generator.to_rules.expression import truth
from generator.to_rules.place import Place
from generator.to_rules.scope import Scope, Uses
from generator.to_rules.units import NUMBERS, Json

RECEIVED = "received"

MOST: Mapping[str, int] = MappingProxyType(
    {"count": 1_000_000, "months": 1_200, "years": 120, "percent": 100, "yuan": 10**12}
)
"""The largest answer to each type of number, where the data sets no lower one."""


def questions(policy: Policy, place: Place, used: Uses) -> list[Json]:
    """All questions in order, `received` last where any measure is granted only once."""
    earlier: dict[str, Question] = {}
    compiled: list[Json] = []
    for name, question in policy.questions.items():
        here = place.at(name)
        if name == RECEIVED:
            here.refuse(f"'{RECEIVED}' is the question about what was received before; rename it")
        scope = Scope(here.at("asked_if"), policy.questions, policy.terms)
        guard = _guard(question, scope, policy, earlier, used)
        _check_narrowing(name, question, policy, earlier, here)
        compiled.append(_question(name, question, guard))
        earlier[name] = question
    last = _received(policy)
    return [*compiled, last] if last["options"] else compiled


def _guard(
    question: Question, scope: Scope, policy: Policy, earlier: Mapping[str, Question], used: Uses
) -> Json:
    """The guard of a question, over earlier facts only."""
    if question.asked_if is None:
        return None
    guard = truth(question.asked_if, scope)
    used.add(scope.used)
    later = [name for name in _facts(scope.used, policy) if name not in earlier]
    for name in sorted(set(later)):
        scope.place.refuse(f"'{name}' is asked later; a question may depend on earlier ones only")
    return guard


def _facts(used: Uses, policy: Policy) -> Iterator[str]:
    """The questions that an expression rests on, those inside its terms included."""
    yield from (question for question, _ in used.facts)
    seen: set[str] = set()
    open_terms = sorted(used.terms)
    while open_terms:
        term = open_terms.pop()
        if term in seen or policy.terms[term].rule is None:
            continue
        seen.add(term)
        silent = Scope(Place(""), policy.questions, policy.terms)
        truth(policy.terms[term].rule or "", silent)
        yield from (question for question, _ in silent.used.facts)
        open_terms += sorted(silent.used.terms)


def _check_narrowing(
    name: str, question: Question, policy: Policy, earlier: Mapping[str, Question], place: Place
) -> None:
    narrowed = policy.questions.get(question.narrows or "")
    if narrowed is None:
        return
    if question.narrows not in earlier:
        what = "itself" if question.narrows == name else "a question that is asked later"
        place.at("narrows").refuse(f"a question cannot narrow {what}")
        return
    if not set(question.options) & set(narrowed.options):
        options = listed(narrowed.options)
        place.at("narrows").refuse(f"no option is shared with '{question.narrows}': {options}")


def _question(name: str, question: Question, guard: Json) -> Json:
    compiled: dict[str, Json] = {
        "id": name,
        "topic": question.topic,
        "type": question.type,
        "asked_if": guard,
        "narrows": question.narrows,
        "change": question.change,
    }
    if question.options:
        compiled["options"] = [
            {"id": option, "change": value.change or question.change}
            for option, value in question.options.items()
        ]
    if question.fields:
        compiled["fields"] = [_column(field, column) for field, column in question.fields.items()]
    return compiled | _bounds(question) | {"unknown": question.unknown}


def _column(name: str, column: Column) -> Json:
    return {"id": name, "type": column.type, **_bounds(column)}


def _bounds(question: Question | Column) -> dict[str, Json]:
    if question.type not in NUMBERS:
        return {}
    most = MOST[question.type] if question.most is None else question.most
    return {"least": question.least, "most": most}


def _received(policy: Policy) -> Json:
    names = (name for document in policy.documents.values() for name in once_only(document))
    return {
        "id": RECEIVED,
        "topic": RECEIVED,
        "type": "choices",
        "asked_if": None,
        "narrows": None,
        "change": "fixed",
        "options": [{"id": as_option(name), "change": "fixed"} for name in names],
        "unknown": True,
    }


def once_only(document: Document) -> tuple[str, ...]:
    """The measures that whoever received them before does not get again.

    Those with `once`, and all members of a group of which one is granted once.
    """
    once = {measure.only_one_of for measure in document.measures.values() if measure.once}
    return tuple(
        name
        for name, measure in document.measures.items()
        if measure.once or (measure.only_one_of and measure.only_one_of in once)
    )


def as_option(measure: str) -> str:
    """A measure's id as an option: rules have no hyphens."""
    return measure.replace("-", "_")
