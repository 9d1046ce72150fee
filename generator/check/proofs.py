"""Everything that `mingbai check` proves beyond the shape of the data."""

from generator.check.clauses import clauses
from generator.check.departments import departments
from generator.check.figures import figures
from generator.check.finding import Finding, joined
from generator.check.language import language
from generator.check.scenarios import scenarios
from generator.check.sound import sound
from generator.check.source import source
from generator.check.terms import terms
from generator.check.unused import unused
from generator.policy.policy import Policy
from generator.to_rules.rules import canonical, compiled_rules


def proofs(policy: Policy, *, with_rules_tried: bool) -> Finding:
    """All problems that a valid policy may still have, and what was found whole.

    `with_rules_tried` puts the rules to the engine too: scenarios, and whether each rule decides.
    """
    compiled = compiled_rules(policy)
    findings = [
        source(policy),
        departments(policy),
        language(policy),
        figures(policy),
        terms(policy),
        Finding(compiled.problems),
        clauses(policy),
    ]
    if compiled.problems:
        return joined(findings)
    findings.append(unused(policy, compiled))
    if with_rules_tried:
        findings.append(sound(compiled.rules))
        findings.append(scenarios(policy, canonical(compiled.rules)))
    return joined(findings)
