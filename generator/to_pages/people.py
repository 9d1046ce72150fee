"""Pages for those who are meant and those who act: audiences and departments."""

from collections.abc import Iterator
from functools import partial
from typing import Any

from generator.policy import files
from generator.policy.people import Audience
from generator.to_pages import addresses
from generator.to_pages.amounts import states_sum
from generator.to_pages.catalogue import Catalogue, Entry
from generator.to_pages.edition import Edition
from generator.to_pages.page import Link, Page, Place
from generator.to_pages.words import fill


def audience_pages(edition: Edition, catalogue: Catalogue) -> Iterator[Page]:
    """What each audience can get, and the list of all audiences."""
    title = edition.words["audiences"]["title"]
    everyone = Link(addresses.section(edition.language, "audiences"), title)
    yield edition.page(
        everyone.address,
        "audiences",
        (title, edition.words["audiences"]["description"]),
        lambda: {"by_audience": catalogue.by_audience},
        place=Place("audiences"),
        trail=(edition.home(),),
        source=files.AUDIENCES,
    )
    for name, audience in edition.policy.audiences.items():
        yield edition.page(
            addresses.audience(edition.language, name),
            "audience",
            (
                fill(edition.words["audience"]["title"], name=edition.say(audience.name)),
                edition.say(audience.who),
            ),
            partial(_audience, audience, catalogue.by_audience.get(name, ())),
            place=Place("audiences"),
            trail=(edition.home(), everyone),
            source=files.AUDIENCES,
        )


def _audience(audience: Audience, entries: tuple[Entry, ...]) -> dict[str, Any]:
    """Measures that say how much come first: they are what most people look for."""
    return {
        "audience": audience,
        "entries": entries,
        "with_sum": [entry for entry in entries if states_sum(entry.measure)],
        "others": [entry for entry in entries if not states_sum(entry.measure)],
    }


def department_pages(edition: Edition, catalogue: Catalogue) -> Iterator[Page]:
    """What each department leads and takes part in, and the list of all departments."""
    words = edition.words["department"]
    title = edition.words["departments"]["title"]
    everyone = Link(addresses.section(edition.language, "departments"), title)
    yield edition.page(
        everyone.address,
        "departments",
        (title, edition.words["departments"]["description"]),
        lambda: {"leading": catalogue.leading, "taking_part": catalogue.taking_part},
        place=Place("departments"),
        trail=(edition.home(),),
        source=files.DEPARTMENTS,
    )
    for name, department in edition.policy.departments.items():
        called = edition.say(department.name)
        yield edition.page(
            addresses.department(edition.language, name),
            "department",
            (fill(words["title"], name=called), fill(words["description"], name=called)),
            partial(
                dict,
                department=department,
                leading=catalogue.leading.get(name, ()),
                taking_part=catalogue.taking_part.get(name, ()),
                measures=catalogue.by_article,
            ),
            place=Place("departments"),
            trail=(edition.home(), everyone),
            source=files.DEPARTMENTS,
        )
