"""From the parsed JSON of rules.json to a rule book, refused whole where it is malformed."""

from collections.abc import Mapping
from typing import Any

from quiz.errors import QuizError
from quiz.expression_from_json import Names, number_from, raised, truth_from
from quiz.rules import (
    ALWAYS,
    NEVER,
    NUMBERS,
    UNSTATED,
    Amount,
    Case,
    Condition,
    Expression,
    Factor,
    Field,
    Group,
    Interpretation,
    Measure,
    Question,
    Quote,
    Quotes,
    Rules,
    as_expression,
    variable,
    variables_of,
)

FORMAT = "mingbai-rules/1"
KINDS = (*UNSTATED, "exact", "at_most", "at_least", "range")
TYPES = (*NUMBERS, "yes_no", "choice", "choices", "date", "rows")


def rules_from(source: Any) -> Rules:
    """Read a rule book; QuizError "bad_rules" where the format, a name, a type or a unit is
    wrong.
    """
    try:
        if source["format"] != FORMAT:
            raise ValueError(source["format"])
        return _rules(source)
    except (ArithmeticError, AttributeError, LookupError, RecursionError, TypeError, ValueError):
        raise QuizError("bad_rules") from None


def _rules(source: Any) -> Rules:
    bare = {each["id"]: _question(each, place) for place, each in enumerate(source["questions"])}
    names = Names(bare, frozenset(source["terms"]))
    questions = {
        each["id"]: bare[each["id"]]._replace(asked_if=_optional(each["asked_if"], names))
        for each in source["questions"]
    }
    measures = [_measure(each, place, names) for place, each in enumerate(source["measures"])]
    terms = {term: truth_from(rule, names) for term, rule in source["terms"].items()}
    groups = {
        each: Group(each, tuple(group["members"]), _quotes(group["quotes"]))
        for each, group in source["groups"].items()
    }
    owners = {name: each.id for each in questions.values() for name in variables_of(each)}
    by_id = {each.id: each for each in measures}
    if len(by_id) < len(measures) or len(questions) < len(source["questions"]):
        raise ValueError("twice")
    if any(
        by_id[each].only_one_of != group.id for group in groups.values() for each in group.members
    ):
        raise ValueError("member")
    if any(
        each.only_one_of and each.id not in groups[each.only_one_of].members for each in measures
    ):
        raise ValueError("group")
    return Rules(questions, terms, groups, by_id, _guards(questions), owners)


def _guards(questions: Mapping[str, Question]) -> Mapping[str, Expression]:
    """Join what bars a question with what bars its option: an option that was not ticked where it
    narrows.
    """
    guards: dict[str, Expression] = {}
    for each in questions.values():
        for name in variables_of(each):
            parts = [] if each.asked_if is None else [each.asked_if]
            option = name.partition(".")[2]
            if each.narrows and option in questions[each.narrows].options:
                parts.append(("fact", variable(each.narrows, option)))
            if parts:
                guards[name] = parts[0] if len(parts) == 1 else ("and", *parts)
    return guards


def _optional(source: Any, names: Names) -> Expression | None:
    return None if source is None else truth_from(source, names)


def _question(source: Any, place: int) -> Question:
    if source["type"] not in TYPES:
        raise ValueError(source["type"])
    options = source.get("options") or ()
    changes: dict[str | None, str] = {None: source["change"]}
    changes |= {each["id"]: each.get("change") or source["change"] for each in options}
    fields = {each["id"]: _field(each) for each in source.get("fields") or ()}
    return Question(
        id=source["id"],
        topic=source["topic"],
        type=source["type"],
        asked_if=None,
        narrows=source.get("narrows"),
        changes=changes,
        options=tuple(each["id"] for each in options),
        fields=fields,
        **_bounds(source),
        unknown=source.get("unknown", True) is True,
        place=place,
    )


def _field(source: Any) -> Field:
    if source["type"] not in (*NUMBERS, "yes_no"):
        raise ValueError(source["type"])
    return Field(source["id"], source["type"], **_bounds(source))


