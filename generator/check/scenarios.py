"""Every scenario's expectation against what the engine says."""

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from generator.check.finding import Finding
from generator.policy.document import Expected, ExpectedOutcome, Scenario
from generator.policy.files import scenario_file
from generator.policy.frozen import plain
from generator.policy.policy import Policy
from generator.policy.problem import Path, Problem
from quiz import browser

type Verdict = Mapping[str, Any]

_OF_THE_AMOUNT = ("kind", "low", "high")


def scenarios(policy: Policy, rules: bytes) -> Finding:
    """A problem for each expectation that is not met."""
    browser.load(rules.decode())
    groups = [group["members"] for group in json.loads(rules)["groups"].values()]
    problems: list[Problem] = []
    notes: list[str] = []
    for document in policy.documents.values():
        for name, scenario in document.scenarios.items():
            stem, key = name.split("/")
            file = scenario_file(document.id, stem)
            problems += (
                Problem(file=file, path=(key, *path), message=message)
                for path, message in differences(
                    scenario, scenario.expect, touched(scenario.expect, groups)
                )
            )
        notes.append(f"{document.id}: {len(document.scenarios)} scenarios")
    return Finding(tuple(problems), tuple(notes))


def differences(
    scenario: Scenario, expected: Mapping[str, Expected], only: Iterable[str]
) -> Iterator[tuple[Path, str]]:
    """Where the loaded rule book differs from what is expected; `only` is what is evaluated."""
    request = {
        "answers": plain(scenario.answers),
        "as_of": scenario.as_of,
        "only": sorted(only),
        "want": ["verdicts"],
    }
    answer = json.loads(browser.ask(json.dumps(request)))
    if not answer["ok"]:
        error = answer["error"]
        near = f"; did you mean '{error['did_you_mean']}'?" if error["did_you_mean"] else ""
        allowed = f"; allowed: {', '.join(map(str, error['allowed']))}" if error["allowed"] else ""
        path = tuple(error["path"].split(".")) if error["path"] else ()
        yield ("answers", *path), f"{error['code'].replace('_', ' ')}{allowed}{near}"
        return
    verdicts = {verdict["measure"]: verdict for verdict in answer["verdicts"]}
    for measure, outcome in expected.items():
        for key, wanted, found in _compared(outcome, verdicts[measure]):
            yield (
                ("expect", measure, key),
                f"expected is {_said(wanted)}, the rules say {_said(found)}",
            )


def touched(measures: Iterable[str], groups: list[list[str]]) -> set[str]:
    """Measures, and those that may take their place."""
    named = set(measures)
    return named | {each for group in groups if named.intersection(group) for each in group}


def _compared(expected: Expected, verdict: Verdict) -> Iterator[tuple[str, Any, Any]]:
    """Each part that a scenario names and that differs: its key, what was expected, what is."""
    reasons = {
        "awaits": tuple(awaited["department"] for awaited in verdict["awaits"]),
        "excluded_by": verdict["excluded_by"],
        "open": tuple(_open_leaves(verdict["reasons"])),
    }
    yield from _differing(expected, _outcome(verdict) | reasons)
    others = {(other["interpretation"], other["reading"]): other for other in verdict["readings"]}
    for name, readings in expected.readings.items():
        for reading, wanted in readings.items():
            other = _outcome(others.get((name, reading), verdict))
            for key, *differing in _differing(wanted, other):
                yield f"readings.{name}.{reading}.{key}", *differing


def _outcome(verdict: Verdict) -> dict[str, Any]:
    amount = verdict["amount"] or dict.fromkeys(_OF_THE_AMOUNT)
    return {"status": verdict["status"]} | {key: amount[key] for key in _OF_THE_AMOUNT}


def _differing(
    expected: ExpectedOutcome, found: Mapping[str, Any]
) -> Iterator[tuple[str, Any, Any]]:
    for key in sorted(expected.model_fields_set & found.keys()):
        if getattr(expected, key) != found[key]:
            yield key, getattr(expected, key), found[key]


def _open_leaves(reason: Verdict) -> Iterator[str]:
    parts = [*reason.get("all_of", ()), *reason.get("any_of", ())]
    if not parts and reason["state"] == "open":
        yield reason["id"]
    for part in parts:
        yield from _open_leaves(part)


def _said(value: Any) -> str:
    return "nothing" if value is None else f"'{value}'"
