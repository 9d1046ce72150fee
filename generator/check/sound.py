"""Whether every measure can be met and missed, and every condition decides something.

The engine itself settles this: asked without a single answer, a verdict that is settled holds for
all answers. Each condition is put to it alone, and turned round among the others; each alternative
is put to it as the only one left; all of this under every reading. Where a condition follows from
the others only because of the order of the questions (who hires nobody is not asked whom), it still
says whom the text means, and is no problem.
"""

import json
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from itertools import islice, product
from typing import NamedTuple

from generator.check.finding import Finding
from generator.policy.files import measure_file
from generator.policy.problem import Path, Problem
from generator.to_rules.units import Json
from quiz import browser

ANY_DAY = "2018-06-01"
"""Without answers no date is compared."""

MOST_READINGS = 16
"""How many combinations of readings are tried at most."""


def sound(rules: Mapping[str, Json]) -> Finding:
    """Measures that no answers can meet or miss, and conditions that decide nothing."""
    free = {**rules, "questions": [_unguarded(question) for question in rules["questions"]]}
    problems = [
        Problem(file=measure_file(measure["document"], measure["id"]), path=path, message=message)
        for measure in rules["measures"]
        for path, message in _unsound(rules, free, measure)
    ]
    return Finding(tuple(problems))


def _unguarded(question: Json) -> Json:
    return {**question, "asked_if": None, "narrows": None}


def _unsound(
    rules: Mapping[str, Json], free: Mapping[str, Json], measure: Json
) -> Iterator[tuple[Path, str]]:
    places = list(_places(measure["conditions"], ("conditions",), lambda tree: tree))
    alone = {str(each.path): _with(measure, [each.node]) for each in places if each.weighed}
    found = statuses(rules, {"whole": measure} | alone)
    if found["whole"] == {"eligible"}:
        yield ("conditions",), "no answers can miss this measure; state who it is for"
    if found["whole"] == {"ineligible"}:
        yield ("conditions",), "no answers can meet this measure: its conditions exclude each other"
    for path in dict.fromkeys(each.path for each in places if each.weighed):
        if found[str(path)] == {"ineligible"}:
            yield path, "no answers can meet this condition"
        if found[str(path)] == {"eligible"}:
            yield path, "no answers can miss this condition; remove it"
    if found["whole"] == {"unknown"}:
        open_ = [each for each in places if found.get(str(each.path), {"unknown"}) == {"unknown"}]
        yield from _beside_others(rules, free, measure, open_)


class _Place(NamedTuple):
    """A node of the conditions, its path in the data, and what stands around it.

    `put` returns the whole tree with another node in its place, and with no alternative left beside
    it or beside what it stands in.
    """

    path: Path
    node: Json
    alternative: bool
    put: Callable[[Json], Json]

    @property
    def weighed(self) -> bool:
        """Whether the answers alone decide it, and it is not just conditions joined."""
        return "all_of" not in self.node and not _decided(self.node)


def _decided(node: Json) -> bool:
    parts = [*node.get("all_of", ()), *node.get("any_of", ())]
    return node.get("decided_by") is not None or any(map(_decided, parts))


def _places(node: Json, path: Path, put: Callable[[Json], Json]) -> Iterator[_Place]:
    """Every node below another; what stands in a line of `for_some` has a path for each line."""
    for kind in ("all_of", "any_of"):
        for index, part in enumerate(node.get(kind, ())):
            here = (*path, *_step(node, part, kind, index))
            inner = partial(_put, put, node, kind, index)
            yield _Place(here, part, kind == "any_of", inner)
            yield from _places(part, here, inner)


def _put(put: Callable[[Json], Json], node: Json, kind: str, index: int, new: Json) -> Json:
    parts = node[kind]
    kept = [new] if kind == "any_of" else [*parts[:index], new, *parts[index + 1 :]]
    return put({**node, kind: kept})


def _step(node: Json, part: Json, kind: str, index: int) -> Path:
    if node["id"] == "":
        return (index,)
    if node.get("for_some"):
        return ("for_some", "who", part["option"])
    return (kind, index)


def _beside_others(
    rules: Mapping[str, Json], free: Mapping[str, Json], measure: Json, places: list[_Place]
) -> Iterator[tuple[Path, str]]:
    """What decides nothing, or can never decide, because of the other conditions."""
    never = {
        str(each.path): {**measure, "conditions": each.put(each.node)}
        for each in places
        if each.alternative
    }
    # What all lines of `for_some` share may follow from the others in one of them.
    always = {
        str(each.path): {**measure, "conditions": each.put(_turned(each.node))}
        for each in places
        if each.weighed and not each.alternative and "for_some" not in each.path
    }
    excluded, implied = statuses(rules, never), statuses(free, always)
    for each in places:
        if excluded.get(str(each.path)) == {"ineligible"}:
            yield each.path, "no answers can meet this alternative beside the other conditions"
        if implied.get(str(each.path)) == {"ineligible"}:
            yield each.path, "this always holds where the other conditions do; remove it"


def _turned(node: Json) -> Json:
    return {"id": node["id"], "if": ["not", as_rule(node)], "quotes": []}


def _with(measure: Json, parts: list[Json]) -> Json:
    return {**measure, "conditions": {"id": "", "all_of": parts}}


def statuses(rules: Mapping[str, Json], measures: Mapping[str, Json]) -> dict[str, set[str]]:
    """The statuses that each measure has under some reading before anything is answered."""
    variants = {
        f"{name}#{number}": variant
        for name, measure in measures.items()
        for number, variant in enumerate(_readings(measure))
    }
    found: dict[str, set[str]] = {name: set() for name in measures}
    for variant, status in settled(rules, variants).items():
        found[variant.rpartition("#")[0]].add(status)
    return found


def _readings(measure: Json) -> Iterator[Json]:
    """The measure under each combination of its readings."""
    names = [each for each in measure["interpretations"] if not each["only_noted"]]
    for chosen in islice(product(*(each["readings"] for each in names)), MOST_READINGS):
        pairs = zip(names, chosen, strict=True)
        yield {**measure, "interpretations": [{**each, "taken": taken} for each, taken in pairs]}


def settled(rules: Mapping[str, Json], measures: Mapping[str, Json]) -> dict[str, str]:
    """The status of each measure before anything is answered, by the names given here."""
    bare = [
        {**measure, "id": name, "only_one_of": None, "amount": None}
        for name, measure in measures.items()
    ]
    book = {**rules, "groups": {}, "measures": bare}
    loaded = json.loads(browser.load(json.dumps(book, ensure_ascii=False)))
    if not loaded["ok"]:
        raise ValueError(loaded["error"])
    request = {"answers": {}, "as_of": ANY_DAY, "want": ["verdicts"]}
    verdicts = json.loads(browser.ask(json.dumps(request)))["verdicts"]
    return {verdict["measure"]: verdict["status"] for verdict in verdicts}


def as_rule(node: Json) -> Json:
    """A tree of conditions as one expression."""
    if "all_of" in node or "any_of" in node:
        parts = [as_rule(part) for part in node.get("all_of", node.get("any_of"))]
        empty: Json = "all_of" in node
        return ["and" if "all_of" in node else "or", *parts] if parts else empty
    if "if" in node:
        return node["if"]
    known = [rule for rule in (node["met_if"], node["open_if"]) if rule is not None]
    return ["or", *known] if known else True
