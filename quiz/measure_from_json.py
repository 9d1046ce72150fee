"""From the parsed JSON of one measure to its conditions, amount and interpretations."""

from typing import Any

from quiz.expression_from_json import Names, number_from, raised, truth_from
from quiz.json_values import name, one_of, quotes, text, text_or_none, texts, whole
from quiz.rules import (
    ALWAYS,
    NEVER,
    UNSTATED,
    Amount,
    Case,
    Condition,
    Expression,
    Factor,
    Interpretation,
    Measure,
    as_expression,
)

BASES = ("entitlement", "discretionary", "competitive", "duty")
KINDS = (*UNSTATED, "exact", "at_most", "at_least", "range")
UNITS = ("yuan", "posts")
PAYEES = ("person", "unit")
PERIODS = ("once", "month", "year")


def measure_from(source: Any, place: int, names: Names) -> Measure:
    """Read a measure; LookupError, TypeError or ValueError where it is malformed."""
    interpretations = tuple(_interpretation(each) for each in source["interpretations"])
    names = names._replace(readings={each.id: each.readings for each in interpretations})
    conditions = _condition(source["conditions"], names)
    return Measure(
        id=name(source["id"]),
        document=text(source["document"]),
        article=whole(source["article"]),
        basis=one_of(source["basis"], BASES),
        audiences=texts(source["audiences"]),
        departments=texts(source["departments"]),
        conditions=conditions,
        meets=as_expression(conditions),
        further_conditions=quotes(source["further_conditions"]),
        amount=None if source["amount"] is None else _amount(source["amount"], names),
        only_one_of=text_or_none(source["only_one_of"]),
        same_payment=text_or_none(source["same_payment"]),
        interpretations=interpretations,
        taken={each.id: each.taken for each in interpretations},
        place=place,
    )


def _interpretation(source: Any) -> Interpretation:
    readings = texts(source["readings"])
    taken = one_of(source["taken"], readings)
    return Interpretation(text(source["id"]), readings, taken, source["only_noted"] is True)


def _condition(source: Any, names: Names) -> Condition:
    (kind,) = {"all_of", "any_of", "if", "decided_by"} & set(source)
    rule: Expression = ALWAYS
    if kind == "if":
        rule = truth_from(source["if"], names)
    elif kind == "decided_by":
        rule = _optional(source["met_if"], names) or NEVER
    parts = source[kind] if kind in ("all_of", "any_of") else ()
    return Condition(
        id=text(source["id"]),
        kind=kind,
        parts=tuple(_condition(each, names) for each in parts),
        expression=rule,
        open_if=_open_if(source, names) if kind == "decided_by" else None,
        department=text_or_none(source.get("decided_by")),
        quotes=quotes(source.get("quotes") or ()),
        option=text_or_none(source.get("option")),
        for_some=source.get("for_some") is True,
    )


def _open_if(source: Any, names: Names) -> Expression | None:
    """Return when a decision is still to come: always, where nothing can be known of it."""
    if source["met_if"] is None and source["open_if"] is None:
        return ALWAYS
    return _optional(source["open_if"], names)


def _optional(source: Any, names: Names) -> Expression | None:
    return None if source is None else truth_from(source, names)


def _amount(source: Any, names: Names) -> Amount:
    if source.get("over") is not None:
        names = names._replace(lines={"r": source["over"]})
    cases = []
    for each in source.get("cases") or ():
        changed = {key: value for key, value in each.items() if key != "if"}
        bare = {"product": (), "low": (), "high": ()} if FACTORS & set(each) else {}
        case = _bare_amount({**source, **bare, **changed}, names)
        cases.append(Case(truth_from(each["if"], names), case))
    return _bare_amount(source, names)._replace(cases=tuple(cases))


FACTORS = frozenset({"product", "low", "high"})


def _bare_amount(source: Any, names: Names) -> Amount:
    """Read an amount without its cases; one without factors states nothing."""
    product, low, high = (_factors(source.get(key), names) for key in ("product", "low", "high"))
    kind = one_of(source.get("kind") or "not_stated", KINDS)
    return Amount(
        kind=kind if product or (low and high) or kind in UNSTATED else "not_stated",
        unit=one_of(source["unit"], UNITS),
        paid_to=one_of(source["paid_to"], PAYEES),
        period=one_of(source["period"], PERIODS),
        years=None if source.get("years") is None else whole(source["years"]),
        over=_table(source.get("over"), names),
        product=product,
        low=low,
        high=high,
        cases=(),
        quotes=quotes(source.get("quotes") or ()),
    )


def _table(question: Any, names: Names) -> str | None:
    if question is not None and names.questions[question].type != "rows":
        raise ValueError(question)
    return text_or_none(question)


def _factors(source: Any, names: Names) -> tuple[Factor, ...]:
    return tuple(_factor(each, names) for each in source or ())


def _factor(source: Any, names: Names) -> Factor:
    value, scale = number_from(source["value"], names)
    cap = None
    if source.get("at_most") is not None:
        cap, size = number_from(source["at_most"], names)
        larger = max(scale, size)
        value, cap, scale = raised(value, scale, larger), raised(cap, size, larger), larger
    return Factor(value, cap, scale, text(source["unit"]), quotes(source.get("quotes") or ()))
