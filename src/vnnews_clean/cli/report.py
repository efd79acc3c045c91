"""Reports on files, as text for people, JSON for programs, and annotations for GitHub."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Mapping
from typing import Final, Protocol

from ..errors import visible
from ..files.findings import REPAIR, Finding
from ..files.source import Sort
from ..files.work import Outcome, Status
from .console import complain, echo, remark, write


class Report(Protocol):
    """Takes outcomes as they come, then the count of each status."""

    def add(self, outcome: Outcome) -> None: ...
    def close(self, counts: Mapping[Status, int]) -> None: ...


class TextReport:
    """One line a finding, or one line a file that was fixed; errors and the sum on stderr."""

    def __init__(self, *, quiet: bool = False) -> None:
        self._quiet = quiet

    def add(self, outcome: Outcome) -> None:
        """Print what there is to say of a file."""
        if outcome.status is Status.FAILED:
            complain(outcome.message)
        elif outcome.diff:
            write("".join(outcome.diff).encode("utf-8", "surrogateescape"))
        elif self._quiet:
            pass
        elif outcome.status in (Status.FOUND, Status.EXTRACTABLE):
            for finding in outcome.findings:
                where = f"{outcome.path}{_place(outcome, finding)}"
                echo(visible(f"{where}: {_description(finding)}"))
        elif outcome.status is Status.FIXED:
            to = f" -> {outcome.target}" if outcome.target else ""
            echo(visible(f"fixed {outcome.path}{to} ({_rules(outcome)})"))

    def close(self, counts: Mapping[Status, int]) -> None:
        """Print the sum."""
        if not self._quiet:
            remark(summary(counts))


class JsonReport:
    """One object: ``files``, an entry a file, and ``summary``, the count of each status."""

    def __init__(self) -> None:
        self._separator = '{"files": ['

    def add(self, outcome: Outcome) -> None:
        """Print the entry of a file, clean ones included."""
        echo(self._separator + json.dumps(as_dict(outcome), ensure_ascii=False))
        self._separator = ","

    def close(self, counts: Mapping[Status, int]) -> None:
        """Print the end of the object."""
        start = "" if self._separator == "," else self._separator
        sums = {status.value: counts.get(status, 0) for status in Status}
        echo(f'{start}], "summary": {json.dumps(sums)}}}')


class GithubReport:
    """Workflow commands, which GitHub shows beside the lines of a pull request."""

    def add(self, outcome: Outcome) -> None:
        """Print an annotation for every finding."""
        if outcome.status is Status.FAILED:
            echo(f"::error file={_property(outcome.path)}::{_data(outcome.message)}")
            return
        level = "warning" if outcome.status is Status.FOUND else "notice"
        for finding in outcome.findings:
            place = f"file={_property(outcome.path)}"
            if finding.line and outcome.sort is not Sort.HTML:
                place += f",line={finding.line},endLine={finding.end_line}"
            if finding.column and finding.line == finding.end_line:
                place += f",col={finding.column},endColumn={finding.end_column}"
            place += f",title={_property(finding.rule)}"
            echo(f"::{level} {place}::{_data(_description(finding))}")

    def close(self, counts: Mapping[Status, int]) -> None:
        """Print the sum where the log is read."""
        remark(summary(counts))


REPORTS: Final[Mapping[str, Callable[[], Report]]] = {
    "text": TextReport,
    "json": JsonReport,
    "github": GithubReport,
}


def as_dict(outcome: Outcome) -> dict[str, object]:
    """An outcome as JSON has it. Lines and columns of pages are those of their text."""
    entry: dict[str, object] = {
        "path": outcome.path,
        "type": outcome.sort.value,
        "status": outcome.status.value,
        "findings": [
            {
                "rule": f.rule,
                "rules": list(f.rules),
                "kind": f.kind,
                "line": f.line,
                "column": f.column,
                "end_line": f.end_line,
                "end_column": f.end_column,
                "text": f.text,
            }
            for f in outcome.findings
        ],
    }
    if outcome.message:
        entry["message"] = outcome.message
    if outcome.target:
        entry["target"] = outcome.target
    return entry


def summary(counts: Mapping[Status, int]) -> str:
    """The counts in a sentence."""
    words = {
        Status.FIXED: "fixed",
        Status.FOUND: "to fix",
        Status.EXTRACTABLE: "HTML whose article can be extracted (`clean`, `fix --to`)",
        Status.CLEAN: "clean",
        Status.FAILED: "failed",
        Status.SKIPPED: "HTML skipped (named, or with --to, they are read)",
    }
    said = [f"{counts[status]} {word}" for status, word in words.items() if counts.get(status)]
    total = sum(counts.values())
    return f"{total} file{'s' * (total != 1)}: {', '.join(said)}" if said else "no files found"


def _place(outcome: Outcome, finding: Finding) -> str:
    if outcome.sort is Sort.HTML or not finding.line:
        return ""
    return f":{finding.line}" + (f":{finding.column}" if finding.column else "")


def _description(finding: Finding) -> str:
    if finding.rule == REPAIR:
        return f"{REPAIR}: {finding.text}"
    return f"{', '.join(finding.rules)} ({finding.kind}): {finding.text}"


def _rules(outcome: Outcome) -> str:
    counts = Counter(finding.rule for finding in outcome.findings)
    return ", ".join(f"{rule} x{n}" if n > 1 else rule for rule, n in counts.most_common())


def _data(text: str) -> str:
    """Text as the data of a workflow command."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    """Text as the value of a property of one."""
    return _data(text).replace(":", "%3A").replace(",", "%2C")
