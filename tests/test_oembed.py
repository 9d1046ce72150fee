"""oEmbed: every page that can be embedded tells other editors its frame."""

import json
from html.parser import HTMLParser

from generator.from_yaml.load import load
from generator.site.frame import EMBED_SANDBOX
from generator.to_feeds.oembed import oembed_address, to_oembed
from generator.to_pages.checker.rulebook import Rulebook
from generator.to_pages.embed import KINDS, with_embedded
from generator.to_pages.pages import editions, to_pages
from generator.to_rules.rules import to_rules
from tests.projects import INVENTED

POLICY = load(INVENTED)
PAGES = tuple(to_pages(POLICY, editions(POLICY, Rulebook(to_rules(POLICY), {}, "2030-06-01"))))
EMBEDS = tuple(page for page in with_embedded(PAGES) if page.full)


class Frames(HTMLParser):
    """The frames of a piece of HTML."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[dict[str, str | None]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found += [dict(attrs)] if tag == "iframe" else []


def test_every_embeddable_page_has_an_answer_with_the_address_of_its_frame() -> None:
    answers = dict(to_oembed(POLICY.site, (*PAGES, *EMBEDS), EMBED_SANDBOX))
    assert {page.kind for page in EMBEDS} == set(KINDS)
    assert set(answers) == {oembed_address(page.full or "") for page in EMBEDS}
    for page in EMBEDS:
        answer = json.loads(answers[oembed_address(page.full or "")])
        assert (answer["version"], answer["type"]) == ("1.0", "rich")
        reader = Frames()
        reader.feed(answer["html"])
        (frame,) = reader.found
        assert frame["src"] == POLICY.site.base_address + page.address
        assert frame["title"] == answer["title"] == page.title
        assert frame["sandbox"] == EMBED_SANDBOX
        assert (frame["width"], frame["height"]) == (str(answer["width"]), str(answer["height"]))
