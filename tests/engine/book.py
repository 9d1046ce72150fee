"""Small rule books for tests, in the form of rules.json."""

from typing import Any

Source = Any


def quotes(words: str = "给予") -> Source:
    return [{"article": 12, "sentence": "art_12__p_6", "words": words}]


def question(name: str, kind: str, topic: str = "about", **more: Source) -> Source:
    """Return a question; `options` and `fields` as names, or as a mapping of names to types."""
    options = [each if isinstance(each, dict) else {"id": each} for each in more.pop("options", ())]
    fields = [
        {"id": each, "type": of, **({"least": 0, "most": 40} if of != "yes_no" else {})}
        for each, of in more.pop("fields", {}).items()
    ]
    bounds = {"least": 0, "most": 40} if kind not in ("yes_no", "choice", "choices", "rows") else {}
    return {
        "id": name,
        "topic": topic,
        "type": kind,
        "asked_if": None,
        "narrows": None,
        "change": "can",
        "unknown": True,
        "options": options,
        "fields": fields,
        **bounds,
        **more,
    }


def factor(value: Source, unit: str = "yuan", at_most: Source = None) -> Source:
    return {"value": value, "unit": unit, "at_most": at_most, "quotes": quotes()}


def amount(*product: Source, kind: str = "exact", **more: Source) -> Source:
    return {
        "kind": kind,
        "unit": "yuan",
        "paid_to": "person",
        "period": "once",
        "years": None,
        "over": None,
        "product": list(product),
        "cases": None,
        "quotes": [],
        **more,
    }


def yuan(sum_: int, **more: Source) -> Source:
    return amount(factor(["whole", sum_]), **more)


def measure(name: str, *conditions: Source, **more: Source) -> Source:
    """Return a measure; a condition may be an expression or a node without ids."""
    return {
        "id": name,
        "document": "d",
        "article": 12,
        "basis": "entitlement",
        "audiences": [],
        "departments": [],
        "conditions": numbered({"all_of": list(conditions)}),
        "further_conditions": [],
        "amount": None,
        "only_one_of": None,
        "same_payment": None,
        "interpretations": [],
        **more,
    }


def numbered(node: Source, path: str = "") -> Source:
    """Give a node and its parts their ids; bare expressions become conditions with a quote."""
    if not isinstance(node, dict):
        node = {"if": node}
    for kind in ("all_of", "any_of"):
        if kind in node:
            step = f"{path}." if path else ""
            parts = [numbered(part, f"{step}{place}") for place, part in enumerate(node[kind])]
            return {"id": path, **node, kind: parts}
    return {"id": path, "quotes": quotes(), **node}


def decided(department: str = "science", met_if: Source = None, open_if: Source = None) -> Source:
    return {"decided_by": department, "met_if": met_if, "open_if": open_if}


def book(
    questions: Source, measures: Source, terms: Source = None, groups: Source = None
) -> Source:
    return {
        "format": "mingbai-rules/1",
        "questions": list(questions),
        "terms": terms or {},
        "groups": {
            name: {"members": members, "quotes": quotes()}
            for name, members in (groups or {}).items()
        },
        "measures": list(measures),
    }
