"""The conditions of one measure, with what helps to settle them again: a completion found before.

Nothing that is remembered changes a result: it is tried first, and whether it still works is worked
out.
"""

from quiz.expressions import truth
from quiz.favoured import favoured
from quiz.logic import Truth
from quiz.rules import Measure, Rules
from quiz.settle import Facts, completion, repeated
from quiz.sheet import Sheet


class Settler:
    """Settles the conditions of a measure, each time for other answers."""

    def __init__(self, measure: Measure, rules: Rules) -> None:
        self._meets = measure.meets
        self._rules = rules
        self._helping: Facts | None = None
        self._met_with: Facts = {}

    def settle(self, sheet: Sheet) -> Truth:
        """Return True or False where every completion of the facts gives that, None where they
        differ.
        """
        value, open_ = truth(self._meets, sheet)
        often = [] if value is not None else repeated(open_)
        if not often:
            return value
        if not self._may_be_met(often, sheet):
            return False
        return None if self._may_be_missed(sheet) else True

    def _may_be_missed(self, sheet: Sheet) -> bool:
        """Look for one part that may fail on its own, then try everything."""
        weighed = (truth(part, sheet) for part in self._meets[1:])
        soon = any(value is None and not repeated(open_) for value, open_ in weighed)
        return soon or completion(self._meets, False, sheet) is not None

    def _may_be_met(self, often: list[str], sheet: Sheet) -> bool:
        """Try the completion found last, then a yes throughout, then what only helps, then
        everything.
        """
        if self._met_with and self._works(self._unanswered(self._met_with, sheet), sheet):
            return True
        ticked: Facts = {name: True for name in often if self._is_tick(name)}
        if self._works(ticked, sheet):
            self._met_with = ticked
            return True
        helping = self._unanswered(self._only_helping(), sheet)
        supposed = {name: helping[name] for name in often if name in helping}
        found = completion(self._meets, True, sheet.supposing(supposed))
        if found is None:
            return False
        self._met_with = {**supposed, **found}
        return True

    def _only_helping(self) -> Facts:
        if self._helping is None:
            self._helping = favoured(self._meets, self._rules)
        return self._helping

    def _is_tick(self, name: str) -> bool:
        return self._rules.questions[self._rules.owners[name]].type in ("yes_no", "choices")

    def _unanswered(self, facts: Facts, sheet: Sheet) -> Facts:
        return {name: fact for name, fact in facts.items() if sheet.facts.get(name) is None}

    def _works(self, supposed: Facts, sheet: Sheet) -> bool:
        value, open_ = truth(self._meets, sheet.supposing(supposed))
        return value is True or (value is None and not repeated(open_))
