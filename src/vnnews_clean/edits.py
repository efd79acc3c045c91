"""Edits of a source: apply them, map offsets back, undo them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate

from .model import Edit


def apply(source: str, edits: Sequence[Edit]) -> str:
    """`source` with `edits` (sorted, disjoint, offsets index `source`) carried out."""
    parts: list[str] = []
    position = 0
    for start, end, _, replacement, _ in edits:
        parts += (source[position:start], replacement)
        position = end
    parts.append(source[position:])
    return "".join(parts)


def undo(text: str, edits: Sequence[Edit]) -> str:
    """The source from which `edits` made `text`: the exact inverse of `apply`."""
    parts: list[str] = []
    position = shift = 0
    for start, end, original, replacement, _ in edits:
        at = start + shift
        parts += (text[position:at], original)
        position = at + len(replacement)
        shift += len(replacement) - (end - start)
    parts.append(text[position:])
    return "".join(parts)


class SourceMap:
    """Offsets of the repaired text as offsets of the source. Built once, asked often."""

    def __init__(self, edits: Sequence[Edit]) -> None:
        self._edits = edits
        grown = accumulate((len(e.replacement) - (e.end - e.start) for e in edits), initial=0)
        self._starts = [e.start + g for e, g in zip(edits, grown, strict=False)]

    def to_source(self, offset: int) -> int:
        """The source offset of `offset`; inside a replacement, the start of what it replaced."""
        index = bisect_right(self._starts, offset) - 1
        if index < 0:
            return offset
        edit, start = self._edits[index], self._starts[index]
        if offset < start + len(edit.replacement):
            return edit.start
        return edit.end + offset - start - len(edit.replacement)
