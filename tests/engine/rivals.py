"""Rule books in which many measures pay at once: groups, equal sums, one payment."""

from random import Random
from typing import Any

from tests.engine import book as make

FACTS = ("works", "poor", "signed")
MEASURES = 10
GROUPS = {"first": ("m0", "m1", "m2"), "second": ("m3", "m4")}
KINDS = ("exact", "exact", "at_most", "at_least", "range", "as_paid", "not_stated")
SUMS = (0, 100, 300)
"""So few that several measures often pay the same."""


def rivals(seed: int) -> Any:
    """Return such a rule book."""
    random = Random(seed)
    questions = [
        make.question("role", "choices", "role", options=["a", "b"], unknown=False, change="fixed"),
        *(make.question(name, "yes_no") for name in FACTS),
        make.question(
            "reason", "choice", options=["old", {"id": "young", "change": "time"}], change="fixed"
        ),
        make.question("since", "date", change="time"),
        make.question("staff", "count", most=12),
        make.question("insured", "yes_no", asked_if=["yes", "works"]),
        make.question("crew", "rows", asked_if=["yes", "poor"], fields={"new": "yes_no"}),
    ]
    measures = [_measure(random, f"m{place}") for place in range(MEASURES)]
    return make.book(questions, measures, groups={name: list(GROUPS[name]) for name in GROUPS})


def waiting(questions: int = 14) -> Any:
    """Return a rule book in which so many questions wait for the answer to the first."""
    names = [f"q{place}" for place in range(questions)]
    asked = [make.question("first", "yes_no")]
    asked += [make.question(name, "yes_no", asked_if=["yes", "first"]) for name in names]
    return make.book(asked, [make.measure("m0", ["or", *(["yes", name] for name in names)])])


def _measure(random: Random, name: str) -> Any:
    decided = make.decided(met_if=random.choice([None, _fact(random)]))
    parts = [{"any_of": [_fact(random), _fact(random)]}, _fact(random), decided]
    group = next((each for each in GROUPS if name in GROUPS[each]), None)
    return make.measure(
        name,
        *random.sample(parts, random.choice([1, 1, 2])),
        amount=_amount(random) if random.random() < 0.9 else None,
        basis=random.choice(["entitlement"] * 4 + ["discretionary", "competitive", "duty"]),
        further_conditions=make.quotes() if random.random() < 0.2 else [],
        only_one_of=group,
        same_payment="insurance" if name in ("m2", "m4", "m5", "m6") else None,
    )


def _fact(random: Random) -> Any:
    """Return a condition on one answer, as often turned round as not."""
    since: Any = ["date", "since"]
    staff: Any = ["number", "staff"]
    threefold = ["*", staff, ["whole", 3]]
    rule = random.choice(
        [
            ["is", "role", random.choice("ab")],
            *(["yes", name] for name in (*FACTS, "insured")),
            ["any", "r", "crew", ["field", "r", "new"]],
            ["is", "reason", random.choice(["old", "young"])],
            ["within", since, "years", random.randrange(1, 6)],
            ["same_year", since],
            [random.choice(["==", ">=", "<"]), staff, ["whole", random.randrange(9)]],
            [random.choice([">", ">="]), threefold, ["whole", random.randrange(24)]],
            [random.choice([">", "<="]), threefold, ["+", staff, ["whole", random.randrange(9)]]],
        ]
    )
    return ["not", rule] if random.random() < 0.3 else rule


def _amount(random: Random) -> Any:
    kind = random.choice(KINDS)
    sorts = {
        "paid_to": random.choice(["person", "unit"]),
        "period": random.choice(["once", "once", "month"]),
    }
    low, high = sorted(random.choices(SUMS, k=2))
    if kind == "range":
        bounds = {"low": [make.factor(["whole", low])], "high": [make.factor(["whole", high])]}
        return make.amount(kind=kind, **bounds, **sorts)
    # A sum that hangs on an answer, so that open sums are added up too.
    larger = ["if", _fact(random), ["whole", high], ["whole", low]]
    # A cap that leaves nothing to hang on, or something.
    months = ["if", _fact(random), ["whole", 3], ["whole", 1]]
    capped = make.factor(months, "month", ["whole", random.choice([1, 2])])
    more = [capped] if random.random() < 0.5 else []
    return make.amount(make.factor(larger), *more, kind=kind, **sorts)
