"""Each text is in its language: nothing Chinese is left in the others."""

import re
from collections.abc import Iterator

from generator.check.finding import Finding
from generator.policy.policy import Policy
from generator.policy.problem import Problem
from generator.policy.wording import wordings

_CHINESE = re.compile("[\u3000-\u303f\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff01-\uff60]+")


def language(policy: Policy) -> Finding:
    """Every text of a language other than Chinese that holds Chinese characters or signs."""
    return Finding(tuple(_left(policy)))


def _left(policy: Policy) -> Iterator[Problem]:
    foreign = [
        name for name, each in policy.site.languages.items() if not each.tag.startswith("zh")
    ]
    for place in wordings(policy):
        for name in foreign:
            if found := _CHINESE.search(place.words.get(name, "")):
                message = f"'{found[0]}' is left in Chinese"
                yield Problem(file=place.file, path=(*place.path, name), message=message)
