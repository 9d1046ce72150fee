"""The site as a whole: its name, languages, contact and look."""

from typing import Literal

from generator.policy.frozen import Frozen, FrozenMap, Id, Text, Words


class Language(Frozen):
    """One language of the site: `tag` as in HTML's lang, `name` in the language itself."""

    tag: Text
    name: Text
    short: Text


class Contact(Frozen):
    """Where readers report a mistake; `address` is an e-mail address or an https address."""

    name: Words
    address: Text


class Colours(Frozen):
    """The two colours that a city may choose, as CSS hex colours."""

    primary: Text
    accent: Text


class Site(Frozen):
    """`site.yaml`: what is said once for the whole site; languages in order, the first is default."""

    name: Words
    tagline: Words
    base_address: Text
    languages: FrozenMap[Language]
    contact: Contact
    colours: Colours
    publisher: Words
    notice: Words
    licence: Words
    documents: tuple[Id, ...]


class Change(Frozen):
    """One line of `changes.yaml`: what changed for readers or re-users, and when."""

    id: Id
    on: Text
    kind: Literal["content", "rules", "site", "data"]
    title: Words
    text: Words
