"""The questions as the page asks them, the one that the compiler adds included."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from generator.policy.policy import Policy
from generator.policy.question import Column, Option
from generator.to_pages.checker.rulebook import Rulebook

NUMBERS = frozenset({"count", "months", "years", "percent", "yuan"})


@dataclass(frozen=True, slots=True)
class Choice:
    """An option as offered: its words, a hint, and the term that explains it."""

    id: str
    words: Mapping[str, str]
    hint: Mapping[str, str] | None = None
    help: str | None = None


@dataclass(frozen=True, slots=True)
class Field:
    """A column of a table of lines, with its bounds."""

    id: str
    type: str
    ask: Mapping[str, str]
    least: int
    most: int | None


@dataclass(frozen=True, slots=True)
class Asked:
    """A question with all that its form shows.

    Words that are None are the page's own (`received` has no words in the data).
    """

    id: str
    type: str
    ask: Mapping[str, str] | None
    hint: Mapping[str, str] | None
    why: Mapping[str, str] | None
    help: str | None
    none: Mapping[str, str] | None
    narrows: str | None
    unknown: bool
    least: int
    most: int | None
    past: bool
    options: tuple[Choice, ...]
    fields: tuple[Field, ...]

    @property
    def numeric(self) -> bool:
        """Whether the answer is a figure."""
        return self.type in NUMBERS


def asked_questions(policy: Policy, book: Rulebook, names: Iterable[str]) -> tuple[Asked, ...]:
    """The questions called `names` in the order given."""
    return tuple(_asked(policy, book.questions[name]) for name in names)


def _asked(policy: Policy, compiled: Mapping[str, Any]) -> Asked:
    name = compiled["id"]
    written = policy.questions.get(name)
    if written is None:
        return _received(policy, compiled)
    return Asked(
        id=name,
        type=written.type,
        ask=written.ask,
        hint=written.hint,
        why=written.why,
        help=written.help,
        none=written.none,
        narrows=written.narrows,
        unknown=written.unknown,
        least=compiled.get("least", 0),
        most=compiled.get("most"),
        past=written.past,
        options=tuple(_choice(key, option) for key, option in written.options.items()),
        fields=tuple(_field(key, column) for key, column in written.fields.items()),
    )


def _choice(name: str, option: Option) -> Choice:
    return Choice(name, option.text, option.hint, option.help)


def _field(name: str, column: Column) -> Field:
    return Field(name, column.type, column.ask, column.least, column.most)


def _received(policy: Policy, compiled: Mapping[str, Any]) -> Asked:
    """The page of what was already received: its options are the names of measures."""
    names = {
        key.replace("-", "_"): measure.name
        for document in policy.documents.values()
        for key, measure in document.measures.items()
    }
    options = tuple(Choice(each["id"], names[each["id"]]) for each in compiled["options"])
    return Asked(
        id=compiled["id"],
        type=compiled["type"],
        ask=None,
        hint=None,
        why=None,
        help=None,
        none=None,
        narrows=None,
        unknown=compiled["unknown"],
        least=0,
        most=None,
        past=False,
        options=options,
        fields=(),
    )
