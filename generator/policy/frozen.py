"""The one configuration that every noun of the data shares, and the field types they use."""

import re
from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import Annotated, Any

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    GetJsonSchemaHandler,
    PlainSerializer,
    StringConstraints,
    ValidationInfo,
    model_validator,
)
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError


class Frozen(BaseModel):
    """A value that cannot change and that refuses keys it does not know."""

    model_config = ConfigDict(
        frozen=True, extra="forbid", strict=True, arbitrary_types_allowed=True
    )


def _freeze(mapping: Mapping[str, Any]) -> Mapping[str, Any]:
    return MappingProxyType(dict(mapping))


def plain(value: Any) -> Any:
    """A frozen value of the data as JSON writes it."""
    if isinstance(value, Mapping):
        return {key: plain(inner) for key, inner in value.items()}
    return [plain(inner) for inner in value] if isinstance(value, tuple) else value


EMPTY: Any = Field(default_factory=lambda: MappingProxyType({}))
"""The default of a mapping that the data leaves out."""

type FrozenMap[T] = Annotated[
    Mapping[str, T], AfterValidator(_freeze), PlainSerializer(dict, return_type=dict)
]

ID = r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$"

type Id = Annotated[str, StringConstraints(pattern=ID, max_length=80)]
"""An id that stands in addresses: lower case, digits, single hyphens."""

type Name = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]*$", max_length=60)]
"""A name that rules may use: lower case, digits, underscores."""

type IdMap[T] = Annotated[
    Mapping[Id, T], AfterValidator(_freeze), PlainSerializer(dict, return_type=dict)
]
"""Values by ids that stand in addresses."""

type NameMap[T] = Annotated[
    Mapping[Name, T], AfterValidator(_freeze), PlainSerializer(dict, return_type=dict)
]
"""Values by names that rules use."""

MOST_CHARACTERS = 20_000
"""The longest text of one field."""

_HIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufffe\uffff]"
)
"""Control characters, which XML cannot hold, and marks that turn the direction of the text around:
with them a text reads differently from what it says."""


def hidden_sign(text: str) -> str | None:
    """The first sign of `text` that nobody sees, as `U+202E`; None where there is none."""
    found = _HIDDEN.search(text)
    return f"U+{ord(found[0]):04X}" if found else None


def _visible(text: str) -> str:
    if sign := hidden_sign(text):
        raise PydanticCustomError("hidden_sign", "", {"sign": sign})
    return text


type Text = Annotated[
    str,
    StringConstraints(min_length=1, max_length=MOST_CHARACTERS),
    AfterValidator(_visible),
]

_TEXT_SCHEMA = {"type": "string", "minLength": 1, "maxLength": MOST_CHARACTERS}


def _in_every_language(words: Mapping[str, Any], info: ValidationInfo) -> Mapping[str, Any]:
    """Compare with the languages of the site, where the validation was given them."""
    languages = (info.context or {}).get("languages", words)
    wrong = [language for language in words if language not in languages]
    lacking = [language for language in languages if language not in words]
    if wrong or lacking:
        raise PydanticCustomError("languages", "", {"wrong": wrong, "lacking": lacking})
    return words


def _in_some_languages(words: Mapping[str, Any], info: ValidationInfo) -> Mapping[str, Any]:
    languages = (info.context or {}).get("languages", words)
    if wrong := [language for language in words if language not in languages]:
        raise PydanticCustomError("languages", "", {"wrong": wrong, "lacking": []})
    return words


type Words = Annotated[FrozenMap[Text], AfterValidator(_in_every_language)]
"""Words for people: one text for each language of the site, `{"zh": …, "en": …}`."""

type WordLists = Annotated[FrozenMap[tuple[Text, ...]], AfterValidator(_in_some_languages)]
"""Lists of words for each language, such as everyday names for the search; may be empty."""


def _real_day(text: str) -> str:
    try:
        date.fromisoformat(text)
    except ValueError:
        raise PydanticCustomError("no_such_day", "") from None
    return text


type Day = Annotated[
    str, StringConstraints(pattern=r"^\d{4}-\d{2}-\d{2}$"), AfterValidator(_real_day)
]
"""A day as quoted text, `"2018-05-21"`."""

LANGUAGE = r"^[a-z]{2,3}(-[A-Za-z0-9]+)*$"
"""How the data names a language: `zh`, `en`, `pt-BR`."""


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
        own = cls.keys()
        spoken = {key: value[key] for key in value if _is_language(key) and key not in own}
        return {key: value[key] for key in value if key not in spoken} | {"text": spoken}

    @classmethod
    def keys(cls) -> frozenset[str]:
        """The names of this value's own keys, as written in the data."""
        return frozenset(field.alias or name for name, field in cls.model_fields.items())

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        """The schema of the data as written: languages are keys of their own."""
        written = handler.resolve_ref_schema(handler(schema))
        del written["properties"]["text"]
        written["required"] = [key for key in written["required"] if key != "text"]
        written["patternProperties"] = {LANGUAGE: _TEXT_SCHEMA}
        return written

    def __getitem__(self, language: str) -> str:
        """The text in `language`."""
        return self.text[language]


def _is_language(key: object) -> bool:
    return isinstance(key, str) and re.fullmatch(LANGUAGE, key) is not None
