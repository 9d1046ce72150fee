"""What was proven about the rules: written by `python -m generator.check`, kept fresh by a test."""

from typing import Literal

from generator.policy.frozen import EMPTY, Frozen, FrozenMap, IdMap, Text


class Covered(Frozen):
    """The clauses of one article: all, those that a rule binds, those that grant nothing."""

    article: int
    clauses: int
    bound: int
    grants_nothing: int


class Tally(Frozen):
    """The scenarios of a measure, the changes made to its rule, and those that were noticed."""

    scenarios: int
    changes: int
    noticed: int
    without_effect: int


class Unnoticed(Frozen):
    """One change that no scenario notices, with the reason."""

    part: Text
    what: Text
    reason: Literal["without_effect", "not_covered"]


class Proof(Frozen):
    """`proof.yaml`: coverage of every document, tallies of every measure, what stays unnoticed."""

    scenarios: int
    articles: FrozenMap[tuple[Covered, ...]] = EMPTY
    measures: IdMap[Tally] = EMPTY
    terms: Tally
    unnoticed: tuple[Unnoticed, ...] = ()

    @property
    def total(self) -> Tally:
        """All changes, to measures and terms."""
        tallies = (*self.measures.values(), self.terms)
        return Tally(
            scenarios=self.scenarios,
            changes=sum(each.changes for each in tallies),
            noticed=sum(each.noticed for each in tallies),
            without_effect=sum(each.without_effect for each in tallies),
        )


def share(tally: Tally) -> int:
    """Noticed changes in a thousand of those that have an effect; 1000 where there are none."""
    effective = tally.changes - tally.without_effect
    return 1000 * tally.noticed // effective if effective else 1000
