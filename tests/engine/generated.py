"""Rule books drawn at random: every operator, guards, narrowing, terms, readings, groups and
amounts.
"""

from dataclasses import dataclass, field
from random import Random
from typing import Any

from tests.engine import book as make

COMPARE = ("<", "<=", ">", ">=", "==", "!=")
NUMBERS = ("count", "months", "years", "percent", "yuan")
KINDS = ("yes_no", "yes_no", "choice", "choices", "choices", "count", "months", "percent", "date")


@dataclass
class Draw:
    """A source of random expressions over the questions known so far; `free` allows what is not
    exact.
    """

    random: Random
    free: bool
    questions: list[Any] = field(default_factory=list)
    terms: list[str] = field(default_factory=list)
    readings: dict[str, list[str]] = field(default_factory=dict)

    def truth(self, depth: int) -> Any:
        if depth == 0 or self.random.random() < 0.15:
            return self.leaf()
        kind = self.random.choice(["and", "or", "and", "or", "not", "if"])
        size = {"not": 1, "if": 3}.get(kind, self.random.choice([2, 2, 3]))
        return [kind, *(self.truth(depth - 1) for _ in range(size))]

    def leaf(self) -> Any:
        if self.terms and self.random.random() < 0.25:
            return ["term", self.random.choice(self.terms)]
        if self.readings and self.random.random() < 0.2:
            name = self.random.choice(list(self.readings))
            return ["reading", name, self.random.choice(self.readings[name])]
        if self.random.random() < 0.03:
            return self.random.random() < 0.5
        return self.about(self.random.choice(self.questions))

    def about(self, question: Any) -> Any:
        """Return a condition on one question."""
        name, kind = question["id"], question["type"]
        if kind == "yes_no":
            return ["yes", name]
        if kind in ("choice", "choices"):
            return ["is", name, self.random.choice(question["options"])["id"]]
        if kind == "date":
            back = ["within", ["date", name], self.random.choice(["years", "years", "months"])]
            same = ["same_year", ["date", name]]
            return self.random.choice([same, [*back, self.random.randrange(7)]])
        if kind == "rows":
            return self.on_rows(name)
        return self.compared(["number", name])

    def on_rows(self, rows: str) -> Any:
        part = self.random.choice([["field", "r", "new"], self.compared(["field", "r", "number"])])
        if self.random.random() < 0.5:
            return ["any", "r", rows, ["or", part, ["field", "r", "new"]]]
        return self.compared(self.summed(rows))

    def summed(self, rows: str) -> Any:
        whole = ["sum", "x", rows, ["field", "x", "number"]]
        return self.random.choice([whole, [*whole, ["field", "x", "new"]]])

    def compared(self, number: Any) -> Any:
        how = self.random.choice(COMPARE)
        if self.free and self.random.random() < 0.3:
            return [how, number, self.number(2)]
        if self.random.random() < 0.2:
            number = [
                self.random.choice(["+", "*"]),
                number,
                ["whole", self.random.randrange(1, 4)],
            ]
        return [how, number, ["whole", self.random.randrange(12)]]

    def number(self, depth: int) -> Any:
        """Return a numeric expression: figures, answers, percentages, sums, choices."""
        if depth == 0 or self.random.random() < 0.3:
            return self.figure()
        if not self.free:
            figures = [["whole", self.random.randrange(1, 9)] for _ in range(2)]
            how = self.random.choice(["+", "*"])
            plain = [how, self.figure(), figures[0]]
            return self.random.choice([plain, ["if", self.leaf(), figures[0], ["whole", 9]]])
        kind = self.random.choice(["+", "-", "*", "if", "percent"])
        if kind == "if":
            return ["if", self.leaf(), self.number(depth - 1), self.number(depth - 1)]
        if kind == "percent":
            return ["*", ["percent", self.random.randrange(0, 200, 25)], self.number(depth - 1)]
        return [kind, self.number(depth - 1), self.number(depth - 1)]

    def figure(self) -> Any:
        numbers = [each["id"] for each in self.questions if each["type"] in NUMBERS]
        rows = [each["id"] for each in self.questions if each["type"] == "rows"]
        chance = self.random.random()
        if numbers and chance < 0.4:
            return ["number", self.random.choice(numbers)]
        if rows and chance < 0.5:
            return self.summed(rows[0])
        return ["whole", self.random.randrange(12)]

    def node(self, depth: int) -> Any:
        """Return a condition of a measure: an expression, alternatives, or a decision."""
        chance = self.random.random()
        if chance < 0.12:
            met_if = self.leaf() if self.random.random() < 0.6 else None
            return make.decided(met_if=met_if, open_if=self.leaf() if met_if else None)
        if depth and chance < 0.35:
            kind = self.random.choice(["any_of", "any_of", "all_of"])
            return {kind: [self.node(depth - 1) for _ in range(self.random.choice([2, 2, 3]))]}
        return self.truth(self.random.choice([0, 1, 1, 2]))

    def amount(self) -> Any:
        """Return an amount of any kind, once or over the lines of a table, with or without
        cases.
        """
        kind = self.random.choice(["exact", "exact", "at_most", "at_least", "range", "as_paid"])
        rows = [each["id"] for each in self.questions if each["type"] == "rows"]
        over = rows[0] if rows and self.random.random() < 0.4 else None
        more = {"over": over, "paid_to": self.random.choice(["person", "unit"])}
        if kind == "range":
            return make.amount(kind=kind, low=self.product(over), high=self.product(over), **more)
        sums = self.random.sample([100, 300, 500, 700, 1500], 3)
        cases = [
            {
                "if": self.leaf(),
                "product": self.product(over, sums[place]),
                "kind": self.random.choice(["exact", "at_least"]),
            }
            for place in range(self.random.choice([0, 0, 1, 2]))
        ]
        return make.amount(*self.product(over, sums[2]), kind=kind, cases=cases or None, **more)

    def product(self, over: str | None, yuan: int = 300) -> Any:
        factors = [make.factor(["whole", yuan])]
        if over:
            factors.append(make.factor(["field", "r", "number"], "person"))
        if self.random.random() < 0.5:
            cap = ["whole", self.random.randrange(1, 13)] if self.random.random() < 0.6 else None
            factors.append(make.factor(self.number(1), "month", cap))
        if self.random.random() < 0.3:
            factors.append(make.factor(["percent", self.random.randrange(1, 100)], "percent"))
        return factors


