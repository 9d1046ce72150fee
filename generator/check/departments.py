"""The departments of an article are those that its closing bracket names, in that order."""

from collections.abc import Iterator, Mapping

from generator.check.finding import Finding
from generator.policy.document import Article
from generator.policy.files import article_file
from generator.policy.policy import Policy
from generator.policy.problem import Problem

PREFIX = 2
"""How many characters may stand before the first name: the `市` of the whole list."""


def departments(policy: Policy) -> Finding:
    """Every article whose bracket and list differ."""
    return Finding(tuple(_differences(policy)))


def _differences(policy: Policy) -> Iterator[Problem]:
    language = next(iter(policy.site.languages))
    names = {each.short[language]: name for name, each in policy.departments.items()}
    for document in policy.documents.values():
        for article in document.articles:
            message = _difference(article, language, names)
            if message:
                file = article_file(document.id, article.number)
                yield Problem(file=file, path=("departments",), message=message)


def _difference(article: Article, language: str, names: Mapping[str, str]) -> str | None:
    bracket = article.sentences[-1][language].strip() if article.sentences else ""
    if not (bracket.startswith("（") and bracket.endswith("）")):
        return "the article does not end with a bracket" if article.departments else None
    found, rest = named(bracket[1:], names)
    if "、" in rest.split("。")[0]:
        return f"no department has the short name at '{rest[:12]}' in the closing bracket"
    if tuple(found) != article.departments:
        here = ", ".join(article.departments)
        return f"the closing bracket names {', '.join(found)}; this list says {here}"
    return None


def named(text: str, names: Mapping[str, str]) -> tuple[list[str], str]:
    """The departments that a text begins with, by their short names, and the rest of the text.

    Two names may stand together without a comma, as the text of 2018 once has it.
    """
    found: list[str] = []
    while True:
        reach = PREFIX if not found else 0
        starts = [
            (text.find(name), -len(name), name) for name in names if 0 <= text.find(name) <= reach
        ]
        if not starts:
            return found, text
        start, _, name = min(starts)
        found.append(names[name])
        text = text[start + len(name) :].removeprefix("、")
