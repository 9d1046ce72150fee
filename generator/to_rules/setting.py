"""What every part of one measure is compiled with: its words, its names, what it used."""

from dataclasses import dataclass, field, replace

from generator.policy.measure import Measure, Quotes
from generator.to_rules.expression import number, truth
from generator.to_rules.place import Place
from generator.to_rules.quotes import Text, refuse_missing_figures
from generator.to_rules.scope import Scope, Uses
from generator.to_rules.units import Json, Typed


@dataclass(frozen=True)
class Setting:
    """One measure at work; `used` gathers what all its expressions used."""

    measure: Measure
    text: Text
    scope: Scope
    used: Uses = field(default_factory=Uses)

    def quotes(self, quotes: Quotes, place: Place) -> list[Json]:
        """Quotes of this measure, from its own article unless they name another."""
        return self.text.quotes(quotes, self.measure.article, place)

    def truth(self, text: str, place: Place, quotes: list[Json], who: str | None = None) -> Json:
        """A condition; its figures must stand in the quotes."""
        scope = replace(self.scope.at(place), who=who)
        json = truth(text, scope)
        self._settle(scope.used, quotes, place)
        return json

    def number(
        self, text: str | int, place: Place, quotes: list[Json], over: str | None = None
    ) -> Typed:
        """A number; its figures must stand in the quotes. Over a table, `r` is its line."""
        scope = self.scope.at(place)
        if over is not None:
            scope = scope.inside("r", over)
        typed = number(text, scope)
        self._settle(scope.used, quotes, place)
        return typed

    def _settle(self, used: Uses, quotes: list[Json], place: Place) -> None:
        refuse_missing_figures(used.figures, [*quotes, *self._reading_quotes(used)], place)
        self.used.add(used)

    def _reading_quotes(self, used: Uses) -> list[Json]:
        """The words of the interpretations that an expression uses: a figure may stand there."""
        names = dict.fromkeys(name for name, _ in sorted(used.readings))
        quotes = (self.measure.interpretations[name].quote for name in names)
        return [{"words": quote.words} for each in quotes for quote in each]
