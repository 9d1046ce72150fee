"""A question that the checker asks."""

from typing import Annotated, Literal

from pydantic import Field

from generator.policy.frozen import EMPTY, Frozen, Name, NameMap, Spoken, Text, Words

type Changeable = Literal["can", "time", "fixed"]
"""Can a person change this fact: by acting, by waiting, or not at all."""

type Count = Annotated[int, Field(ge=0, le=10**12)]


class Option(Spoken):
    """One option of a choice, or one tick of a tick page; `help` is a term."""

    change: Changeable | None = None
    help: Name | None = None
    hint: Words | None = None


class Column(Frozen):
    """A column of a rows question."""

    type: Literal["yes_no", "count", "months", "years", "percent", "yuan"]
    ask: Words
    least: Count = 0
    most: Count | None = None


class Question(Frozen):
    """One question; its `topic` is shared with its neighbours in the file.

    `asked_if` is an expression over earlier facts. `narrows` names the tick page whose ticked
    options alone are offered here. `unknown: false` bars "don't know".
    """

    topic: Name
    type: Literal[
        "yes_no", "choice", "choices", "count", "months", "years", "percent", "yuan", "date", "rows"
    ]
    ask: Words
    hint: Words | None = None
    why: Words | None = None
    help: Name | None = None
    asked_if: Text | None = None
    narrows: Name | None = None
    change: Changeable = "can"
    unknown: bool = True
    options: NameMap[Option] = EMPTY
    none: Words | None = None
    fields: NameMap[Column] = EMPTY
    least: Count = 0
    most: Count | None = None
    past: bool = False
