"""What is defined and nothing uses: questions, options, fields, rules of terms, groups."""

from collections.abc import Iterator

from generator.check.finding import Finding
from generator.policy.files import QUESTIONS, TERMS, frame_file
from generator.policy.policy import Policy
from generator.policy.problem import Problem
from generator.policy.question import Question
from generator.to_rules.rules import Compiled
from generator.to_rules.scope import Uses


def unused(policy: Policy, compiled: Compiled) -> Finding:
    """Everything that no rule rests on."""
    used = _used(compiled)
    return Finding(
        (
            *_terms(policy, used),
            *_questions(policy, used),
            *_groups(policy),
        )
    )


def _used(compiled: Compiled) -> Uses:
    """What measures and guards use, and what the terms in them use in turn."""
    used = Uses()
    for each in (compiled.guards, *compiled.measures.values()):
        used.add(each)
    open_terms = sorted(used.terms)
    while open_terms:
        inner = compiled.terms.get(open_terms.pop(), Uses())
        open_terms += sorted(inner.terms - used.terms)
        used.add(inner)
    return used


def _terms(policy: Policy, used: Uses) -> Iterator[Problem]:
    for name, term in policy.terms.items():
        if term.rule is not None and name not in used.terms:
            message = "no condition uses this rule; use the term, or remove the rule"
            yield Problem(file=TERMS, path=(name, "rule"), message=message)


def _questions(policy: Policy, used: Uses) -> Iterator[Problem]:
    asked = {question for question, _ in used.facts}
    for name, question in policy.questions.items():
        if name not in asked:
            message = "no rule uses this question; use it, or remove it"
            yield Problem(file=QUESTIONS, path=(name,), message=message)
            continue
        yield from _parts(name, question, {part for owner, part in used.facts if owner == name})


def _parts(name: str, question: Question, used: set[str | None]) -> Iterator[Problem]:
    # The answers to a choice exclude each other: one that no rule names still rules out the rest.
    ticks = question.options if question.type == "choices" else ()
    for option in (each for each in ticks if each not in used):
        message = "no rule uses this option; use it, or remove it"
        yield Problem(file=QUESTIONS, path=(name, "options", option), message=message)
    for field in question.fields:
        if field not in used:
            message = "no rule uses this column; use it, or remove it"
            yield Problem(file=QUESTIONS, path=(name, "fields", field), message=message)


def _groups(policy: Policy) -> Iterator[Problem]:
    for document in policy.documents.values():
        for name in document.frame.groups:
            members = [each for each in document.measures.values() if each.only_one_of == name]
            if len(members) < 2:
                message = f"a group needs two measures; {len(members)} name it in only_one_of"
                yield Problem(file=frame_file(document.id), path=("groups", name), message=message)
