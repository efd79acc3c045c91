"""Changes put into modules that are imported already, so that tests are read once for all mutants.

A fork then costs what its tests cost. The code of a guard's function is exchanged for the changed one;
a number is bound anew in its module and where others have imported it. What was made of a number while
the package was imported does not change any more: see `Order.is_early`.
"""

from __future__ import annotations

import ast
import gc
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from types import CodeType, FunctionType
from typing import Final

import pytest

from asking import Order
from mutation import Mutant
from noticing import OPTIONS, First, Suite, in_children, module_name
from reach import name_of, uses

TOLD = Callable[[Mutant, str], None]
QUIET: Final = "-s"
"""Children have nothing to say, and what they print is not kept."""


class Loop:
    """A plug-in that asks mutants of tests, each in a fork, instead of running all tests."""

    def __init__(self, suite: Suite, order: Order, mutants: Sequence[Mutant], told: TOLD) -> None:
        self._suite, self._order, self._mutants, self._told = suite, order, mutants, told

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        items = {name_of(item.nodeid): item for item in session.items}
        gc.freeze()
        asked = in_children(lambda mutant: self._ask(mutant, items), self._mutants, jobs=1)
        for mutant, by in asked:
            self._told(mutant, by)
        return True

    def _ask(self, mutant: Mutant, items: dict[str, pytest.Item]) -> str:
        tests = [items[name] for name in self._order.tests(mutant) or () if name in items]
        if not tests or not put(self._suite, mutant):
            return ""
        first = First()
        tests[0].config.pluginmanager.register(first)
        for item, after in zip(tests, (*tests[1:], None), strict=True):
            item.config.hook.pytest_runtest_protocol(item=item, nextitem=after)
            if first.fault:
                return first.fault
        return ""


def ask_all(
    suite: Suite, files: Sequence[Path], order: Order, mutants: Sequence[Mutant], told: TOLD
) -> None:
    """Ask mutants of the tests in `files` that run what they change; `told` hears of each."""
    pytest.main([*OPTIONS, QUIET, *map(str, files)], plugins=[Loop(suite, order, mutants, told)])


def put(suite: Suite, mutant: Mutant) -> bool:
    """Put a mutant's change into the imported package; whether there was a place for it."""
    name = module_name(suite.source, mutant.path)
    tree = mutant.source()
    if mutant.guarded():
        return _exchange(name, compile(tree, str(mutant.path), "exec"))
    return _bind(suite, mutant, tree)


def _exchange(module: str, changed: CodeType) -> bool:
    """Give the functions of a module the code that they have in the changed one."""
    codes = {(code.co_qualname, code.co_firstlineno): code for code in _codes(changed)}
    found = False
    gc.unfreeze()
    for function in gc.get_objects():
        if isinstance(function, FunctionType) and function.__module__ == module:
            old = function.__code__
            new = codes.get((old.co_qualname, old.co_firstlineno))
            if new is not None and new.co_freevars == old.co_freevars:
                found = found or new.co_code != old.co_code or new.co_consts != old.co_consts
                function.__code__ = new
    return found


def _codes(code: CodeType) -> Iterator[CodeType]:
    yield code
    for inner in code.co_consts:
        if isinstance(inner, CodeType):
            yield from _codes(inner)


def _bind(suite: Suite, mutant: Mutant, tree: ast.Module) -> bool:
    """Bind a changed number anew, wherever the package knows it."""
    own = sys.modules[module_name(suite.source, mutant.path)]
    for statement in tree.body:
        target: ast.expr | None = None
        if isinstance(statement, ast.AnnAssign):
            target = statement.target
        if isinstance(statement, ast.Assign):
            target = statement.targets[0]
        if not isinstance(target, ast.Name) or target.id != mutant.name:
            continue
        value = getattr(statement, "value", None)
        assert isinstance(value, ast.expr)
        new = eval(compile(ast.Expression(value), str(mutant.path), "eval"), vars(own).copy())
        for path in uses(suite.source / suite.package, mutant.path, mutant.name).modules:
            if known := sys.modules.get(module_name(suite.source, path)):
                setattr(known, mutant.name, new)
        return True
    return False