def generated(seed: int, *, free: bool = True, questions: int = 8, measures: int = 4) -> Any:
    """Return a rule book; without `free` every unknown in it can be settled exactly."""
    draw = Draw(Random(seed), free)
    random = draw.random
    role = make.question(
        "role", "choices", "role", options=["a", "b", "c"], unknown=False, change="fixed"
    )
    draw.questions.append(role)
    for place in range(questions):
        draw.questions.append(_question(draw, place))
        if place % 3 == 2:
            draw.terms.append(f"term_{place}")
    terms = _terms(draw)
    names = [f"m{place}" for place in range(measures)]
    draw.questions.append(
        make.question("received", "choices", "received", options=names[:2], change="fixed")
    )
    found = [_measure(draw, name, names[:2]) for name in names]
    for each in found[:2]:
        each["only_one_of"] = "group"
    if random.random() < 0.5:
        for each in found[1:3]:
            each["same_payment"] = "insurance"
    return make.book(draw.questions, found, terms, {"group": names[:2]})


def _question(draw: Draw, place: int) -> Any:
    random = draw.random
    kind = random.choice(KINDS) if place != 5 or not draw.free else "rows"
    more: dict[str, Any] = {
        "topic": f"topic_{place // 3}",
        "change": random.choice(["can", "time"]),
    }
    if kind in ("choice", "choices"):
        more["options"] = [f"o{each}" for each in range(random.choice([2, 3]))]
        more["options"][0] = {"id": "o0", "change": random.choice(["can", "time", "fixed"])}
    if kind == "rows":
        more["fields"] = {"number": "count", "new": "yes_no"}
    if kind in NUMBERS:
        more |= {"least": random.choice([0, 0, 1]), "most": 100 if kind == "percent" else 20}
    if random.random() < 0.5:
        known, draw.terms = draw.terms, []
        more["asked_if"] = draw.truth(random.choice([0, 0, 1]))
        draw.terms = known
    wider = [
        each["id"] for each in draw.questions if each["type"] == "choices" and each["id"] != "role"
    ]
    if kind == "choices" and wider and random.random() < 0.6:
        more["narrows"] = random.choice(wider)
    return make.question(f"q{place}", kind, **more)


def _terms(draw: Draw) -> Any:
    names, draw.terms = draw.terms, []
    terms = {}
    for name in names:
        terms[name] = draw.truth(2)
        draw.terms.append(name)
    return terms


def _measure(draw: Draw, name: str, once: list[str]) -> Any:
    random = draw.random
    draw.readings = {"length": ["short", "long"]} if random.random() < 0.5 else {}
    conditions = [draw.node(1) for _ in range(random.choice([1, 2, 3]))]
    if name in once and random.random() < 0.5:
        conditions.append(["and", *(["not", ["is", "received", each]] for each in once)])
    interpretations = [
        {"id": each, "readings": options, "taken": random.choice(options), "only_noted": False}
        for each, options in draw.readings.items()
    ]
    amount = draw.amount() if random.random() < 0.8 else None
    draw.readings = {}
    basis = random.choice(["entitlement", "entitlement", "discretionary", "competitive", "duty"])
    further = make.quotes() if random.random() < 0.3 else []
    return make.measure(
        name,
        *conditions,
        amount=amount,
        basis=basis,
        further_conditions=further,
        interpretations=interpretations,
    )
