"""One file at a time: read it, plan it, and check, show or rewrite it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Final

from ..config import Configuration
from ..errors import ConfigError, InputError, named
from . import atomic
from .diff import unified
from .findings import Finding
from .plan import Plan, plan
from .source import Sort, read, sort_of
from .walk import Found


class Mode(StrEnum):
    """What is done with a plan."""

    CHECK = "check"
    DIFF = "diff"
    FIX = "fix"


class Status(StrEnum):
    """What became of a file."""

    CLEAN = "clean"
    """There was nothing to do."""
    FOUND = "found"
    """There is something to do, and it was only said."""
    EXTRACTABLE = "extractable"
    """A page whose article can be extracted: there is nothing in it to fix."""
    FIXED = "fixed"
    SKIPPED = "skipped"
    """A page in a folder, and no `Target` to write its text to."""
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a file, and why."""

    path: str
    status: Status
    sort: Sort = Sort.TEXT
    findings: tuple[Finding, ...] = ()
    message: str = ""
    """What went wrong, with the file's name."""
    diff: tuple[str, ...] = ()
    target: str = ""
    """Where a page's text was written."""


@dataclass(frozen=True, slots=True)
class Target:
    """Where the text of pages goes: into a folder (``clean/``) or beside the page (``.clean.txt``)."""

    name: str

    def path(self, found: Found) -> Path:
        """The file for the text of `found`."""
        if self._is_suffix:
            return found.path.with_suffix(self.name)
        return Path(self.name) / found.below.with_suffix(".txt")

    @property
    def _is_suffix(self) -> bool:
        return self.name.startswith(".") and Path(self.name).name == self.name and self.name != ".."


NOT_IN_PLACE: Final = "is an HTML page, and is not replaced by its text; --to says where that goes"


@dataclass(frozen=True)
class Work:
    """What to do with files. `text_key` names the field of records that is cleaned."""

    configuration: Configuration
    mode: Mode
    target: Target | None = None
    overwrite: bool = False
    text_key: str = "text"
    _swept: set[Path] = field(default_factory=set)
    """Folders in which nothing is left of killed runs."""
    _written: dict[Path, str] = field(default_factory=dict)
    """Target → the page whose text it holds."""

    def do(self, found: Found) -> Outcome:
        """Work on one file. What goes wrong with it is said in the outcome."""
        return _guarded(str(found.path), lambda: self._file(found))

    def stream(self, name: str, data: bytes) -> tuple[Outcome, bytes]:
        """Work on what came through a pipe and goes by `name`. Returns what comes out, too."""
        content = b""

        def work() -> Outcome:
            nonlocal content
            sort = sort_of(name, data)
            if sort is Sort.HTML and self.mode is Mode.FIX:
                raise InputError(f"{name}: {NOT_IN_PLACE}")
            planned = self._plan(name, data, sort)
            content = planned.content
            if planned.findings and self.mode is Mode.FIX:
                return Outcome(name, Status.FIXED, sort, planned.findings)
            return self._shown(name, sort, planned)

        return _guarded(name, work), content

    def _file(self, found: Found) -> Outcome:
        name = str(found.path)
        if self.mode is Mode.FIX and (folder := found.path.parent) not in self._swept:
            self._swept.add(folder)
            atomic.sweep(folder)
        data = read(found.path)
        sort = sort_of(name, data)
        if sort is Sort.HTML and not self.target:
            if not found.named:
                return Outcome(name, Status.SKIPPED, sort)
            if self.mode is Mode.FIX:
                raise InputError(f"{name}: {NOT_IN_PLACE}")
        planned = self._plan(name, data, sort)
        if self.mode is not Mode.FIX:
            return self._shown(name, sort, planned)
        if sort is Sort.HTML and self.target:
            return self._write_text(name, self.target.path(found), planned)
        if not planned.findings:
            return Outcome(name, Status.CLEAN, sort)
        atomic.replace(found.path, data, planned.content)
        return Outcome(name, Status.FIXED, sort, planned.findings)

    def _plan(self, name: str, data: bytes, sort: Sort) -> Plan:
        path = Path(name)
        cleaner = self.configuration.for_file(path).cleaner(path)
        return plan(name, data, sort, cleaner, self.text_key)

    def _shown(self, name: str, sort: Sort, planned: Plan) -> Outcome:
        if not planned.findings:
            return Outcome(name, Status.CLEAN, sort)
        diff: tuple[str, ...] = ()
        if self.mode is Mode.DIFF:
            if planned.form.encoding != "utf-8":
                raise InputError(
                    f"{name}: is {planned.form.encoding.upper()}, which diffs cannot show"
                )
            diff = tuple(unified(planned, name))
        fixable = self.mode is Mode.DIFF or sort is not Sort.HTML
        status = Status.FOUND if fixable else Status.EXTRACTABLE
        return Outcome(name, status, sort, planned.findings, diff=diff)

    def _write_text(self, name: str, target: Path, planned: Plan) -> Outcome:
        other = self._written.setdefault(target, name)
        if other != name:
            raise InputError(f"{name}: its text would replace that of {other} in {target}")
        new = atomic.write(target, planned.content, overwrite=self.overwrite)
        status = Status.FIXED if new else Status.CLEAN
        return Outcome(name, status, Sort.HTML, planned.findings, target=str(target))


def _guarded(name: str, work: Callable[[], Outcome]) -> Outcome:
    try:
        return work()
    except InputError as error:
        return Outcome(name, Status.FAILED, message=str(error))
    except (ConfigError, KeyboardInterrupt):  # say nothing of this file only
        raise
    except BaseException as error:  # noqa: BLE001 - a plug-in's mistake costs one file, not the rest
        return Outcome(name, Status.FAILED, message=f"{name}: {named(error)}")
