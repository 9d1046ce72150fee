"""One measure of the rule book."""

from generator.policy.document import Document
from generator.policy.files import frame_file, measure_file
from generator.policy.measure import Measure
from generator.policy.policy import Policy
from generator.policy.problem import Problem, listed
from generator.to_rules.amounts import amount
from generator.to_rules.conditions import conditions
from generator.to_rules.place import Place
from generator.to_rules.questions import RECEIVED, as_option, once_only
from generator.to_rules.quotes import Text
from generator.to_rules.scope import Scope, Uses
from generator.to_rules.setting import Setting
from generator.to_rules.units import Json


def measure(
    name: str, document: Document, policy: Policy, text: Text, found: list[Problem]
) -> tuple[Json, Uses]:
    """One measure and what it used; problems are added to `found`."""
    stated = document.measures[name]
    place = Place(measure_file(document.id, name), (), found)
    _check_names(stated, policy, place)
    scope = Scope(place, policy.questions, policy.terms, stated.interpretations)
    setting = Setting(stated, text, scope)
    compiled = {
        "id": name,
        "document": document.id,
        "article": stated.article,
        "basis": stated.basis,
        "audiences": list(stated.audiences),
        "departments": list(stated.departments or _departments(stated, text)),
        "conditions": conditions(setting, place.at("conditions")),
        "further_conditions": _further(setting, place.at("further_conditions")),
        "amount": amount(setting, place.at("amount")),
        "only_one_of": stated.only_one_of,
        "same_payment": stated.same_payment,
        "interpretations": _interpretations(setting, place.at("interpretations")),
    }
    _not_received(compiled, name, document, setting, place)
    setting.quotes(stated.basis_quote, place.at("basis_quote"))
    setting.quotes(stated.bound, place.at("bound"))
    return compiled, setting.used


def _departments(stated: Measure, text: Text) -> tuple[str, ...]:
    article = text.article(stated.article)
    return article.departments if article else ()


def _check_names(stated: Measure, policy: Policy, place: Place) -> None:
    for name in stated.interpretations:
        if name in policy.questions:
            place.at("interpretations", name).refuse("a question has this name already; rename it")


def _further(setting: Setting, place: Place) -> list[Json]:
    return [
        quote
        for index, further in enumerate(setting.measure.further_conditions)
        for quote in setting.quotes(further.quote, place.at(index, "quote"))
    ]


def _interpretations(setting: Setting, place: Place) -> list[Json]:
    compiled: list[Json] = []
    for name, stated in setting.measure.interpretations.items():
        setting.quotes(stated.quote, place.at(name, "quote"))
        _check_used(name, setting, place.at(name))
        compiled.append(
            {
                "id": name,
                "readings": list(stated.readings),
                "taken": stated.taken,
                "only_noted": stated.only_noted,
            }
        )
    return compiled


def _check_used(name: str, setting: Setting, place: Place) -> None:
    """All readings but one must be used in a rule, or none where they are only noted."""
    stated = setting.measure.interpretations[name]
    used = [reading for reading in stated.readings if (name, reading) in setting.used.readings]
    if stated.only_noted and used:
        place.at("only_noted").refuse(f"but a rule uses {listed(used)}")
    if not stated.only_noted and len(used) < len(stated.readings) - 1:
        unused = listed(reading for reading in stated.readings if reading not in used)
        place.at("readings").refuse(f"no rule uses {unused}; use them, or say only_noted: true")


def _not_received(
    compiled: dict[str, Json], name: str, document: Document, setting: Setting, place: Place
) -> None:
    """Add the condition that a payment made once was not made before."""
    stated, limited = setting.measure, once_only(document)
    if name not in limited:
        return
    quotes: list[Json] = []
    if stated.once:
        quotes += setting.quotes(stated.once.quote, place.at("once", "quote"))
    members = [name]
    if stated.only_one_of:
        group = document.frame.groups[stated.only_one_of]
        members = [
            each for each in limited if document.measures[each].only_one_of == stated.only_one_of
        ]
        if not stated.once:
            frame = Place(frame_file(document.id))
            quotes += setting.text.quotes(group.quote, group.article, frame)
    facts = [["is", RECEIVED, as_option(each)] for each in members]
    rule = ["not", facts[0] if len(facts) == 1 else ["or", *facts]]
    parts = compiled["conditions"]["all_of"]
    parts.append({"id": str(len(parts)), "if": rule, "quotes": quotes})
