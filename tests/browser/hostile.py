"""A policy in which every text tries to be more than text."""

from collections.abc import Mapping
from typing import Any

from generator.policy.policy import Policy

LONG_WORD = "w" * 400
POISON = (
    "\"'><script>window.taken = 1</script><img src=x onerror='window.taken = 2'>"
    "</title></textarea></template></script><svg onload='window.taken = 3'>"
    " [link](javascript:window.taken=4) ![picture](javascript:window.taken=5)"
    " <javascript:window.taken=6> [other](data:text/html,<script>window.taken=7</script>)"
    " [plain](//evil.example/) https://evil.example/ {{ 7 * 7 }} {% include 'base.html' %} ${7*7}"
    " @default@ {n} {0.__class__} %(n)s =HYPERLINK(1) ]]> --> <!-- `*_#| &lt;b&gt; " + LONG_WORD
)
"""Markup, scripts, addresses that run, template syntax, format fields, ends of every holder."""


def poisoned(policy: Policy) -> Policy:
    """`policy` with the poison after every text that people read, in every language.

    Only what rules quote stays: a quote has to be found in its sentence.
    """
    languages = set(policy.site.languages)
    told = policy.model_dump(by_alias=True)
    context = {"languages": tuple(languages)}
    return Policy.model_validate(_poison(told, languages), context=context)


def _poison(value: Any, languages: set[str]) -> Any:
    if isinstance(value, Mapping):
        if value and set(value) == languages:
            return {key: _after(text, languages) for key, text in value.items()}
        return {key: _poison(inner, languages) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return tuple(_poison(inner, languages) for inner in value)
    return value


def _after(text: Any, languages: set[str]) -> Any:
    if isinstance(text, str):
        return f"{text} {POISON}"
    if isinstance(text, tuple):
        return tuple(f"{each} {POISON}" for each in text)
    return _poison(text, languages)
