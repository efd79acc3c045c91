"""The pytest plug-in: every ``*.golden`` is a test (see `vnnews_clean.golden`).

pytest loads this module at its start wherever it is installed, so it stands outside of the package
and imports nothing of it until there is a golden.
"""

from __future__ import annotations

import os
import warnings
from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest

if TYPE_CHECKING:
    from vnnews_clean.golden.check import Verdict
    from vnnews_clean.result import Result

_SUFFIX: Final = ".golden"
_COVERED: Final = "vnnews_rules"
_DEBT: Final = "vnnews_debt"
_CHANGED: Final = "vnnews_updated"


class GoldenWarning(UserWarning):
    """A golden that holds, but ought to be looked at."""


class GoldenError(Exception):
    """A golden that does not hold. Its text is the whole report."""


def pytest_addoption(parser: pytest.Parser) -> None:
    """The options ``--vnnews-…``."""
    group = parser.getgroup("vnnews", "goldens of vnnews_clean")
    group.addoption(
        "--vnnews-update",
        nargs="?",
        const="all",
        choices=("all", "new"),
        metavar="new",
        help="Write the goldens as things are now; with =new only those that are missing or empty.",
    )
    group.addoption(
        "--vnnews-strict",
        action="store_true",
        help="A changed reason, a mended line, an input without golden fail as well.",
    )
    group.addoption(
        "--vnnews-coverage",
        action="store_true",
        help="Say which rules the goldens exercise, and which they do not.",
    )


def pytest_configure(config: pytest.Config) -> None:
    """One memory of folders for each run."""
    config.stash[_FOLDERS] = {}


_FOLDERS: Final = pytest.StashKey[dict[Path, bool]]()


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> pytest.File | None:
    """A golden is a file of one test, and so is an input beside goldens that has none itself."""
    if file_path.name.endswith(_SUFFIX):
        return GoldenFile.from_parent(parent, path=file_path)
    if file_path.suffix == ".py" or not _has_goldens(file_path.parent, parent.config):
        return None
    if file_path.with_name(file_path.name + _SUFFIX).exists() or not _is_input(file_path):
        return None
    return GoldenFile.from_parent(parent, path=file_path)


def _has_goldens(folder: Path, config: pytest.Config) -> bool:
    known = config.stash[_FOLDERS]
    if folder not in known:
        with os.scandir(folder) as entries:
            known[folder] = any(entry.name.endswith(_SUFFIX) for entry in entries)
    return known[folder]


def _is_input(path: Path) -> bool:
    """Whether the configuration there means such files."""
    from vnnews_clean.config import Configuration  # noqa: PLC0415 - only where there are goldens

    settings = Configuration().for_file(path)
    return settings.included.match(path) and not settings.excluded.match(path)


class GoldenFile(pytest.File):
    """A golden, or an input that should have one."""

    def collect(self) -> Iterable[pytest.Item]:
        """One test; none for a golden that a test of its own checks."""
        from vnnews_clean.errors import InputError  # noqa: PLC0415
        from vnnews_clean.golden.file import load  # noqa: PLC0415

        if self.path.name.endswith(_SUFFIX):
            try:
                if load(self.path).test:
                    return
            except InputError:
                pass  # the test will say so
        yield GoldenItem.from_parent(self, name="golden")


class GoldenItem(pytest.Item):
    """The check of one golden."""

    def runtest(self) -> None:
        """Check, or write. Raises `GoldenError`."""
        from vnnews_clean.errors import VnnewsError  # noqa: PLC0415
        from vnnews_clean.golden.check import add, check, update  # noqa: PLC0415

        new = not self.path.name.endswith(_SUFFIX)
        wanted = self.config.getoption("vnnews_update")
        try:
            if new and wanted:
                golden, _ = add(self.path, {})
                self.user_properties.append((_CHANGED, _shown(self, golden)))
            elif new:
                name = _shown(self, self.path)
                _remark(self, f"{name} has no golden: `vnnews-clean golden add {name}` makes one")
            else:
                due = wanted == "all" or (wanted and not self.path.read_bytes().strip())
                if due and update(self.path):
                    self.user_properties.append((_CHANGED, _shown(self, self.path)))
                _judge(self, check(self.path))
        except VnnewsError as error:
            raise GoldenError(str(error)) from None

    def repr_failure(
        self, excinfo: pytest.ExceptionInfo[BaseException], style: str | None = None
    ) -> str:
        """The report itself, never shortened; anything else as pytest has it."""
        del style
        if isinstance(excinfo.value, GoldenError):
            return str(excinfo.value)
        return str(super().repr_failure(excinfo))

    def reportinfo(self) -> tuple[Path, int | None, str]:
        """Where the test is, for pytest's lines."""
        return self.path, None, self.path.name


