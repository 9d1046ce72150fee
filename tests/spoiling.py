"""Data files with something wrong in one place: cut, doubled, exchanged, of another shape."""

from collections.abc import Callable, Mapping
from copy import deepcopy
from io import BytesIO
from random import Random
from types import MappingProxyType
from typing import Any

from ruamel.yaml import YAML

ODD: tuple[Any, ...] = (
    *(None, True, 0, -1, 7, 2**70, "", " ", "x", "role", "resident", "./..", "明白", "a" * 3_000),
    *("2018-02-30", "role == resident", "staff >= ", "((((", "not not role", "yuan(1)", "{{ x }}"),
    *([], {}, [None], [[]], {"zh": "x"}, {"zh": 1, "en": []}, {"x": {"y": ["z"]}}, [{"if": "x"}]),
    *({"all_of": []}, {"any_of": [{"all_of": []}]}, {"fixed": -1}, {"rate": {"of": "x"}}),
)
SIGNS = tuple("{}[]:,-#&*!|>'\"%@`?~=<>()\\\t\n \r\0\ufeff\u202e\u2028明é0")


def bent(content: bytes, random: Random) -> bytes:
    """The same file with another value, key or branch in one or several places of its tree."""
    tree = YAML(typ="safe").load(content)
    for _ in range(random.choice((1, 1, 1, 2, 5))):
        _bend(tree, random)
    return _written(tree)


def torn(content: bytes, random: Random) -> bytes:
    """The same file with lines or signs cut, doubled, moved, put in; or with bytes of no text."""
    lines = content.decode().splitlines(keepends=True)
    for _ in range(random.choice((1, 1, 1, 2, 5))):
        random.choice(TEARS)(lines, random)
    raw = "".join(lines).encode()
    if random.random() < BYTES:
        at = random.randrange(len(raw) + 1)
        raw = raw[:at] + random.randbytes(random.randrange(4)) + raw[at:]
    return raw


BYTES = 0.05
"""How often bytes that are no text are put in."""


def _bend(tree: Any, random: Random) -> None:
    places = [*_places(tree)]
    if not places:
        return
    holder, key = random.choice(places)
    match random.randrange(5):
        case 0:
            holder[key] = deepcopy(random.choice(ODD))
        case 1:
            other, there = random.choice(places)
            # A copy: a branch that holds itself is no tree.
            holder[key] = deepcopy(other[there])
        case 2 if isinstance(holder, dict):
            holder[random.choice(("", "x", "id", "zh", f"{key}s", "1", "note"))] = holder.pop(key)
        case 3 if isinstance(holder, list):
            holder.append(holder[key])
        case _:
            del holder[key]


def _places(value: Any) -> Any:
    """Every place of a tree, as what holds it and under which key."""
    pairs = value.items() if isinstance(value, dict) else enumerate(value)
    for key, inner in list(pairs):
        yield value, key
        if isinstance(inner, dict | list):
            yield from _places(inner)


def _written(tree: Any) -> bytes:
    out = BytesIO()
    yaml = YAML(typ="safe", pure=True)
    yaml.allow_unicode = True
    yaml.default_flow_style = False
    yaml.representer.ignore_aliases = lambda *_: True
    yaml.dump(tree, out)
    return out.getvalue()


def _cut(lines: list[str], random: Random) -> None:
    at = random.randrange(len(lines) + 1)
    del lines[at : at + random.randrange(4)]


def _double(lines: list[str], random: Random) -> None:
    at = random.randrange(len(lines) + 1)
    lines[at:at] = lines[at : at + random.randrange(4)]


def _move(lines: list[str], random: Random) -> None:
    if lines:
        line = lines.pop(random.randrange(len(lines)))
        lines.insert(random.randrange(len(lines) + 1), line)


def _indent(lines: list[str], random: Random) -> None:
    for at in range(random.randrange(len(lines) + 1), min(len(lines), random.randrange(40))):
        lines[at] = " " * random.randrange(1, 4) + lines[at]


def _put(lines: list[str], random: Random) -> None:
    if lines:
        at = random.randrange(len(lines))
        place = random.randrange(len(lines[at]) + 1)
        middle = "".join(random.choices(SIGNS, k=random.randrange(1, 4)))
        lines[at] = lines[at][:place] + middle + lines[at][place + random.randrange(3) :]


TEARS: tuple[Callable[[list[str], Random], None], ...] = (_cut, _double, _move, _indent, _put, _put)
SPOILT: Mapping[str, Callable[[bytes, Random], bytes]] = MappingProxyType(
    {"bent": bent, "torn": torn}
)
