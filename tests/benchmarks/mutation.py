"""Small changes to source code: another number, a guard that never or always holds.

A *number* is a module-level constant, ``NAME: Final = 60`` or ``NAME = range(8, 231)``; each is
made a step smaller and a step larger. A *guard* is an ``if`` without an ``else`` whose body only
leaves: ``return``, ``continue``, ``break`` (a value may be returned). A *condition* is one operand
of a guard's ``and`` or ``or``; it is dropped.

What a line's comment calls ``for speed`` changes no output when it is dropped: such a guard is made
to hold always, but not never, and such a number is left alone.
"""

from __future__ import annotations

import ast
import copy
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final, NamedTuple

SMALL: Final = 10
"""Up to here the step of a whole number is 1, above it is a tenth."""
FOR_SPEED: Final = re.compile(r"#.*\bfor speed\b")
LEAVES: Final = (ast.Return, ast.Continue, ast.Break)


class Mutant(NamedTuple):
    """One change to one module."""

    path: Path
    node: int
    """Index of the changed node in ``ast.walk`` order."""
    line: int
    what: str
    """What is changed, and into what."""
    name: str
    """The constant, or the function that the guard stands in."""
    value: float | bool | None
    """The new number; for a guard, what it always is; ``None`` drops a condition."""
    operand: int = 0

    def source(self) -> ast.Module:
        """The module with the change in it."""
        return mutated(ast.parse(self.path.read_text(encoding="utf-8")), self)

    def guarded(self) -> range | None:
        """The lines that run where the change of a guard tells; ``None`` for a number.

        A guard that never holds any more tells where it held: there its body ran.
        """
        tree = ast.parse(self.path.read_text(encoding="utf-8"))
        node = next(n for index, n in enumerate(ast.walk(tree)) if index == self.node)
        if not isinstance(node, ast.If):
            return None
        body = node.body[0]
        if self.value is False:
            return range(body.lineno, (body.end_lineno or body.lineno) + 1)
        return range(node.lineno, body.lineno)


def steps(value: float) -> tuple[float, float]:
    """The numbers a step below and above `value`."""
    if isinstance(value, int):
        whole = 1 if abs(value) <= SMALL else round(abs(value) / 10)
        return value - whole, value + whole
    step = abs(value) / 10 or 0.1
    return round(value - step, 6), round(value + step, 6)


def mutants(path: Path, *, conditions: bool = False) -> Iterator[Mutant]:
    """Every mutant of a module, in the order of its lines."""
    text = path.read_text(encoding="utf-8")
    tree = ast.parse(text)
    order = {id(node): index for index, node in enumerate(ast.walk(tree))}
    fast = {n for n, line in enumerate(text.splitlines(), 1) if FOR_SPEED.search(line)}
    found = [m for m in _numbers(path, tree, order) if m.line not in fast]
    found += (m for m in _guards(path, tree, order) if m.value is True or m.line not in fast)
    found = [m for m in found if conditions or m.value is not None]
    yield from sorted(found, key=lambda mutant: (mutant.line, mutant.node, str(mutant.value)))


def _numbers(path: Path, tree: ast.Module, order: dict[int, int]) -> Iterator[Mutant]:
    for statement in tree.body:
        if not isinstance(statement, ast.Assign | ast.AnnAssign) or statement.value is None:
            continue
        targets = statement.targets if isinstance(statement, ast.Assign) else [statement.target]
        target = targets[0]
        if not isinstance(target, ast.Name):
            continue
        for node in _constants(statement.value):
            number = node.value
            assert isinstance(number, int | float)
            for new in steps(number):
                what = f"{target.id}: {number} -> {new}"
                yield Mutant(path, order[id(node)], node.lineno, what, target.id, new)


def _constants(value: ast.expr) -> list[ast.Constant]:
    """The numbers of a constant's value: one, one below nought, or the ends of a range."""
    if isinstance(value, ast.UnaryOp):
        return _constants(value.operand)
    if isinstance(value, ast.Call) and isinstance(value.func, ast.Name):
        inner = value.args if value.func.id == "range" else []
    else:
        inner = [value]
    return [
        node
        for node in inner
        if isinstance(node, ast.Constant)
        and isinstance(node.value, int | float)
        and not isinstance(node.value, bool)
    ]


def _guards(path: Path, tree: ast.Module, order: dict[int, int]) -> Iterator[Mutant]:
    for function in ast.walk(tree):
        if isinstance(function, ast.FunctionDef):
            for node in _own(function):
                if isinstance(node, ast.If) and not node.orelse and _only_leaves(node):
                    yield from _of_guard(path, function.name, node, order)


def _own(function: ast.FunctionDef) -> Iterator[ast.AST]:
    """The nodes of a function, without those of functions inside it."""
    waiting: list[ast.AST] = [*function.body]
    while waiting:
        node = waiting.pop()
        yield node
        if not isinstance(node, ast.FunctionDef):
            waiting += ast.iter_child_nodes(node)


def _only_leaves(node: ast.If) -> bool:
    return len(node.body) == 1 and isinstance(node.body[0], LEAVES)


def _of_guard(path: Path, name: str, node: ast.If, order: dict[int, int]) -> Iterator[Mutant]:
    index, text = order[id(node)], ast.unparse(node.test)
    for always in (False, True):
        what = f"if {text}: {'always' if always else 'never'}"
        yield Mutant(path, index, node.lineno, what, name, always)
    if isinstance(node.test, ast.BoolOp):
        for operand, value in enumerate(node.test.values):
            what = f"if {text}: without {ast.unparse(value)}"
            yield Mutant(path, index, node.lineno, what, name, None, operand)


def mutated(tree: ast.Module, mutant: Mutant) -> ast.Module:
    """A copy of `tree` with the mutant's change."""
    changed = copy.deepcopy(tree)
    node = next(n for index, n in enumerate(ast.walk(changed)) if index == mutant.node)
    if isinstance(node, ast.Constant):
        node.value = mutant.value
    elif isinstance(node, ast.If) and mutant.value is not None:
        node.test = ast.copy_location(ast.Constant(bool(mutant.value)), node.test)
    elif isinstance(node, ast.If) and isinstance(node.test, ast.BoolOp):
        del node.test.values[mutant.operand]
        if len(node.test.values) == 1:
            node.test = node.test.values[0]
    return ast.fix_missing_locations(changed)
