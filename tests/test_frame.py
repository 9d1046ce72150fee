"""What stands around a page's body."""

import pytest

from generator.from_yaml.load import load
from generator.site.frame import report_address
from generator.to_pages.pages import editions, to_pages
from tests.projects import INVENTED

SITE = load(INVENTED).site
PAGE = next(page for page in to_pages(load(INVENTED), editions(load(INVENTED), None)))


@pytest.mark.parametrize(
    ("contact", "expected"),
    [
        ("https://city.example/mistakes/", "https://city.example/mistakes/"),
        ("mailto:a@city.example", f"mailto:a@city.example?subject={PAGE.address}"),
        ("mailto:a@city.example?cc=b@c.example", "mailto:a@city.example?cc=b@c.example&body="),
    ],
)
def test_a_mistake_is_reported_to_the_contact_and_an_e_mail_names_the_page(
    contact: str, expected: str
) -> None:
    person = SITE.contact.model_copy(update={"address": contact})
    address = report_address(SITE.model_copy(update={"contact": person}), PAGE)
    assert address.startswith(expected)
    assert contact.startswith("https:") or address.endswith(PAGE.address)
