"""The templates of page bodies: one environment for each language, with its words at hand."""

from collections.abc import Mapping, MutableMapping
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from generator.policy.policy import Policy
from generator.to_pages import addresses, amounts, figures
from generator.to_pages.parts import parts
from generator.to_pages.prose import prose
from generator.to_pages.wording import Wording
from generator.to_pages.words import counted, fill

FOLDER = Path(__file__).parent.parent / "templates"


class Templates(Environment):
    """An environment whose globals are all there before its first template."""

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """One table for a template: the layered one of jinja is for globals that change later."""
        return {**self.globals, **(d or {})}


def environment(policy: Policy, language: str, words: Mapping[str, Any]) -> Environment:
    """An environment in which a name that does not exist is an error, and all text is escaped."""
    templates = Templates(
        loader=FileSystemLoader(FOLDER),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        extensions=[Wording],
    )
    languages = list(policy.site.languages)
    templates.globals |= {
        "lang": language,
        "beside": next((name for name in languages if name != language), language),
        "w": words,
        "source_language": languages[0],
        "policy": policy,
        "site": policy.site,
        "to": addresses,
        "tags": {name: spoken.tag for name, spoken in policy.site.languages.items()},
    }
    templates.filters |= {
        "say": lambda spoken: spoken[language],
        "fill": fill,
        "counted": counted,
        "prose": prose,
        "parts": parts(templates),
        "figure": lambda number: figures.figure(words, number),
        "short": lambda number: figures.short(words, number),
        "yuan": lambda number: figures.yuan(words, number),
        "day": lambda date: figures.day(words, date),
        "states_sum": amounts.states_sum,
        "sum_words": lambda measure: amounts.sum_words(words, measure),
        "numeral": lambda number: figures.numeral(words, number),
    }
    return templates
