"""The site as a whole: its name, languages, contact and look."""

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from generator.policy.frozen import LANGUAGE, Day, Frozen, FrozenMap, Id, Text, Words

type Address = Annotated[
    str, StringConstraints(pattern=r"^https://[A-Za-z0-9.:-]+/([A-Za-z0-9._~-]+/)*$")
]
"""An address of a site, with its last slash; it stands in server configurations as it is."""

type ContactAddress = Annotated[
    str, StringConstraints(pattern=r"^(https://|mailto:)[^\s\"'<>\\`]+$")
]

type Tag = Annotated[str, StringConstraints(pattern=LANGUAGE)]
"""A language as HTML's lang names it."""

type Colour = Annotated[str, StringConstraints(pattern=r"^#[0-9a-f]{6}$")]


class Language(Frozen):
    """One language of the site: `tag` as in HTML's lang, `name` in the language itself."""

    tag: Tag
    name: Text
    short: Text


class Contact(Frozen):
    """Where readers report a mistake; `address` begins with mailto: or https:."""

    name: Words
    address: ContactAddress


class Colours(Frozen):
    """The two colours that a city may choose, as CSS hex colours."""

    primary: Colour
    accent: Colour


class Site(Frozen):
    """`site.yaml`: what is said once for the whole site; the first language is the default."""

    name: Words
    tagline: Words
    base_address: Address
    languages: Annotated[FrozenMap[Language], Field(min_length=1)]
    contact: Contact
    colours: Colours
    publisher: Words
    notice: Words
    licence: Words
    documents: tuple[Id, ...]


class Change(Frozen):
    """One line of `changes.yaml`: what changed for readers or re-users, and when."""

    id: Id
    on: Day
    kind: Literal["content", "rules", "site", "data"]
    title: Words
    text: Words
