"""Everything that `mingbai check` proves beyond the shape of the data."""

from generator.check.clauses import clauses
from generator.check.departments import departments
from generator.check.finding import Finding, joined
from generator.check.language import language
from generator.check.scenarios import scenarios
from generator.check.source import source
from generator.policy.policy import Policy
from generator.to_rules.rules import canonical, compiled_rules

GAPS_ARE_PROBLEMS = False
"""Whether a clause that nothing binds fails the check; true once all measures are written."""


def proofs(policy: Policy) -> Finding:
    """All problems that a valid policy may still have, and what was found whole."""
    compiled = compiled_rules(policy)
    findings = [
        source(policy),
        departments(policy),
        language(policy),
        Finding(compiled.problems),
        clauses(policy, gaps_are_problems=GAPS_ARE_PROBLEMS),
    ]
    if not compiled.problems:
        findings.append(scenarios(policy, canonical(compiled.rules)))
    return joined(findings)