def _judge(item: pytest.Item, verdict: Verdict) -> None:
    """Note what the golden covers; raises `GoldenError` or warns where it differs."""
    item.user_properties.append((_COVERED, sorted(verdict.rules)))
    name = _shown(item, verdict.path)
    debts = [f"{name}: {line.text}" for line in verdict.comparison.lines if line.wrong]
    item.user_properties += [(_DEBT, debt) for debt in debts]
    if verdict.broken:
        raise GoldenError(verdict.report(name))
    if verdict.changed:
        _remark(item, verdict.report(name))


def _shown(item: pytest.Item, path: Path) -> str:
    """The path as seen from where pytest was started."""
    return os.path.relpath(path, item.config.invocation_params.dir)


def _remark(item: pytest.Item, message: str) -> None:
    if item.config.getoption("vnnews_strict"):
        raise GoldenError(message)
    warnings.warn(GoldenWarning(message), stacklevel=2)


@pytest.fixture
def vnnews_golden(request: pytest.FixtureRequest) -> Callable[[Result, str | None], None]:
    """Checks a `Result` of a cleaner of your own: ``vnnews_golden(result, name=None)``.

    The golden lies in ``goldens/`` beside the test's file, by default called after the test and its
    parameters.
    """

    def check_result(result: Result, name: str | None = None) -> None:
        from vnnews_clean.errors import VnnewsError  # noqa: PLC0415
        from vnnews_clean.golden.check import judge, put  # noqa: PLC0415
        from vnnews_clean.golden.file import TEST, load  # noqa: PLC0415

        item = request.node
        stem = "".join(c if c.isalnum() or c in "-_.[]" else "-" for c in name or item.name)
        path = item.path.parent / "goldens" / f"{stem}{_SUFFIX}"
        wanted = item.config.getoption("vnnews_update")
        due = wanted == "all" or (wanted and not path.exists())
        if due and put(path, {TEST: item.nodeid}, result):
            item.user_properties.append((_CHANGED, _shown(item, path)))
        if not path.exists():
            raise GoldenError(f"{path} is missing: `pytest --vnnews-update=new` writes it")
        try:
            _judge(item, judge(path, load(path), result))
        except VnnewsError as error:
            raise GoldenError(str(error)) from None

    return check_result


def pytest_terminal_summary(
    terminalreporter: pytest.TerminalReporter, config: pytest.Config
) -> None:
    """What was written, what is owed, and, if asked for, which rules were exercised."""
    found = [
        (name, value)
        for reports in terminalreporter.stats.values()
        for report in reports
        for name, value in getattr(report, "user_properties", ())
        if getattr(report, "when", "") == "call"
    ]
    by_name = Counter(name for name, _ in found)
    if not by_name[_COVERED] and not by_name[_CHANGED]:
        return
    terminalreporter.section("goldens")
    for golden in sorted(str(value) for name, value in found if name == _CHANGED):
        terminalreporter.line(f"written: {golden}")
    for debt in sorted(str(value) for name, value in found if name == _DEBT):
        terminalreporter.line(f"known to be wrong: {debt}")
    from vnnews_clean.errors import counted  # noqa: PLC0415

    goldens, owed = counted(by_name[_COVERED], "golden"), counted(by_name[_DEBT], "line")
    terminalreporter.line(f"{goldens} checked, {owed} known to be wrong")
    if config.getoption("vnnews_coverage"):
        from vnnews_clean.golden.coverage import coverage  # noqa: PLC0415

        rules = {rule for name, value in found if name == _COVERED for rule in value}
        terminalreporter.line(coverage(rules))
