"""Strict YAML 1.2: texts, integers, true, false and null, nothing that one could misread."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.events import (
    AliasEvent,
    DocumentEndEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    NodeEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
    StreamStartEvent,
)

from generator.from_yaml.scalar import scalar, unseen
from generator.policy.problem import Path, Problem

MOST_BYTES = 2_000_000
"""The largest data file that is read."""

MOST_DEPTH = 24
"""How deep lists and mappings may stand in each other."""


@dataclass
class Tree:
    """What a data file holds, with the line of every value, and what is wrong with its YAML."""

    file: str
    value: Any = None
    lines: dict[Path, int] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def line(self, path: Path) -> int | None:
        """The line of `path`, or of the nearest value around it that was written."""
        while path and path not in self.lines:
            path = path[:-1]
        return self.lines.get(path)

    def refuse(self, path: Path, line: int, message: str) -> None:
        """Note a problem at a line."""
        self.problems.append(Problem(file=self.file, path=path, line=line, message=message))


class _UnreadableError(Exception):
    """The rest of the file cannot be read; its problem is noted."""


def read_tree(file: str, data: bytes) -> Tree:
    """Read one file; problems of its YAML are gathered in the tree."""
    tree = Tree(file)
    try:
        text = _decoded(tree, data)
        events = YAML(typ="safe", pure=True).parse(text)
        tree.value = _document(tree, iter(events))
    except _UnreadableError:
        pass
    except MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        said = " ".join(part for part in (error.context, error.problem) if part)
        tree.refuse((), mark.line + 1 if mark else 1, f"this is not YAML: {said}")
    except (YAMLError, ValueError, RecursionError) as error:
        tree.refuse((), 1, f"this is not YAML: {str(error).splitlines()[0]}")
    return tree


def _decoded(tree: Tree, data: bytes) -> str:
    if len(data) > MOST_BYTES:
        tree.refuse((), 1, f"the file is too large: at most {MOST_BYTES:,} bytes are read")
        raise _UnreadableError
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        tree.refuse((), data[: error.start].count(b"\n") + 1, "this is not UTF-8 text")
        raise _UnreadableError from None
    for number, line in enumerate(text.split("\n"), start=1):
        if name := unseen(line):
            tree.refuse((), number, f"the invisible character {name} is not allowed")
    return text


def _document(tree: Tree, events: Iterator[Event]) -> Any:
    value: Any = None
    documents = 0
    for event in events:
        if isinstance(event, StreamStartEvent | StreamEndEvent | DocumentEndEvent):
            continue
        if not isinstance(event, DocumentStartEvent):
            value = _value(tree, events, event, ())
            continue
        documents += 1
        if documents > 1:
            tree.refuse((), _line(event), "a second document begins here; a file holds one")
            raise _UnreadableError
        if event.version not in (None, (1, 2)) or event.tags:
            tree.refuse((), _line(event), "directives are not allowed; data files are YAML 1.2")
    return value


def _value(tree: Tree, events: Iterator[Event], event: Event, path: Path) -> Any:
    tree.lines.setdefault(path, _line(event))
    if isinstance(event, AliasEvent):
        tree.refuse(path, _line(event), "aliases (*) are not allowed; write the value out")
        return None
    _check_node(tree, event, path)
    if len(path) > MOST_DEPTH:
        tree.refuse(path, _line(event), f"nested too deep: at most {MOST_DEPTH} levels are read")
        raise _UnreadableError
    if isinstance(event, MappingStartEvent):
        return _mapping(tree, events, path)
    if isinstance(event, SequenceStartEvent):
        return _sequence(tree, events, path)
    if isinstance(event, ScalarEvent):
        return _scalar(tree, event, path)
    raise AssertionError(event)


def _check_node(tree: Tree, event: Event, path: Path) -> None:
    assert isinstance(event, NodeEvent)  # noqa: S101 - the parser gives no other event here
    if event.anchor is not None:
        tree.refuse(path, _line(event), "anchors (&) are not allowed; write the value out")
    if tag := getattr(event, "tag", None):
        tree.refuse(path, _line(event), f"tags ({tag}) are not allowed; remove it")


def _sequence(tree: Tree, events: Iterator[Event], path: Path) -> tuple[Any, ...]:
    items: list[Any] = []
    for event in events:
        if isinstance(event, SequenceEndEvent):
            break
        items.append(_value(tree, events, event, (*path, len(items))))
    return tuple(items)


def _mapping(tree: Tree, events: Iterator[Event], path: Path) -> dict[str, Any]:
    pairs: dict[str, Any] = {}
    for event in events:
        if isinstance(event, MappingEndEvent):
            break
        key = _key(tree, events, event, path)
        place = (*path, key)
        if key in pairs:
            first = tree.lines[place]
            tree.refuse(place, _line(event), f"this key stands here twice; first on line {first}")
        tree.lines.setdefault(place, _line(event))
        value = _value(tree, events, next(events), place)
        pairs.setdefault(key, value)
    return pairs


def _key(tree: Tree, events: Iterator[Event], event: Event, path: Path) -> str:
    if not isinstance(event, ScalarEvent):
        tree.refuse(path, _line(event), "a key must be a single word of text")
        _value(tree, events, event, (*path, "?"))
        return "?"
    _check_node(tree, event, path)
    if event.value == "<<" and event.style is None:
        tree.refuse(path, _line(event), "merge keys (<<) are not allowed; write the values out")
    return str(event.value)


def _scalar(tree: Tree, event: ScalarEvent, path: Path) -> Any:
    if event.style is not None:
        return event.value
    value, message = scalar(event.value)
    if message:
        tree.refuse(path, _line(event), message)
    return value


def _line(event: Event) -> int:
    return int(event.start_mark.line) + 1
