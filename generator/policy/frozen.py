"""The one configuration that every noun of the data shares, and the field types they use."""

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Annotated, Any

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    PlainSerializer,
    StringConstraints,
    model_validator,
)


class Frozen(BaseModel):
    """A value that cannot change and that refuses keys it does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True, arbitrary_types_allowed=True)


def _freeze(mapping: Mapping[str, Any]) -> Mapping[str, Any]:
    return MappingProxyType(dict(mapping))


type FrozenMap[T] = Annotated[
    Mapping[str, T], AfterValidator(_freeze), PlainSerializer(dict, return_type=dict)
]

type Id = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$", max_length=80)]
"""An id that stands in addresses: lower case, digits, single hyphens."""

type Name = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]*$", max_length=60)]
"""A name that rules may use: lower case, digits, underscores."""

type Text = Annotated[str, StringConstraints(min_length=1, max_length=20_000)]

type Words = FrozenMap[Text]
"""Words for people: one text for each language of the site, `{"zh": …, "en": …}`."""

type WordLists = FrozenMap[tuple[Text, ...]]
"""Lists of words for each language, such as everyday names for the search; may be empty."""

type Day = Annotated[str, StringConstraints(pattern=r"^\d{4}-\d{2}-\d{2}$")]
"""A day as quoted text, `"2018-05-21"`."""


class Spoken(Frozen):
    """A value that is a text in each language with a few keys beside it.

    In the data the languages stand as keys of their own, `{zh: …, en: …, note: …}`; here they are
    gathered in `text`.
    """

    text: Words

    @model_validator(mode="before")
    @classmethod
    def _gather_languages(cls, value: Any) -> Any:
        if not isinstance(value, Mapping) or "text" in value:
            return value
        spoken = {key: value[key] for key in value if _is_language(key) and key not in cls.keys()}
        return {key: value[key] for key in value if key not in spoken} | {"text": spoken}

    @classmethod
    def keys(cls) -> frozenset[str]:
        """The names of this value's own keys, as written in the data."""
        return frozenset(field.alias or name for name, field in cls.model_fields.items())

    def __getitem__(self, language: str) -> str:
        """The text in `language`."""
        return self.text[language]


def _is_language(key: object) -> bool:
    return isinstance(key, str) and re.fullmatch(r"[a-z]{2,3}(-[A-Za-z0-9]+)*", key) is not None
