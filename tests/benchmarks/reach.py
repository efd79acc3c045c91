"""Which tests run which lines of the package: asked once, kept in a file of coverage.py's.

A changed line that no test runs cannot be noticed by one, and a test that does not run it need not
be asked: a mutant is then a matter of a second or two instead of half a minute. What a test finds
in a cache it does not run; lines that run while the package is imported belong to no test.
"""

from __future__ import annotations

import ast
import os
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Final, NamedTuple

import pytest
from coverage import Coverage, CoverageData

ON_IMPORT: Final = ""
"""The context of what runs before the first test."""


class _Contexts:
    """A plug-in that tells coverage whose lines run."""

    def __init__(self, coverage: Coverage) -> None:
        self._coverage = coverage

    def pytest_runtest_setup(self, item: pytest.Item) -> None:
        self._coverage.switch_context(name_of(item.nodeid))


def name_of(nodeid: str) -> str:
    """The name of a test without the folders of its file."""
    file, colons, rest = nodeid.partition("::")
    return f"{file.rpartition('/')[2]}{colons}{rest}"


def record(data: Path, package: Path, tests: Sequence[Path]) -> str:
    """Run the tests, and keep in `data` which lines of the package each ran; what failed."""
    coverage = Coverage(data_file=str(data), source=[str(package)], config_file=False)
    coverage.start()
    options = ["-q", "-p", "no:cacheprovider", "-p", "no:xdist", *map(str, tests)]
    code = pytest.main(options, plugins=[_Contexts(coverage)])
    coverage.stop()
    coverage.save()
    return "" if code == pytest.ExitCode.OK else f"pytest ended with {code}"


class Reach:
    """Which tests run a line; all is read at once, since a fork must not touch coverage's file."""

    def __init__(self, data: Path, files: Iterable[Path]) -> None:
        kept = CoverageData(str(data))
        kept.read()
        self._tests = {path: kept.contexts_by_lineno(os.fspath(path)) for path in files}
        kept.close()

    def tests(self, lines: Iterable[tuple[Path, range]]) -> set[str]:
        """The tests that run one of the lines; ``ON_IMPORT`` among them for what imports run."""
        found: set[str] = set()
        for path, wanted in lines:
            for line in wanted:
                found.update(self._tests[path].get(line, ()))
        return found


class _Module(NamedTuple):
    """A module's statements, each with the names that it loads, and what it imports from where."""

    statements: list[tuple[ast.stmt, set[str]]]
    imports: list[tuple[str, str, str]]
    """The last part of the module, the name there, the name here."""


@cache
def modules(package: Path) -> dict[Path, _Module]:
    """The modules of a package, parsed once."""
    return {path: _parsed(path) for path in sorted(package.rglob("*.py"))}


def _parsed(path: Path) -> _Module:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    imports = [
        ((node.module or "").rpartition(".")[2], alias.name, alias.asname or alias.name)
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
    ]
    return _Module([(statement, _loads(statement)) for statement in tree.body], imports)


def imported_from(package: str, path: Path) -> set[str]:
    """The names that a file imports from the package."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return {
        alias.name
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and (node.module or "").partition(".")[0] == package
        for alias in node.names
    }


class Uses(NamedTuple):
    """Where a constant is used."""

    lines: list[tuple[Path, range]]
    """The lines inside functions that use it, or a constant made of it."""
    modules: list[Path]
    """Those that know it by its name."""
    early: bool
    """Whether something is made of it while the package is imported."""


@cache
def uses(package: Path, module: Path, name: str) -> Uses:
    """Where a constant of `module` is used."""
    known = {(module, name)}
    lines: dict[tuple[Path, range], None] = {}
    knowing: dict[Path, None] = {module: None}
    early = False
    before = 0
    while len(known) > before:
        before = len(known)
        for path, parsed in modules(package).items():
            names = {own for where, own in known if where == path} | _imported(parsed, known)
            if name in names:
                knowing[path] = None
            for statement, loaded in parsed.statements if names else ():
                if loaded.isdisjoint(names):
                    continue
                made = list(_made(statement))
                known.update((path, one) for one in made)
                lines.update(dict.fromkeys((path, each) for each in _inside(statement, names)))
                early = early or bool(made or _early(statement) & names)
    return Uses(list(lines), list(knowing), early)


def _imported(module: _Module, known: set[tuple[Path, str]]) -> set[str]:
    """What a module calls the known constants of others."""
    stems = {
        (where.parent.name if where.stem == "__init__" else where.stem): where for where, _ in known
    }
    found: set[str] = set()
    for last, there, here in module.imports:
        if last in stems and (stems[last], there) in known:
            found.add(here)
        elif there in stems:  # used as an attribute of its module
            found.update(own for where, own in known if where == stems[there])
    return found


def _early(statement: ast.stmt) -> set[str]:
    """The names that decorators, defaults and fields of classes load."""
    return {
        name
        for node in ast.walk(statement)
        for each in (
            (*node.decorator_list, *node.args.defaults, *filter(None, node.args.kw_defaults))
            if isinstance(node, ast.FunctionDef)
            else [n for n in node.body if isinstance(n, ast.Assign | ast.AnnAssign)]
            if isinstance(node, ast.ClassDef)
            else ()
        )
        for name in _loads(each)
    }


def _loads(node: ast.AST) -> set[str]:
    return {
        n.id if isinstance(n, ast.Name) else n.attr
        for n in ast.walk(node)
        if isinstance(n, ast.Name | ast.Attribute) and isinstance(n.ctx, ast.Load)
    }


def _made(statement: ast.stmt) -> Iterator[str]:
    """The names that a statement of a module makes of what it uses when it is imported."""
    if isinstance(statement, ast.Assign):
        yield from (t.id for t in statement.targets if isinstance(t, ast.Name))
    elif isinstance(statement, ast.AnnAssign) and isinstance(statement.target, ast.Name):
        yield statement.target.id


def _inside(statement: ast.stmt, names: set[str]) -> Iterator[range]:
    """The lines of functions in a statement that use one of the names."""
    for node in ast.walk(statement):
        if isinstance(node, ast.FunctionDef):
            if _early(node) & names:
                yield _body(node)
            for child in ast.walk(node):
                if isinstance(child, ast.stmt) and child is not node:
                    lines = head(child)
                    if any(line in lines for line in _where(child, names)):
                        yield lines
        elif isinstance(node, ast.ClassDef) and _early(node) & names:
            yield from (_body(n) for n in node.body if isinstance(n, ast.FunctionDef))


def _body(function: ast.FunctionDef) -> range:
    return range(function.body[0].lineno, (function.end_lineno or function.lineno) + 1)


def _where(node: ast.AST, names: set[str]) -> Iterator[int]:
    """The lines on which one of the names stands."""
    for each in ast.walk(node):
        if (isinstance(each, ast.Name) and each.id in names) or (
            isinstance(each, ast.Attribute) and each.attr in names
        ):
            yield each.lineno


def head(statement: ast.stmt) -> range:
    """The lines of a statement before its body."""
    body = getattr(statement, "body", None)
    last = body[0].lineno - 1 if body else statement.end_lineno or statement.lineno
    return range(statement.lineno, max(last, statement.lineno) + 1)
