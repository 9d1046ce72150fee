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
    amount = measure.amount
    if amount is None:
        return str(said["none"][measure.basis])
    once = measure.once is not None
    if not amount.cases:
        return _line(said, amount, _rate(words, amount, amount), once=once)
    rates = dict.fromkeys(_rate(words, amount, case) for case in amount.cases if case.if_ != "True")
    listed = said["or"].join(filter(None, (said["list"].join([*rates][:-1]), [*rates][-1])))
    return _line(said, amount, said["cases"].format(sums=listed), once=once)


def states_sum(measure: Measure) -> bool:
    """Whether the text says how much, be it as a figure or as what was paid."""
    amount = measure.amount
    parts: tuple[Part, ...] = (amount, *amount.cases) if amount else ()
    return any(amount and _kind(amount, part) != "not_stated" for part in parts)


def case_words(words: Mapping[str, Any], amount: Amount, case: Outcome) -> str:
    """The sum of one of several cases."""
    return _line(words["amount"], amount, _rate(words, amount, case), once=False)


def _line(said: Mapping[str, Any], amount: Amount, rate: str, *, once: bool) -> str:
    """A rate with its limits, beginning with a capital; `once` where the text says so."""
    parts = [rate, *_limits(said, amount.product), *([said["once"]] if once else [])]
    parts += [said["years"].format(n=amount.years)] if amount.years else []
    line = str(said["limit"].join(parts))
    return line[:1].upper() + line[1:]


def _kind(amount: Amount, part: Part) -> str:
    return part.kind or amount.kind or "not_stated"


def _factors(amount: Amount, part: Part) -> tuple[Factor, ...]:
    return part.low + part.high if _kind(amount, part) == "range" else part.product


def _rate(words: Mapping[str, Any], amount: Amount, part: Part) -> str:
    """What is paid, for each of what: `up to 2,000,000 yuan a year`."""
    said = words["amount"]
    kind = _kind(amount, part)
    if kind in {"as_paid", "not_stated"}:
        return str(said["kind"][kind])
    factors = _factors(amount, part)
    money = (
        said["span"].format(
            low=_figures(words, amount, part.low), high=_figures(words, amount, part.high)
        )
        if kind == "range"
        else _figures(words, amount, factors)
    )
    bounded = said["kind"][kind].format(sum=money)
    return str(said["rate"].format(sum=bounded, per=_per(said, amount, factors)).strip())


def _figures(words: Mapping[str, Any], amount: Amount, factors: Iterable[Factor]) -> str:
    """The figures of the factors in money; a share is a percentage of what the fact states."""
    said = words["amount"]
    out = []
    for factor in factors:
        if factor.unit in {"yuan", "posts", "percent"}:
            share = factor.unit == "percent"
            unit = said["share"][amount.unit] if share else said["unit"][factor.unit]
            numbers = [figures.figure(words, number) for number in literals(factor.value)]
            out += [unit.format(n=said["or"].join(numbers))] if numbers else []
    return str(said["of"].join(out) or said["unit"]["paid"][amount.unit])


def _per(said: Mapping[str, Any], amount: Amount, factors: Iterable[Factor]) -> str:
    """What the sum is paid for each of: what counts and is no figure, then the period."""
    counted = {factor.unit for factor in factors if not literals(factor.value)}
    counted -= {"post"} if amount.unit == "posts" else set()
    units = [unit for unit in COUNTED if unit in counted or unit == amount.period]
    return str(said["per_join"].join(said["per"][unit] for unit in units))


def _limits(said: Mapping[str, Any], factors: Iterable[Factor]) -> Iterator[str]:
    for factor in factors:
        for number in literals(factor.at_most) if factor.at_most is not None else ():
            if factor.unit in said["limits"]:
                yield said["limits"][factor.unit].format(n=number)


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


def options(expression: str) -> list[tuple[str, str]]:
    """The options that an expression names, as question and option, in their order."""
    nodes = ast.walk(ast.parse(expression.strip(), mode="eval"))
    return [
        (node.value.id, node.attr)
        for node in nodes
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name)
    ]
