"""Edits of a source: apply them, map offsets back, undo them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import accumulate
from operator import itemgetter
from typing import Final, overload

from .cached import cached
from .model import Edit

LINE_END: Final = "line-end"
"""The reason of an edit that makes one line end like the others."""


def mended(edits: Iterable[Edit]) -> list[Edit]:
    """Those of `edits` that mend something: a line end of another sort is as good."""
    return [edit for edit in edits if edit.reason != LINE_END]


class Late(Sequence[Edit]):
    """Edits of `source` that are listed when somebody asks for them; equal to the tuple of them.

    There is at least one.
    """

    def __init__(self, source: str, listed: Callable[[str], Iterable[Edit]]) -> None:
        self._source = source
        self._list = listed

    @cached
    def _edits(self) -> tuple[Edit, ...]:
        return tuple(self._list(self._source))

    @overload
    def __getitem__(self, index: int) -> Edit: ...

    @overload
    def __getitem__(self, index: slice) -> tuple[Edit, ...]: ...

    def __getitem__(self, index: int | slice) -> Edit | tuple[Edit, ...]:
        return self._edits[index]

    def __len__(self) -> int:
        return len(self._edits)

    def __bool__(self) -> bool:
        return True

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and self._edits == tuple(other)

    def __hash__(self) -> int:
        return hash(self._edits)

    def __repr__(self) -> str:
        return repr(self._edits)


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


def compose(
    source: str, first: Sequence[Edit], second: Sequence[Edit], text: str
) -> tuple[Edit, ...]:
    """One list of edits for two in a row: `first` on `source`, `second` on what that made.

    `text` is what both made of `source`. Edits that overlap become one, with both reasons.
    """
    if not first:
        return tuple(second)
    merged: list[Edit] = []
    grown = regrown = 0  # by how much the edits so far lengthened the source, and the middle
    for group in _meeting(first, second):
        before, after = grown, regrown
        for _, _, edit, late in group:
            growth = len(edit.replacement) - (edit.end - edit.start)
            grown, regrown = (grown, regrown + growth) if late else (grown + growth, regrown)
        start, end, edit, _ = group[0]
        original, replacement, reason = edit.original, edit.replacement, edit.reason
        if len(group) > 1:  # most edits meet no other
            end = max(reach for _, reach, _, _ in group)
            original = source[start - before : end - grown]
            replacement = text[start + after : end + regrown]
            reason = _reasons(group)
        if original != replacement:
            merged.append(
                Edit(start - before, start - before + len(original), original, replacement, reason)
            )
    return tuple(merged)


def _reasons(group: Sequence[_Placed]) -> str:
    """The reasons of all edits, those of the first round first."""
    rounds = sorted(group, key=itemgetter(3))
    return ", ".join(dict.fromkeys(r for _, _, e, _ in rounds for r in e.reason.split(", ")))


_Placed = tuple[int, int, Edit, bool]
"""Where an edit stands in the text between two rounds: start, end, itself, whether of the second."""


def _meeting(first: Sequence[Edit], second: Sequence[Edit]) -> Iterator[list[_Placed]]:
    """The edits of both rounds in order, those that overlap in one group."""
    shifts = accumulate((len(e.replacement) - (e.end - e.start) for e in first), initial=0)
    early: Iterable[_Placed] = (
        (e.start + shift, e.start + shift + len(e.replacement), e, False)
        for e, shift in zip(first, shifts, strict=False)
    )
    late: Iterable[_Placed] = ((e.start, e.end, e, True) for e in second)
    group: list[_Placed] = []
    reach = 0
    for placed in sorted([*early, *late], key=itemgetter(0, 1)):
        if group and placed[0] >= reach:
            yield group
            group = []
        reach = max(reach, placed[1]) if group else placed[1]
        group.append(placed)
    if group:
        yield group


class SourceMap:
    """Offsets of the repaired text as offsets of the source. Built once, asked often."""

    def __init__(self, edits: Sequence[Edit]) -> None:
        self._edits = edits
        grown = accumulate((len(e.replacement) - (e.end - e.start) for e in edits), initial=0)
        self._starts = [e.start + g for e, g in zip(edits, grown, strict=False)]

    def to_source(self, offset: int) -> int:
        """The source offset of `offset`.

        Inside a replacement it is the place in proportion: exact where every character was
        changed in the same way, and never outside of what was replaced.
        """
        index = bisect_right(self._starts, offset) - 1
        if index < 0:
            return offset
        edit, inside = self._edits[index], offset - self._starts[index]
        if inside < len(edit.replacement):
            return edit.start + inside * (edit.end - edit.start) // len(edit.replacement)
        return edit.end + inside - len(edit.replacement)
