"""`mingbai evaluate`: the verdict on every measure for one file of answers, as JSON."""

import json
import sys
from argparse import ArgumentParser, ArgumentTypeError, Namespace
from collections.abc import Mapping
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from generator.commands.check import checked
from generator.commands.options import add_project
from generator.policy.policy import Policy
from generator.policy.problem import listed
from generator.to_pages import figures
from generator.to_pages.words import load_words
from generator.to_rules.rules import to_rules
from quiz import browser

HELP = "print the verdict on every measure for a file of answers"

PARTS = (
    "measure",
    "status",
    "basis",
    "further_conditions",
    "awaits",
    "excluded_by",
    "amount",
    "reasons",
    "would_change",
    "readings",
)
"""What is printed of each verdict, in this order."""


def add_options(parser: ArgumentParser) -> None:
    """The options of this command."""
    add_project(parser)
    parser.add_argument("answers", type=Path, metavar="ANSWERS.json", help="{question: answer}")
    parser.add_argument(
        "--as-of", type=_day, metavar="DATE", help="the day to check for (default: today)"
    )
    parser.add_argument("--lang", default=None, help="the language of the amounts' text")


def _day(text: str) -> str:
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError:
        raise ArgumentTypeError(f"'{text}' is no day; write 2018-06-30") from None


def run(arguments: Namespace) -> int:
    """Evaluate, and print a JSON array with one object for each measure."""
    policy = checked(arguments.project)
    language = arguments.lang or next(iter(policy.site.languages))
    if language not in policy.site.languages:
        return _wrong(f"there is no language '{language}'; there are", policy.site.languages)
    try:
        answers = json.loads(arguments.answers.read_text("utf-8"))
    except (OSError, ValueError) as error:
        return _wrong(f"{arguments.answers} cannot be read as JSON: {error}")
    today = datetime.now(UTC).astimezone().date().isoformat()
    answer = verdicts(policy, answers, arguments.as_of or today)
    if not answer["ok"]:
        return _wrong(_said(answer["error"]))
    words, once = load_words(language), _paid_once(policy)
    result = [
        _printed(verdict, words, verdict["measure"] in once) for verdict in answer["verdicts"]
    ]
    print(json.dumps(result, ensure_ascii=False, indent=2))
    return 0


def verdicts(policy: Policy, answers: Any, as_of: str) -> Mapping[str, Any]:
    """What the engine says, through the same door as in the browser."""
    browser.load(to_rules(policy).decode())
    request = {"answers": answers, "as_of": as_of, "want": ["verdicts"]}
    found: Mapping[str, Any] = json.loads(browser.ask(json.dumps(request)))
    return found


def _wrong(message: str, allowed: Any = ()) -> int:
    print(f"{message} {listed(allowed)}" if allowed else message, file=sys.stderr)
    return 2


def _said(error: Mapping[str, Any]) -> str:
    """An error of the engine in one line: where, what, what is allowed."""
    message = f"{error['path'] or 'answers'}: {error['code'].replace('_', ' ')}"
    if error["allowed"]:
        message += f"; allowed: {', '.join(map(str, error['allowed']))}"
    if error["did_you_mean"]:
        message += f"; did you mean '{error['did_you_mean']}'?"
    return message


def _paid_once(policy: Policy) -> frozenset[str]:
    return frozenset(
        name
        for document in policy.documents.values()
        for name, measure in document.measures.items()
        if measure.once
    )


def _printed(verdict: Mapping[str, Any], words: Mapping[str, Any], once: bool) -> dict[str, Any]:
    printed = {part: verdict[part] for part in PARTS}
    if verdict["amount"] is not None:
        text = _text(verdict["amount"], words, once)
        printed["amount"] = verdict["amount"] | {"text": text}
    return printed


def _text(amount: Mapping[str, Any], words: Mapping[str, Any], once: bool) -> str:
    """A sum as the pages say it: `up to 5,000 yuan, once`."""
    said = words["amount"]
    if amount["kind"] in ("as_paid", "not_stated"):
        return str(said["kind"][amount["kind"]])
    if amount["high"] is None and not amount["low"]:
        return str(said["unit"]["paid"][amount["unit"]])
    sides = [amount[side] for side in ("low", "high") if amount[side] is not None]
    sums = [
        said["unit"][amount["unit"]].format(n=figures.figure(words, side))
        for side in dict.fromkeys(sides)
    ]
    money = sums[0] if len(sums) == 1 else said["span"].format(low=sums[0], high=sums[1])
    kind = "at_least" if amount["high"] is None else amount["kind"]
    parts = [_rate(said["kind"][kind].format(sum=money), amount["period"], said)]
    parts += [said["years"].format(n=amount["years"])] if amount["years"] else []
    return str(said["limit"].join([*parts, *([said["once"]] if once else [])]))


def _rate(money: str, period: str, said: Mapping[str, Any]) -> str:
    per = said["per"].get(period)
    return str(said["rate"].format(sum=money, per=per)) if per else money
