"""Whether the tests of the repository notice a changed module: in a fork, on a fresh import.

The parent has imported the heavy libraries and pytest, and nothing of the package. A child imports
the package with the changed module in the place of the true one, then looks at the fixtures of the
rules, at the seeds, and runs the test files that matter, until the first fault. What takes a test
longer than `LIMIT` seconds is noticed as well.
"""

from __future__ import annotations

import ast
import contextlib
import fnmatch
import importlib
import importlib.abc
import importlib.machinery
import importlib.util
import os
import resource
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from types import CodeType, ModuleType
from typing import Final, NamedTuple, NoReturn, TypeVar

import pytest

from reach import name_of

T = TypeVar("T")
LIMIT: Final = 60
"""Seconds of processor time after which a child is stopped."""
FIRST: Final = 40
"""Tests that are run before the files of all others are read."""
ALIKE: Final = 4
"""Letters from which on a word says what a test looks after."""
ON_IMPORT: Final = "cannot be imported: "
"""In front of what is said of a change that no test had to notice."""
OPTIONS: Final = (
    *("-x", "-q", "--tb=no", "--assert=plain"),  # what fails is asked, not why
    *("-p", "no:cacheprovider", "-p", "no:randomly", "-p", "no:xdist"),
    *("-p", "no:unraisableexception", "-p", "no:threadexception"),  # they collect all garbage
)
HEAVY: Final = ("ftfy", "hypothesis", "regex", "selectolax.lexbor", "pathspec", "click")


class Suite(NamedTuple):
    """A package and the tests that look after it."""

    source: Path
    """The folder that holds the package."""
    package: str
    fixtures: Path | None
    tests: Path
    related: Mapping[str, tuple[str, ...]]
    """Pattern of modules, as paths in the package → patterns of test files that matter to them."""
    without: tuple[str, ...] = ()
    """Patterns of test files that matter only where `related` says so: slow ones, say."""

    def files(self, module: Path) -> list[Path]:
        """The test files that matter to a module: those of its own name first."""
        path = module.relative_to(self.source / self.package)
        words = {word for part in path.with_suffix("").parts for word in part.split("_")}
        patterns = [
            pattern
            for place, own in self.related.items()
            if fnmatch.fnmatch(path.as_posix(), place)
            for pattern in own
        ]
        shared = {
            test: _alike(words, test.stem.split("_")) for test in self.tests.glob("test_*.py")
        }
        chosen = [
            test
            for test in shared
            if _matches(test, patterns) or (shared[test] and not _matches(test, self.without))
        ]
        return sorted(chosen, key=lambda test: (-shared[test], test.name))


def _matches(test: Path, patterns: Iterable[str]) -> bool:
    return any(fnmatch.fnmatch(test.name, pattern) for pattern in patterns)


def _alike(words: Iterable[str], others: Iterable[str]) -> int:
    """How many of the words are others, but for an ending."""
    return sum(
        len(word) >= ALIKE and any(other.startswith(word[:-1]) for other in others)
        for word in words
    )


class _Changed(importlib.machinery.SourceFileLoader):
    """Loads a module from a changed tree."""

    def __init__(self, name: str, path: str, tree: ast.Module) -> None:
        super().__init__(name, path)
        self._tree = tree

    def get_code(self, fullname: str) -> CodeType:
        return compile(self._tree, self.get_filename(fullname), "exec")


class Finder(importlib.abc.MetaPathFinder):
    """Finds the changed module, and leaves all others to the import system."""

    def __init__(self, name: str, path: Path, tree: ast.Module) -> None:
        self._name, self._path, self._tree = name, path, tree

    def find_spec(
        self,
        fullname: str,
        _path: Sequence[str] | None,
        _target: ModuleType | None = None,
    ) -> importlib.machinery.ModuleSpec | None:
        if fullname != self._name:
            return None
        loader = _Changed(fullname, str(self._path), self._tree)
        return importlib.util.spec_from_file_location(fullname, self._path, loader=loader)


def module_name(source: Path, path: Path) -> str:
    """The dotted name of the module at `path` below the folder `source`."""
    parts = path.relative_to(source).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def warm() -> None:
    """Import once what every child needs and no change touches."""
    for name in HEAVY:
        with contextlib.suppress(ImportError):
            importlib.import_module(name)


