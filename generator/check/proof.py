"""Gathers what can be proven about the rules of a project, and writes it down."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator

from generator.check.clauses import Coverage, coverage
from generator.check.mutation import Change, mutation
from generator.policy.policy import Policy
from generator.policy.proof import Covered, Proof, Tally, Unnoticed
from generator.to_rules.rules import compiled_rules


def proof(policy: Policy) -> Proof:
    """Coverage, and every change to the rules with whether a scenario notices it."""
    rules = compiled_rules(policy).rules
    changes = list(mutation(policy, rules))
    documents = policy.documents.values()
    run = Counter(
        name
        for document in documents
        for scenario in document.scenarios.values()
        for name in scenario.expect
    )
    articles: dict[str, tuple[Covered, ...]] = {document.id: () for document in documents}
    for document, each in coverage(policy):
        articles[document] = (*articles[document], _covered(each))
    measures = [measure["id"] for measure in rules["measures"]]
    scenarios = sum(len(document.scenarios) for document in documents)
    return Proof(
        scenarios=scenarios,
        articles=articles,
        measures={name: _tally(_of(name, changes), run[name]) for name in measures},
        terms=_tally([each for each in changes if each.part not in measures], scenarios),
        unnoticed=tuple(_unnoticed(changes)),
    )


def _covered(each: Coverage) -> Covered:
    bound = sum(clause.bound for clause in each.clauses)
    return Covered(
        article=each.article,
        clauses=len(each.clauses),
        bound=bound,
        grants_nothing=len(each.clauses) - bound - len(each.gaps),
    )


def _of(part: str, changes: Iterable[Change]) -> list[Change]:
    return [change for change in changes if change.part == part]


def _tally(changes: list[Change], scenarios: int) -> Tally:
    return Tally(
        scenarios=scenarios,
        changes=len(changes),
        noticed=sum(change.noticed for change in changes),
        without_effect=sum(change.idle for change in changes),
    )


def _unnoticed(changes: Iterable[Change]) -> Iterator[Unnoticed]:
    for change in changes:
        if not change.noticed:
            reason = "without_effect" if change.idle else "not_covered"
            yield Unnoticed.model_validate(
                {"part": change.part, "what": change.what, "reason": reason}
            )


def written(found: Proof) -> str:
    """The text of `proof.yaml`: JSON on one line for each entry, which YAML reads as well."""
    parts = found.model_dump(mode="json")
    lines = ["# Written by `python -m generator.check`. Do not edit: a test compares it."]
    lines.append(f"scenarios: {found.scenarios}")
    lines += ["articles:", *_entries(parts["articles"], nested=True)]
    lines += ["measures:", *_entries(parts["measures"])]
    lines.append(f"terms: {json.dumps(parts['terms'])}")
    lines += ["unnoticed:", *(f"  - {_json(each)}" for each in parts["unnoticed"])]
    return "\n".join(lines if parts["unnoticed"] else [*lines[:-1], "unnoticed: []"]) + "\n"


def _entries(entries: dict[str, object], *, nested: bool = False) -> Iterator[str]:
    for name, value in entries.items():
        if nested and isinstance(value, list | tuple):
            yield f"  {name}:"
            yield from (f"    - {_json(each)}" for each in value)
        else:
            yield f"  {name}: {_json(value)}"


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
