"""Large rule books, drawn at random in the shape of a real one, for measuring the engine."""

from collections.abc import Iterator
from random import Random
from typing import Any

ROLES = ("individual", "founder", "employer", "organisation", "authority")
KINDS = ("choices", "choices", "choice", "yes_no", "count", "date")
OPTIONS = 8
SHARED = 12
"""So many questions at the start, a tenth of all conditions each, hang together with everything."""


class Book:
    """A rule book of so many measures and questions, the same for the same numbers."""

    def __init__(self, measures: int, questions: int) -> None:
        self._random = Random(measures)
        self._questions = [self._role(), *(self._question(n) for n in range(questions - 2))]
        self._terms = {f"term_{n}": self._any_of(self._near(n)) for n in range(questions // 8)}
        self.rules = {
            "format": "mingbai-rules/1",
            "questions": [*self._questions, self._received(measures)],
            "terms": self._terms,
            "groups": {},
            "measures": [self._measure(n, measures) for n in range(measures)],
        }

    def _role(self) -> Any:
        return _choices("role", "role", ROLES, unknown=False)

    def _received(self, measures: int) -> Any:
        options = [f"m{n}" for n in range(0, measures, 10)]
        return _choices("received", "received", options)

    def _question(self, place: int) -> Any:
        kind = KINDS[place % len(KINDS)]
        name, topic = f"q{place}", f"topic_{place // 6}"
        role = ROLES[place // 6 % len(ROLES)]
        guard: Any = ["is", "role", role] if place % 6 or place >= SHARED else None
        if guard and place % 6 > 3:
            guard = ["and", guard, ["is", f"q{place - place % 6}", f"o{place % OPTIONS}"]]
        if kind in ("choice", "choices"):
            return _choices(
                name, topic, [f"o{n}" for n in range(OPTIONS)], type=kind, asked_if=guard
            )
        bounds = {"least": 0, "most": 1_000_000} if kind == "count" else {}
        return {
            "id": name,
            "topic": topic,
            "type": kind,
            "asked_if": guard,
            "change": "can",
            **bounds,
        }

    def _near(self, place: int) -> list[Any]:
        """Return questions of one role and one part of the book, some of them shared by all."""
        shared = self._random.sample(self._questions[1:SHARED], 2)
        start = 1 + place * 6 % max(1, len(self._questions) - 6)
        return [*self._questions[start : start + 6], *shared]

    def _about(self, question: Any) -> Any:
        name, kind = question["id"], question["type"]
        if kind in ("choice", "choices"):
            return ["is", name, self._random.choice(question["options"])["id"]]
        if kind == "count":
            return [">=", ["number", name], ["whole", self._random.randrange(1, 50)]]
        if kind == "date":
            return ["within", ["date", name], "years", self._random.randrange(1, 6)]
        return ["yes", name]

    def _any_of(self, near: list[Any]) -> Any:
        return ["or", *(self._about(each) for each in self._random.sample(near, 3))]

    def _measure(self, place: int, measures: int) -> Any:
        near = self._near(place * len(self._questions) // measures)
        conditions = list(self._conditions(near))
        if place % 10 == 0:
            conditions.append(["not", ["is", "received", f"m{place}"]])
        return {
            "id": f"m{place}",
            "document": "bench",
            "article": 1,
            "basis": "entitlement",
            "audiences": [],
            "departments": [],
            "conditions": {
                "id": "",
                "all_of": [_leaf(n, each) for n, each in enumerate(conditions)],
            },
            "further_conditions": [],
            "amount": self._amount(near) if place % 3 == 0 else None,
            "only_one_of": None,
            "same_payment": None,
            "interpretations": [],
        }

    def _conditions(self, near: list[Any]) -> Iterator[Any]:
        for _ in range(self._random.choice([2, 3, 3, 4, 6])):
            yield self._about(self._random.choice(near))
        yield self._any_of(near)
        if self._terms_known() and self._random.random() < 0.4:
            yield ["term", self._random.choice(self._terms_known())]

    def _terms_known(self) -> list[str]:
        return list(getattr(self, "_terms", ()))[:SHARED]

    def _amount(self, near: list[Any]) -> Any:
        counts = [each for each in near if each["type"] == "count"]
        product = [_factor(["whole", 1500])]
        if counts and self._random.random() < 0.3:
            product.append(_factor(["number", counts[0]["id"]]))
        return {
            "kind": "exact",
            "unit": "yuan",
            "paid_to": "person",
            "period": "once",
            "years": None,
            "over": None,
            "product": product,
            "cases": None,
            "quotes": [],
        }


def _choices(name: str, topic: str, options: Any, **more: Any) -> Any:
    listed = [{"id": each} for each in options]
    return {
        "id": name,
        "topic": topic,
        "type": "choices",
        "asked_if": None,
        "change": "can",
        "options": listed,
        **more,
    }


def _leaf(place: int, expression: Any) -> Any:
    quotes = [{"article": 1, "sentence": "art_1__p_1", "words": "符合条件的"}]
    return {"id": str(place), "if": expression, "quotes": quotes}


def _factor(value: Any) -> Any:
    return {"value": value, "unit": "yuan", "at_most": None, "quotes": []}