def _bounds(source: Any) -> dict[str, int]:
    if source["type"] not in NUMBERS:
        return {"least": 0, "most": 0}
    least, most = source["least"], source["most"]
    if type(least) is not int or type(most) is not int or least > most:
        raise ValueError(source)
    return {"least": least, "most": most}


def _quotes(source: Any) -> Quotes:
    return tuple(Quote(each["article"], each["sentence"], each["words"]) for each in source)


def _measure(source: Any, place: int, names: Names) -> Measure:
    interpretations = tuple(_interpretation(each) for each in source["interpretations"])
    names = names._replace(readings={each.id: each.readings for each in interpretations})
    conditions = _condition(source["conditions"], names)
    return Measure(
        id=source["id"],
        document=source["document"],
        article=source["article"],
        basis=source["basis"],
        audiences=tuple(source["audiences"]),
        departments=tuple(source["departments"]),
        conditions=conditions,
        meets=as_expression(conditions),
        further_conditions=_quotes(source["further_conditions"]),
        amount=None if source["amount"] is None else _amount(source["amount"], names),
        only_one_of=source["only_one_of"],
        same_payment=source["same_payment"],
        interpretations=interpretations,
        taken={each.id: each.taken for each in interpretations},
        place=place,
    )


def _interpretation(source: Any) -> Interpretation:
    if source["taken"] not in source["readings"]:
        raise ValueError(source)
    return Interpretation(
        source["id"], tuple(source["readings"]), source["taken"], source["only_noted"] is True
    )


def _condition(source: Any, names: Names) -> Condition:
    (kind,) = {"all_of", "any_of", "if", "decided_by"} & set(source)
    rule, open_if = ALWAYS, None
    if kind == "if":
        rule = truth_from(source["if"], names)
    elif kind == "decided_by":
        rule = _optional(source["met_if"], names) or NEVER
        open_if = _optional(source["open_if"], names)
        if source["met_if"] is None and open_if is None:
            open_if = ALWAYS
    parts = source[kind] if kind in ("all_of", "any_of") else ()
    return Condition(
        id=source["id"],
        kind=kind,
        parts=tuple(_condition(each, names) for each in parts),
        expression=rule,
        open_if=open_if,
        department=source.get("decided_by"),
        quotes=_quotes(source.get("quotes") or ()),
        option=source.get("option"),
        for_some=source.get("for_some") is True,
    )


def _amount(source: Any, names: Names) -> Amount:
    if source.get("over") is not None:
        names = names._replace(lines={"r": source["over"]})
    whole = _amount_of(source, names, ())
    cases = []
    for each in source.get("cases") or ():
        parts = {key: each[key] for key in ("product", "low", "high") if key in each} or source
        merged = {**source, "product": (), "low": (), "high": (), **parts}
        merged |= {key: value for key, value in each.items() if key != "if"}
        cases.append(Case(truth_from(each["if"], names), _amount_of(merged, names, ())))
    return whole._replace(cases=tuple(cases))


def _amount_of(source: Any, names: Names, cases: tuple[Case, ...]) -> Amount:
    stated = source.get("product") or (source.get("low") and source.get("high"))
    kind = source.get("kind") or "not_stated"
    if kind not in KINDS:
        raise ValueError(kind)
    return Amount(
        kind=kind if stated or kind in UNSTATED else "not_stated",
        unit=source["unit"],
        paid_to=source["paid_to"],
        period=source["period"],
        years=source.get("years"),
        over=source.get("over"),
        product=_factors(source.get("product"), names),
        low=_factors(source.get("low"), names),
        high=_factors(source.get("high"), names),
        cases=cases,
        quotes=_quotes(source.get("quotes") or ()),
    )


def _factors(source: Any, names: Names) -> tuple[Factor, ...]:
    return tuple(_factor(each, names) for each in source or ())


def _factor(source: Any, names: Names) -> Factor:
    value, scale = number_from(source["value"], names)
    cap = None
    if source.get("at_most") is not None:
        cap, size = number_from(source["at_most"], names)
        larger = max(scale, size)
        value, cap, scale = raised(value, scale, larger), raised(cap, size, larger), larger
    return Factor(value, cap, scale, source["unit"], _quotes(source.get("quotes") or ()))
