"""Expressions: text, the JSON it compiles to, and what is said of those that are wrong."""

from typing import Any

import pytest

from generator.from_yaml.load import load
from generator.to_rules.expression import number, truth
from generator.to_rules.place import Place
from generator.to_rules.quotes import missing_figures
from generator.to_rules.scope import Scope
from tests.projects import INVENTED

POLICY = load(INVENTED)
GARDEN = POLICY.documents["qinghe-2030-3"].measures["garden-subsidy"]


def scope(who: str | None = None) -> Scope:
    return Scope(
        Place("file.yaml"), POLICY.questions, POLICY.terms, GARDEN.interpretations, who=who
    )


@pytest.mark.parametrize(
    ("text", "json"),
    [
        ("founded_by_graduate", ["yes", "founded_by_graduate"]),
        ("level.town", ["is", "level", "town"]),
        ("garden.new", ["is", "garden", "new"]),
        ("local_resident", ["term", "local_resident"]),
        ("new_garden.rebuilt_too", ["reading", "new_garden", "rebuilt_too"]),
        ("not garden.new", ["not", ["is", "garden", "new"]]),
        (
            "garden.new and garden.rebuilt or level.town",
            [
                "or",
                ["and", ["is", "garden", "new"], ["is", "garden", "rebuilt"]],
                ["is", "level", "town"],
            ],
        ),
        ("lived >= years(3)", [">=", ["number", "lived"], ["whole", 3]]),
        ("opened >= years(1)", [">=", ["number", "opened"], ["whole", 12]]),
        ("lived >= months(30)", [">=", ["*", ["number", "lived"], ["whole", 12]], ["whole", 30]]),
        ("turnover <= 200000", ["<=", ["number", "turnover"], ["whole", 200000]]),
        ("repair_share >= percent(50)", [">=", ["number", "repair_share"], ["whole", 50]]),
        (
            "kept_on >= percent(50) * kept_on",
            [">=", ["number", "kept_on"], ["*", ["percent", 50], ["number", "kept_on"]]],
        ),
        (
            "1 <= kept_on <= 5",
            [
                "and",
                ["<=", ["whole", 1], ["number", "kept_on"]],
                ["<=", ["number", "kept_on"], ["whole", 5]],
            ],
        ),
        ("within(graduation, years(5))", ["within", ["date", "graduation"], "years", 5]),
        ("same_year(graduation)", ["same_year", ["date", "graduation"]]),
        (
            "any(r.number > 0 for r in apprentices)",
            ["any", "r", "apprentices", [">", ["field", "r", "number"], ["whole", 0]]],
        ),
        (
            "sum(r.number for r in apprentices if r.months >= months(3)) > 1",
            [
                ">",
                [
                    *("sum", "r", "apprentices", ["field", "r", "number"]),
                    [">=", ["field", "r", "months"], ["whole", 3]],
                ],
                ["whole", 1],
            ],
        ),
        (
            "garden.new if level.town else garden.rebuilt",
            ["if", ["is", "level", "town"], ["is", "garden", "new"], ["is", "garden", "rebuilt"]],
        ),
        ("True", True),
    ],
)
def test_a_condition_compiles(text: str, json: Any) -> None:
    here = scope()
    assert truth(text, here) == json
    assert here.place.found == []


def test_who_stands_for_the_option_of_its_line() -> None:
    assert truth("hired.who", scope("disabled")) == ["is", "hired", "disabled"]


def test_a_number_keeps_its_unit() -> None:
    assert number("kept_on * 300", scope()).unit == "count"
    assert number("percent(2) * turnover", scope()).unit == "yuan"
    assert number("turnover - 100", scope()).json == ["-", ["number", "turnover"], ["whole", 100]]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("gardn.new", "no question is called 'gardn'; did you mean 'garden'?"),
        ("garden.knew", "'garden' has no option 'knew'; did you mean 'new'?"),
        ("garden", "'garden' needs an option: 'new' or 'rebuilt'"),
        ("lived.long", "'lived' has no options; write it alone"),
        ("graduation", "'graduation' is a date; use it in within(…) or same_year(…)"),
        ("apprentices", "'apprentices' has lines; use any(… for r in apprentices) or sum(…)"),
        ("new_garden", "'new_garden' needs a reading: 'new_only' or 'rebuilt_too'"),
        ("apprentice", "the term 'apprentice' has no rule, so no condition can use it"),
        (
            "lived >= 3",
            "'lived >= 3' compares a number of years with a plain number; write years(3)",
        ),
        (
            "turnover >= opened",
            "'turnover >= opened' compares a sum in yuan with a number of months",
        ),
        ("lived", "a condition must stand here, but this is a number of years"),
        ("garden.new > 1", "'garden.new' is a condition, not a number"),
        (
            "lived + turnover > 1",
            "'lived + turnover' joins a number of years and a sum in yuan, which",
        ),
        ("kept_on / 2 > 1", "'kept_on / 2' is not allowed; allowed are +, - and *"),
        ("lived >= 2.5", "'2.5' is not allowed; only whole numbers are"),
        ("garden['new']", "is not allowed here"),
        ("print(lived)", "nothing that can be called is 'print'"),
        ("lambda: 1", "is not allowed here; allowed are and, or, not"),
        ("within(lived, years(5))", "no question of type date is called 'lived'"),
        ("within(graduation, 5)", "'5' is no period; write years(5), months(6) or days(30)"),
        ("years(lived) > years(1)", "'years(lived)' must hold one whole number: years(3)"),
        ("sum(r.months for r in lived) > 1", "no question of type rows is called 'lived'"),
        ("any(r.number for r in apprentices)", "any(…) needs a condition before 'for'"),
        ("(garden.new", "this is no expression"),
        ("garden.new is True", "is a condition, not a number"),
        ("not " * 900 + "garden.new", "longer than 2000 characters"),
        ("(" * 300 + "True" + ")" * 300, "this is no expression: too many nested parentheses"),
    ],
)
def test_a_wrong_condition_is_told_once_with_what_is_allowed(text: str, said: str) -> None:
    here = scope()
    truth(text, here)
    assert said in here.place.found[0].message
    assert len(here.place.found) == len({each.message for each in here.place.found})


@pytest.mark.parametrize(
    ("figures", "words"),
    [
        ([(20_000, "")], "2万元"),
        ([(3, "years")], "三年以上"),
        ([(12, "months")], "12个月"),
        ([(50, "percent")], "50%及以上"),
        ([(50, "percent")], "半数"),
        ([(1, ""), (0, "")], "没有数字"),
    ],
)
def test_figures_that_stand_in_the_quote_are_found(
    figures: list[tuple[int, str]], words: str
) -> None:
    assert list(missing_figures(figures, [words])) == []


@pytest.mark.parametrize(
    ("figures", "words"),
    [
        ([(2, "")], "2万元"),
        ([(3, "years")], "3个月"),
        ([(12, "months")], "12年"),
        ([(5, "percent")], "5人"),
        ([(500, "")], "5000元"),
    ],
)
def test_figures_that_do_not_stand_in_the_quote_are_missed(
    figures: list[tuple[int, str]], words: str
) -> None:
    assert list(missing_figures(figures, [words])) != []
