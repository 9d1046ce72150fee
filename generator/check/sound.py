"""Whether every measure can be met and missed, and every condition decides something.

The engine itself settles this: asked without a single answer, a verdict that is settled holds for
all answers. Each condition is put to it alone, and turned round among the others, under every
reading. Where a condition follows from the others only because of the order of the questions (who
hires nobody is not asked whom), it still says whom the text means, and is no problem.
"""

import json
from collections.abc import Iterator, Mapping
from itertools import islice, product

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
    leaves = dict(_leaves(measure["conditions"], ("conditions",)))
    alone = {str(path): _with(measure, [leaf]) for path, leaf in leaves.items()}
    found = statuses(rules, {"whole": measure} | alone)
    if found["whole"] == {"eligible"}:
        yield ("conditions",), "no answers can miss this measure; state who it is for"
    if found["whole"] == {"ineligible"}:
        yield ("conditions",), "no answers can meet this measure: its conditions exclude each other"
    for path in leaves:
        if found[str(path)] == {"ineligible"}:
            yield path, "no answers can meet this condition"
        if found[str(path)] == {"eligible"}:
            yield path, "no answers can miss this condition; remove it"
    if found["whole"] != {"unknown"}:
        return
    outer = [part for part in measure["conditions"]["all_of"] if "if" in part]
    turned = {part["id"]: _turned(measure, part) for part in outer}
    for node, settled in statuses(free, turned).items():
        path = ("conditions", int(node))
        if settled == {"ineligible"} and found[str(path)] == {"unknown"}:
            yield path, "this always holds where the other conditions do; remove it"


def _leaves(node: Json, path: Path) -> Iterator[tuple[Path, Json]]:
    """Every `if` with its path in the data; the lines of `for_some` share one path."""
    for kind in ("all_of", "any_of"):
        for index, part in enumerate(node.get(kind, ())):
            step = _step(node, part, kind, index)
            if "if" in part:
                yield (*path, *step), part
            yield from _leaves(part, (*path, *step))


def _step(node: Json, part: Json, kind: str, index: int) -> Path:
    if node["id"] == "":
        return (index,)
    if node.get("for_some"):
        return ("for_some", "who", part["option"])
    return (kind, index)


def _turned(measure: Json, part: Json) -> Json:
    turned = {**part, "if": ["not", part["if"]]}
    parts = measure["conditions"]["all_of"]
    return _with(measure, [turned if each is part else each for each in parts])


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
