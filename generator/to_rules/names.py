"""Names in expressions: questions, options, terms, readings, fields of a line."""

import ast

from generator.policy.problem import listed, suggested
from generator.to_rules.scope import WHO, Scope
from generator.to_rules.units import FAULTY, NUMBERS, TRUTH, Typed


def name(node: ast.Name, scope: Scope) -> Typed:
    """A question without options, or a term."""
    if node.id in scope.questions:
        return _question(node.id, scope)
    if node.id in scope.terms:
        return _term(node.id, scope)
    if node.id in scope.interpretations:
        readings = listed(scope.interpretations[node.id].readings)
        return _refused(scope, f"'{node.id}' needs a reading: {readings}")
    known = tuple(scope.names())
    hint = suggested(node.id, known)
    return _refused(scope, f"no question or term is called '{node.id}'{hint}")


def _question(question: str, scope: Scope) -> Typed:
    kind = scope.questions[question].type
    if kind in ("choice", "choices"):
        options = listed(scope.questions[question].options)
        return _refused(scope, f"'{question}' needs an option: {options}")
    if kind == "date":
        return _refused(scope, f"'{question}' is a date; use it in within(…) or same_year(…)")
    if kind == "rows":
        return _refused(scope, f"'{question}' has lines; use any(… for r in {question}) or sum(…)")
    scope.used.facts.add((question, None))
    return (
        Typed(["yes", question], TRUTH) if kind == "yes_no" else Typed(["number", question], kind)
    )


def _term(term: str, scope: Scope) -> Typed:
    if scope.terms[term].rule is None:
        return _refused(scope, f"the term '{term}' has no rule, so no condition can use it")
    scope.used.terms.add(term)
    return Typed(["term", term], TRUTH)


def attribute(node: ast.Attribute, scope: Scope) -> Typed:
    """An option, a reading or a field of a line: `size.micro`, `period.whole`, `r.number`."""
    if not isinstance(node.value, ast.Name):
        return _refused(scope, f"'{ast.unparse(node)}' is not allowed; write question.option")
    owner, part = node.value.id, node.attr
    if owner in scope.lines:
        return _field(owner, part, scope)
    if owner in scope.interpretations:
        return _reading(owner, part, scope)
    if owner in scope.questions:
        return _option(owner, part, scope)
    hint = suggested(owner, scope.names())
    return _refused(scope, f"no question is called '{owner}'{hint}")


def _field(variable: str, field: str, scope: Scope) -> Typed:
    fields = scope.questions[scope.lines[variable]].fields
    if field not in fields:
        hint = suggested(field, fields) or f"; there are {listed(fields)}"
        return _refused(scope, f"a line of '{scope.lines[variable]}' has no '{field}'{hint}")
    scope.used.facts.add((scope.lines[variable], field))
    kind = fields[field].type
    return Typed(["field", variable, field], kind if kind in NUMBERS else TRUTH)


def _reading(interpretation: str, reading: str, scope: Scope) -> Typed:
    readings = scope.interpretations[interpretation].readings
    if reading not in readings:
        hint = suggested(reading, readings) or f"; there are {listed(readings)}"
        return _refused(scope, f"'{interpretation}' has no reading '{reading}'{hint}")
    scope.used.readings.add((interpretation, reading))
    return Typed(["reading", interpretation, reading], TRUTH)


def _option(question: str, option: str, scope: Scope) -> Typed:
    options = scope.questions[question].options
    if option == WHO and scope.who is not None:
        option = scope.who
    if option not in options:
        if not options:
            return _refused(scope, f"'{question}' has no options; write it alone")
        hint = suggested(option, options) or f"; there are {listed(options)}"
        return _refused(scope, f"'{question}' has no option '{option}'{hint}")
    scope.used.facts.add((question, option))
    return Typed(["is", question, option], TRUTH)


def _refused(scope: Scope, message: str) -> Typed:
    scope.place.refuse(message)
    return FAULTY
