"""Small faults put into the engine's own source, one at a time, and the engine built with one of
them.
"""

import ast
import importlib
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.abc import Loader
from importlib.machinery import ModuleSpec
from pathlib import Path
from types import ModuleType
from typing import Any, NamedTuple

import quiz

HOME = Path(quiz.__file__).parent
OTHER: dict[type, type] = {
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
    ast.And: ast.Or,
    ast.Or: ast.And,
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.Add,
    ast.FloorDiv: ast.Mult,
}
NAMES = {"min": "max", "max": "min", "TRUE": "FALSE", "FALSE": "TRUE", "any": "all", "all": "any"}


class Mutant(NamedTuple):
    """A fault: the module, the line, what was changed in it, and the changed source."""

    module: str
    line: str
    what: str
    source: str


def mutants(module: str) -> Iterator[Mutant]:
    """Yield every mutant of a module of the engine."""
    text = (HOME / f"{module}.py").read_text("utf-8")
    for place in range(len(_points(ast.parse(text)))):
        tree = ast.parse(text)
        node = _points(tree)[place]
        before = ast.unparse(node)
        _change(node)
        line = text.splitlines()[node.lineno - 1].strip()
        yield Mutant(module, line, before, ast.unparse(tree))


def _points(tree: ast.AST) -> list[ast.expr]:
    inside = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]
    found = [node for function in inside for part in function.body for node in ast.walk(part)]
    return [
        node for node in dict.fromkeys(found) if isinstance(node, ast.expr) and _changeable(node)
    ]


def _changeable(node: ast.AST) -> bool:
    match node:
        case ast.Compare():
            return type(node.ops[0]) in OTHER
        case ast.BoolOp() | ast.BinOp():
            return type(node.op) in OTHER
        case ast.Name():
            return node.id in NAMES
        case ast.Constant():
            return isinstance(node.value, bool | int)
        case ast.UnaryOp():
            return isinstance(node.op, ast.Not | ast.USub)
    return False


def _change(node: Any) -> None:
    match node:
        case ast.Compare():
            node.ops[0] = OTHER[type(node.ops[0])]()
        case ast.BoolOp() | ast.BinOp():
            node.op = OTHER[type(node.op)]()
        case ast.Name():
            node.id = NAMES[node.id]
        case ast.Constant():
            value: Any = node.value
            node.value = not value if isinstance(value, bool) else value + 1
        case ast.UnaryOp(op=ast.USub()):
            node.op = ast.UAdd()
        case ast.UnaryOp():
            node.op, node.operand = ast.Not(), ast.UnaryOp(ast.Not(), node.operand)


@contextmanager
def built_with(mutant: Mutant) -> Iterator[tuple[ModuleType, ModuleType]]:
    """Import the engine anew with one mutant in it; the healthy one is put back at the end."""
    healthy = {name: sys.modules.pop(name) for name in list(sys.modules) if _ours(name)}
    finder = _Finder(mutant)
    sys.meta_path.insert(0, finder)
    try:
        session = importlib.import_module("quiz.session")
        yield session, importlib.import_module("quiz.rules_from_json")
    finally:
        sys.meta_path.remove(finder)
        for name in [name for name in sys.modules if _ours(name)]:
            del sys.modules[name]
        sys.modules.update(healthy)


def _ours(name: str) -> bool:
    return name == "quiz" or name.startswith("quiz.")


class _Finder(Loader):
    """Finds the mutated module only; the import system finds the others."""

    def __init__(self, mutant: Mutant) -> None:
        self.mutant = mutant

    def find_spec(self, name: str, *_: object) -> Any:
        if name != f"quiz.{self.mutant.module}":
            return None
        return ModuleSpec(name, self)

    def create_module(self, _: object) -> None:
        return None

    def exec_module(self, module: ModuleType) -> None:
        exec(compile(self.mutant.source, module.__name__, "exec"), module.__dict__)  # noqa: S102
