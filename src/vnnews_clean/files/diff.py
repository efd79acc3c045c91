"""A unified diff of a plan, with the rules named where ``diff -p`` names the function.

It is drawn along the lines that are known to be kept, so it takes linear time, and ``patch`` and
``git apply`` read it like any other.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final, NamedTuple

from ..patterns import pattern
from .plan import Plan

CONTEXT: Final = 3
_AWKWARD: Final = pattern(r'[\x00-\x1f\x7f"\\]')
_ESCAPES: Final = {"\n": r"\n", "\t": r"\t", "\r": r"\r", '"': r"\"", "\\": r"\\"}


class Row(NamedTuple):
    """A line of the diff: `sign` is one of ``" -+"``; `old` and `new` count the lines before it."""

    sign: str
    text: str
    old: int
    new: int


def unified(plan: Plan, name: str) -> Iterator[str]:
    """The lines of the diff, each with its line break. Nothing for a plan that changes nothing."""
    if plan.old == plan.new:
        return
    shown = _shown(name)
    yield f"--- {_quoted(f'a/{shown}')}\n"
    yield f"+++ {_quoted(f'b/{shown}')}\n"
    rows = list(_rows(plan))
    for first, last in _hunks(rows):
        yield _header(plan, rows[first:last])
        for row in rows[first:last]:
            closed = row.text.endswith("\n")
            yield f"{row.sign}{row.text}" + ("" if closed else "\n\\ No newline at end of file\n")


def _shown(name: str) -> str:
    """`name` as seen from here: patches do not apply to absolute paths."""
    if not Path(name).is_absolute():
        return name
    relative = os.path.relpath(name)
    return name.lstrip("/") if relative.startswith("..") else relative


def _quoted(name: str) -> str:
    """A name as git writes it: in quotes where it would be misread, with a tab behind spaces."""
    if _AWKWARD.search(name):
        return '"' + _AWKWARD.sub(lambda m: _ESCAPES.get(m[0], f"\\{ord(m[0]):03o}"), name) + '"'
    return f"{name}\t" if " " in name else name


def _rows(plan: Plan) -> Iterator[Row]:
    """Every line, old and new, in the order of a diff."""
    mark = plan.form.mark.decode()
    old, new = _lines(mark + plan.old), _lines(mark + plan.new)
    at, to = 0, 0
    for kept_at, kept_to in (*plan.anchors, (len(old), len(new))):
        yield from _changed(old[at:kept_at], new[to:kept_to], at, to)
        at, to = kept_at, kept_to
        if at < len(old) and to < len(new):
            yield from _changed(old[at : at + 1], new[to : to + 1], at, to)
            at, to = at + 1, to + 1


def _changed(old: Sequence[str], new: Sequence[str], at: int, to: int) -> Iterator[Row]:
    """`old` becomes `new`; what both begin with, most often an empty line, stays."""
    same = 0
    while same < min(len(old), len(new)) and old[same] == new[same]:
        yield Row(" ", old[same], at + same, to + same)
        same += 1
    for number, line in enumerate(old[same:], same):
        yield Row("-", line, at + number, to + same)
    for number, line in enumerate(new[same:], same):
        yield Row("+", line, at + len(old), to + number)


def _lines(text: str) -> list[str]:
    """Lines with their LF; CR and exotic breaks are part of a line, as they are for ``patch``."""
    *closed, rest = text.split("\n")
    return [*(f"{line}\n" for line in closed), *([rest] if rest else [])]


def _hunks(rows: Sequence[Row]) -> Iterator[tuple[int, int]]:
    """Runs of rows with a change and `CONTEXT` rows around it; runs that touch are one."""
    first = last = -1
    for number, row in enumerate(rows):
        if row.sign == " ":
            continue
        if first >= 0 and number - last > 2 * CONTEXT:
            yield first, last + 1 + CONTEXT
            first = -1
        if first < 0:
            first = max(0, number - CONTEXT)
        last = number
    if first >= 0:
        yield first, min(last + 1 + CONTEXT, len(rows))


def _header(plan: Plan, rows: Sequence[Row]) -> str:
    old = sum(row.sign != "+" for row in rows)
    new = sum(row.sign != "-" for row in rows)
    start, end = rows[0].old + 1, rows[0].old + old
    rules = dict.fromkeys(
        rule for f in plan.findings if f.line <= end and f.end_line >= start for rule in f.rules
    )
    spans = f"-{_span(rows[0].old, old)} +{_span(rows[0].new, new)}"
    return f"@@ {spans} @@ {', '.join(rules)}".rstrip() + "\n"


def _span(before: int, count: int) -> str:
    """A range as diffs write it: an empty one is named by the line before it."""
    start = before + 1 if count else before
    return f"{start}" if count == 1 else f"{start},{count}"
