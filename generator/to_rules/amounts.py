"""What a measure pays, as products of factors."""

from generator.policy.measure import Amount, Factor, Outcome
from generator.to_rules.place import Place
from generator.to_rules.setting import Setting
from generator.to_rules.units import PLAIN, WRONG, Json, as_share, in_months

_FITS = {
    "yuan": ("yuan", PLAIN),
    "month": ("months", "years"),
    "year": ("years",),
    "percent": ("percent",),
}
"""What a factor's value must measure, by the factor's unit; every other unit counts things."""


def amount(setting: Setting, place: Place) -> Json:
    """The amount of a measure, or None where it has none."""
    stated = setting.measure.amount
    if stated is None:
        return None
    parts = (stated.quote, stated.product, stated.low, stated.high, stated.cases)
    if stated.kind != "not_stated" and not any(parts):
        place.refuse("a quote is needed: the words that this amount comes from")
    over = _over(stated, setting, place)
    return {
        "kind": stated.kind,
        "unit": stated.unit,
        "paid_to": stated.paid_to,
        "period": stated.period,
        "years": stated.years,
        "over": over,
        **_products(stated, setting, place, over),
        "cases": _cases(stated, setting, place, over),
        "quotes": setting.quotes(stated.quote, place.at("quote")),
    }


def _over(stated: Amount, setting: Setting, place: Place) -> str | None:
    if stated.over is None:
        return None
    question = setting.scope.questions.get(stated.over)
    if question is None or question.type != "rows":
        rows = [name for name, each in setting.scope.questions.items() if each.type == "rows"]
        place.at("over").unknown("question of type rows", stated.over, rows)
        return None
    setting.used.facts.add((stated.over, None))
    return stated.over


def _products(
    stated: Amount | Outcome, setting: Setting, place: Place, over: str | None
) -> dict[str, Json]:
    return {
        key: [
            _factor(factor, setting, place.at(key, index), over)
            for index, factor in enumerate(getattr(stated, key))
        ]
        for key in ("product", "low", "high")
    }


def _factor(factor: Factor, setting: Setting, place: Place, over: str | None) -> Json:
    quotes = setting.quotes(factor.quote, place.at("quote"))
    value = _measured(factor, factor.value, place.at("value"), setting, quotes, over)
    cap = None
    if factor.at_most is not None:
        cap = _measured(factor, factor.at_most, place.at("at_most"), setting, quotes, over)
    return {"value": value, "at_most": cap, "unit": factor.unit, "quotes": quotes}


def _measured(
    factor: Factor,
    text: str | int,
    place: Place,
    setting: Setting,
    quotes: list[Json],
    over: str | None,
) -> Json:
    """The value of a factor in the factor's own unit."""
    typed = setting.number(text, place, quotes, over)
    wanted = _FITS.get(factor.unit, ("count", PLAIN))
    if typed.unit not in (*wanted, WRONG):
        place.refuse(f"the factor's unit is {factor.unit}, but this is in {typed.unit}")
    return as_share(in_months(typed) if factor.unit == "month" else typed)


def _cases(stated: Amount, setting: Setting, place: Place, over: str | None) -> list[Json] | None:
    if not stated.cases:
        return None
    return [
        _case(case, stated, setting, place.at("cases", index), over)
        for index, case in enumerate(stated.cases)
    ]


def _case(case: Outcome, stated: Amount, setting: Setting, place: Place, over: str | None) -> Json:
    products = _products(case, setting, place, over)
    quotes = setting.quotes(case.quote, place.at("quote"))
    inner = [quote for factors in products.values() for each in factors for quote in each["quotes"]]
    if not quotes and not inner:
        place.refuse("a quote is needed: the words that this amount comes from")
    condition = setting.truth(case.if_, place.at("if"), [*quotes, *inner])
    return {
        "if": condition,
        "kind": case.kind or stated.kind,
        **{key: factors for key, factors in products.items() if factors},
        "quotes": quotes,
    }