def noticed_by(
    suite: Suite, path: Path, tree: ast.Module, asked: Sequence[str] | None = None
) -> str:
    """What notices that the module at `path` is `tree`; an empty string if nothing does.

    `asked` names the tests to be run, in order, instead of all in the files that matter. To be
    called in a process of its own: modules are loaded that nobody else should see.
    """
    own = (f"{suite.source}/", f"{suite.tests}/")
    for name, module in list(sys.modules.items()):
        if (getattr(module, "__file__", None) or "").startswith(own):
            del sys.modules[name]
    sys.path[:0] = [str(suite.source), str(suite.tests)]
    name = module_name(suite.source, path)
    sys.meta_path.insert(0, Finder(name, path, tree))
    try:
        importlib.import_module(suite.package)
        importlib.import_module(name)
    except Exception as error:  # noqa: BLE001 - whatever it is, nothing was tested
        return f"{ON_IMPORT}{type(error).__name__}: {error}"
    if asked is not None:
        parts = (asked[:FIRST], asked[FIRST:])
        return next(filter(None, (_by_some(suite, part) for part in parts)), "")
    try:
        if suite.fixtures and (fault := _fixtures(suite, path)):
            return fault
    except Exception as error:  # noqa: BLE001 - any fault is noticed
        return f"{type(error).__name__}: {error}"
    return _by_pytest(suite.files(path))


def _fixtures(suite: Suite, path: Path) -> str:
    """The first fixture of a rule that complains; those of the module's own name first."""
    testing = importlib.import_module(f"{suite.package}.testing")
    cleaner = importlib.import_module(suite.package).Cleaner()
    assert suite.fixtures is not None
    for file in sorted(suite.fixtures.iterdir(), key=lambda f: (path.stem not in f.stem, f.name)):
        for case in testing.read_cases(file):
            for complaint in testing.complaints(case, cleaner):
                return f"{file.name}: {complaint}"
            if not case.markup:
                once = cleaner.clean(case.source).text
                if cleaner.clean(once).text != once:
                    return f"{file.name}: {case.title}: not the same when cleaned again"
    return ""


class First:
    """A plug-in that remembers the first test that failed."""

    fault = ""

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        if report.failed and not self.fault:
            self.fault = name_of(report.nodeid)

    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        if report.failed and not self.fault:
            self.fault = report.nodeid


class _Asked:
    """A plug-in that runs these tests alone, in their order."""

    def __init__(self, tests: Sequence[str]) -> None:
        self._rank = {name: rank for rank, name in enumerate(tests)}

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        asked = [item for item in items if name_of(item.nodeid) in self._rank]
        items[:] = sorted(asked, key=lambda item: self._rank[name_of(item.nodeid)])


def _by_some(suite: Suite, tests: Sequence[str]) -> str:
    files = dict.fromkeys(suite.tests / test.partition("::")[0] for test in tests)
    return _by_pytest(list(files), _Asked(tests)) if files else ""


def _by_pytest(files: Sequence[Path], *plugins: object) -> str:
    first = First()
    code = pytest.main([*OPTIONS, *map(str, files)], plugins=[first, *plugins])
    return first.fault or ("" if code == pytest.ExitCode.OK else f"pytest ended with {code}")


def in_children(
    ask: Callable[[T], str], tasks: Sequence[T], jobs: int, limit: int = LIMIT
) -> Iterator[tuple[T, str]]:
    """`ask` of every task, each in a fork of this process, `jobs` at a time, as they end.

    A child is stopped after `limit` seconds of processor time.
    """
    waiting = list(reversed(tasks))
    running: dict[int, tuple[T, int]] = {}
    while waiting or running:
        while waiting and len(running) < jobs:
            task = waiting.pop()
            reading, writing = os.pipe()
            pid = os.fork()
            if not pid:
                os.close(reading)
                _answer(ask, task, writing, limit)
            os.close(writing)
            running[pid] = task, reading
        pid, status = os.wait()
        task, reading = running.pop(pid)
        with os.fdopen(reading, encoding="utf-8", errors="replace") as pipe:
            said = pipe.read()
        yield task, said if os.WIFEXITED(status) else "took too long, or died"


def _answer(ask: Callable[[T], str], task: T, writing: int, limit: int) -> NoReturn:
    """Write the answer in a child, say nothing else, and end it."""
    resource.setrlimit(resource.RLIMIT_CPU, (limit, limit))
    nowhere = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(nowhere, stream)
    try:
        said = ask(task)
    except BaseException as error:  # noqa: BLE001 - a child ends here, whatever happens
        said = f"{type(error).__name__}: {error}"
    os.write(writing, said.encode("utf-8", "replace")[:4000])
    os._exit(0)
