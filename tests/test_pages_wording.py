"""Words stand in templates as constants; whatever is no path to a text is left as it was."""

import pytest
from jinja2 import Environment, StrictUndefined, UndefinedError

from generator.to_pages.wording import Wording

WORDS = {"page": {"title": "Wine & dine", "forms": {"one": "{n} page"}}}


def rendered(source: str, **values: object) -> str:
    templates = Environment(autoescape=True, undefined=StrictUndefined, extensions=[Wording])
    templates.globals["w"] = WORDS
    return templates.from_string(source).render(values)


def test_words_are_escaped_as_any_other_text() -> None:
    assert rendered("{{ w.page.title }}") == "Wine &amp; dine"


def test_the_words_of_the_day_on_which_a_template_was_compiled_stay() -> None:
    assert rendered("{{ w.page.title }}", w={"page": {"title": "late"}}) == "Wine &amp; dine"


def test_a_table_of_words_is_looked_up_when_the_page_is_rendered() -> None:
    assert rendered("{{ w.page.forms[form] }}", form="one") == "{n} page"
    assert rendered("{{ w.page[key] }}", key="title") == "Wine &amp; dine"


def test_a_name_of_something_else_is_not_taken_for_the_words() -> None:
    assert rendered("{{ it.w.page.title }}", it={"w": {"page": {"title": "its own"}}}) == "its own"


@pytest.mark.parametrize("path", ["w.page.nothing", "w.page.title.nothing.at_all"])
def test_a_path_that_leads_nowhere_is_an_error(path: str) -> None:
    with pytest.raises(UndefinedError):
        rendered(f"{{{{ {path} }}}}")
