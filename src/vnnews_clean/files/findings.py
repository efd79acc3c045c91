"""What a report says of a cleaned document: every cut and every repair, by line and column."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from ..edits import SourceMap, mended
from ..patterns import pattern
from ..result import Result

REPAIR: Final = "repair"
"""Stands where a rule's id would, for what repairs changed."""
_BREAK: Final = pattern("\r\n|\n|\r")
_EXCERPT: Final = 80


@dataclass(frozen=True, slots=True)
class Finding:
    """A cut, or all repairs of one sort.

    Lines and columns count from 1, columns in code points. They are those of the file; of a page,
    those of the text that its markup holds. 0 where there is nothing to count.
    """

    rules: tuple[str, ...]
    """The rules that agreed, the one that decided first."""
    kind: str
    text: str
    """What is cut, shortened, on one line; for repairs, what was done."""
    line: int = 0
    column: int = 0
    end_line: int = 0
    end_column: int = 0

    @property
    def rule(self) -> str:
        return self.rules[0]


class Lines:
    """Offsets of a text as (line, column), both from 1. What an editor calls a line: LF, CRLF, CR."""

    def __init__(self, text: str) -> None:
        self._starts = [0, *(match.end() for match in _BREAK.finditer(text))]
        self._size = len(text)

    def span(self, offset: int) -> tuple[int, int]:
        """Start and end of the line that holds an offset, line break included."""
        line = bisect_right(self._starts, offset)
        end = self._starts[line] if line < len(self._starts) else self._size
        return self._starts[line - 1], end

    def place(self, offset: int) -> tuple[int, int]:
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1


def findings(result: Result) -> tuple[Finding, ...]:
    """All findings in a document, in reading order."""
    if not result.removals and not mended(result.document.edits):
        return ()
    return tuple(sorted([*_cuts(result), *_repairs(result)], key=lambda f: (f.line, f.column)))


def _cuts(result: Result) -> Iterator[Finding]:
    document = result.document
    lines = Lines(document.text if document.markup else document.source)
    source = SourceMap(() if document.markup else document.edits)
    for removal in result.removals:
        start = lines.place(source.to_source(removal.start))
        end = lines.place(source.to_source(removal.end - 1) + 1)
        text = excerpt(document.text[removal.start : removal.end])
        yield Finding(removal.rules, removal.kind, text, *start, *end)


def _repairs(result: Result) -> Iterator[Finding]:
    document = result.document
    edits = mended(document.edits)
    counts = Counter(edit.reason for edit in edits)
    first = {edit.reason: edit for edit in reversed(edits)}
    lines = Lines(document.source)
    for reason, count in counts.items():
        done = f"{reason}, {count} places" if count > 1 else reason
        edit = first[reason]
        places = () if document.markup else (*lines.place(edit.start), *lines.place(edit.end))
        yield Finding((REPAIR,), REPAIR, done, *places)


def excerpt(text: str) -> str:
    """`text` on one line, shortened in the middle, since both borders of a cut matter."""
    flat = " ".join(text.split())
    if len(flat) <= _EXCERPT:
        return flat
    half = (_EXCERPT - 3) // 2
    return f"{flat[:half].rstrip()} … {flat[-half:].lstrip()}"
