"""The one door from a page: JSON text in, JSON text out, never an exception.

`load` takes rules.json once, `ask` a request {"answers", "as_of", "only", "want"} each time.
"""

import gc
import json
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

from quiz.errors import QuizError
from quiz.rules_from_json import rules_from
from quiz.session import Case, Session
from quiz.to_json import to_json

MOST_TEXT = 200_000
"""A request may have so many characters; the largest honest one has a fifth of that."""

MOST_BRACKETS = 2_500
"""A request may open so many lists and objects, however deep: the browser's stack gives way
somewhere after 3,000 and takes Python with it; the largest honest one opens a tenth of that.
"""

_loaded: list[Session] = []


def load(rules_text: str) -> str:
    """Take a rule book; {"ok": true, "measures", "questions"} or an error."""
    return _answered(lambda: _load(rules_text))


def ask(request_text: str) -> str:
    """Answer a request with what it wants (plan, barred, verdicts, totals), or with an error."""
    return _answered(lambda: _ask(request_text))


def _load(text: str) -> Mapping[str, Any]:
    # A rule book is many small values that stay: to look through them for garbage takes a third
    # of the time.
    gc.disable()
    try:
        session = Session(rules_from(_parsed(text)))
    finally:
        gc.enable()
    gc.freeze()
    _loaded[:] = [session]
    return {"measures": len(session.rules.measures), "questions": len(session.rules.questions)}


def _ask(text: str) -> Mapping[str, Any]:
    if not _loaded:
        raise QuizError("bad_rules", "", ("load",))
    if len(text) > MOST_TEXT:
        raise QuizError("too_large", "", (str(MOST_TEXT),))
    if text.count("[") + text.count("{") > MOST_BRACKETS:
        raise QuizError("too_large", "", (str(MOST_BRACKETS),))
    request = _parsed(text)
    if not isinstance(request, dict):
        raise QuizError("wrong_type", "", ("object",))
    wanted = _wanted(request.get("want", list(WANTED)))
    case = _loaded[0].case(request.get("answers", {}), request.get("as_of"), request.get("only"))
    return {each: WANTED[each](case) for each in dict.fromkeys(wanted)}


def _wanted(want: Any) -> list[str]:
    if not isinstance(want, list):
        raise QuizError("wrong_type", "want", ("array",))
    for each in want:
        if not isinstance(each, str) or each not in WANTED:
            raise QuizError("wrong_type", "want", tuple(WANTED), str(each))
    return want


WANTED: Mapping[str, Callable[[Case], Any]] = MappingProxyType(
    {
        "plan": Case.plan,
        "barred": Case.barred,
        "verdicts": Case.verdicts,
        "totals": Case.totals,
    }
)


def _parsed(text: Any) -> Any:
    try:
        return json.loads(text, parse_float=_refused, parse_constant=_refused)
    except (RecursionError, TypeError, ValueError):
        raise QuizError("not_json") from None


def _refused(text: str) -> Any:
    raise ValueError(text)


def _answered(work: Callable[[], Mapping[str, Any]]) -> str:
    try:
        return _text({"ok": True, **to_json(work())})
    except QuizError as error:
        return _text({"ok": False, "error": _described(error)})
    except Exception as fault:
        # A page gets a reference to the place, never a traceback or a guess.
        return _text({"ok": False, "error": _described(QuizError("internal", reference(fault)))})


def _described(error: QuizError) -> Mapping[str, Any]:
    return {
        "code": error.code,
        # What a request is not able to say in UTF-8 must not come back in an answer.
        "path": error.path[:200].encode("utf-8", "replace").decode(),
        "allowed": list(error.allowed),
        "did_you_mean": error.did_you_mean,
    }


def _text(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def reference(fault: BaseException) -> str:
    """Return eight hexadecimal digits that stand for the place of a fault (32-bit FNV-1a of
    function and line).
    """
    trace, place = fault.__traceback__, ""
    while trace is not None:
        place = f"{trace.tb_frame.f_code.co_name}:{trace.tb_lineno}"
        trace = trace.tb_next
    sum_ = 0x811C9DC5
    for byte in place.encode():
        sum_ = (sum_ ^ byte) * 0x01000193 & 0xFFFFFFFF
    return f"{sum_:08x}"
