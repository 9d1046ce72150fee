"""How much a measure grants, in words: the figures that the rule states, never a computed sum."""

import ast
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from generator.policy.measure import Amount, Factor, Measure, Outcome
from generator.to_pages import figures

COUNTED = ("person", "project", "post", "month", "year", "times")
"""Units that a sum is paid for, in the order in which they are said."""

type Part = Amount | Outcome


def sum_words(words: Mapping[str, Any], measure: Measure) -> str:
    """The sum of a measure in one line: `1,500 yuan a person a month, for at most 12 months`."""
    said = words["amount"]
    if measure.amount is None:
        return str(said["none"][measure.basis])
    amount = measure.amount
    if not amount.cases:
        return amount_words(words, amount, amount)
    cases = (amount_words(words, amount, case) for case in amount.cases)
    return str(said["cases"]).format(sums=said["or"].join(dict.fromkeys(cases)))


def amount_words(words: Mapping[str, Any], amount: Amount, part: Part) -> str:
    """The sum of an amount, or of one of its cases; `part` has the kind and the factors."""
    said = words["amount"]
    kind = part.kind or amount.kind or "not_stated"
    if kind in {"as_paid", "not_stated"}:
        return str(said["kind"][kind])
    factors = part.low + part.high if kind == "range" else part.product or amount.product
    money = _money(words, amount, part if kind == "range" else None, factors)
    rate = said["rate"].format(sum=said["kind"][kind].format(sum=money), per=_per(said, factors))
    limits = [*_limits(said, factors), *_period(said, amount)]
    return str(said["limit"].join([rate.strip(), *limits]))


def _money(
    words: Mapping[str, Any], amount: Amount, span: Part | None, factors: Iterable[Factor]
) -> str:
    said = words["amount"]
    if span is not None:
        low, high = (_figures(words, amount, side) for side in (span.low, span.high))
        return str(said["span"].format(low=low, high=high))
    return _figures(words, amount, factors)


def _figures(words: Mapping[str, Any], amount: Amount, factors: Iterable[Factor]) -> str:
    """The figures of the factors in money; a share is a percentage of what the fact states."""
    said = words["amount"]
    out = []
    for factor in factors:
        if factor.unit in {"yuan", "posts", "percent"}:
            unit = said["unit"][factor.unit]
            numbers = [figures.figure(words, number) for number in literals(factor.value)]
            out += [unit.format(n=said["or"].join(numbers))] if numbers else []
    return str(said["of"].join(out) or said["unit"]["paid"][amount.unit])


def _per(said: Mapping[str, Any], factors: Iterable[Factor]) -> str:
    """What the sum is paid for each of: every factor that counts and is not written as a figure."""
    counted = {item.unit for item in factors if not literals(item.value)}
    return str(said["per_join"].join(said["per"][unit] for unit in COUNTED if unit in counted))


def _limits(said: Mapping[str, Any], factors: Iterable[Factor]) -> Iterator[str]:
    for factor in factors:
        for number in literals(factor.at_most) if factor.at_most is not None else ():
            if factor.unit in said["limits"]:
                yield said["limits"][factor.unit].format(n=number)


def _period(said: Mapping[str, Any], amount: Amount) -> Iterator[str]:
    monthly_factor = any(item.unit in {"month", "year"} for item in amount.product)
    if not (amount.period == "once" and monthly_factor):
        yield said["period"][amount.period]
    if amount.years:
        yield said["years"].format(n=amount.years)


def literals(value: str | int) -> list[int]:
    """The figures that an expression can result in: of `1500 if kept else 1000` both."""
    if isinstance(value, int):
        return [value]
    return sorted(set(_results(ast.parse(value.strip(), mode="eval").body)))


def _results(node: ast.expr) -> Iterator[int]:
    if isinstance(node, ast.Constant) and isinstance(node.value, int):
        yield node.value
    elif isinstance(node, ast.IfExp):
        yield from _results(node.body)
        yield from _results(node.orelse)
    elif isinstance(node, ast.Call) and _measures(node.func):
        yield from _results(node.args[0])


def _measures(function: ast.expr) -> bool:
    return isinstance(function, ast.Name) and function.id in {"years", "months", "percent"}
