"""What is cut whole or not at all: a link with its target, a list item with its mark.

A rule finds words. In a dialect with marks of its own, what it cuts grows over the marks that
belong to those words alone, so that no half of a link or of an emphasis stays behind.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from operator import itemgetter
from typing import Final

from .model import Document, Removal

_BESIDE: Final = 60
"""Characters that a cut takes along to keep a link whole, at most; else it ends in front of them."""


def whole(document: Document, removals: list[Removal]) -> list[Removal]:
    """`removals` (sorted, disjoint) with borders that cut no unit of `document` in two."""
    if not removals or document.view is document.text:
        return removals
    removals = list(_swept(document.view, removals, document.units))
    for block in document.blocks:
        first, last = _touching(removals, block.whole)
        touching = removals[first:last]
        if touching and not _uncovered(document.view, touching, block.whole):
            removals[first:last] = _filled(touching, block.whole)
    return removals


def _swept(
    view: str, removals: Sequence[Removal], units: Sequence[tuple[int, int]]
) -> Iterator[Removal]:
    """`removals` with none that crosses a border of one of `units`, which are sorted.

    One sweep over both: what ends in front of a unit is done, what touches it is fitted to it.
    """
    ahead = list(reversed(removals))
    for unit in units:
        start, end = unit
        while ahead and ahead[-1].end <= start:
            yield ahead.pop()
        touching: list[Removal] = []
        while ahead and ahead[-1].start < end:
            touching.append(ahead.pop())
        if touching:
            ahead += reversed(_fitted(view, touching, unit))
    yield from reversed(ahead)


def _fitted(view: str, touching: list[Removal], unit: tuple[int, int]) -> list[Removal]:
    """Removals that touch `unit`, with none that crosses a border of it."""
    start, end = unit
    if touching[0].start <= start and touching[0].end >= end:
        return touching
    beside = _uncovered(view, touching, unit)
    crossing = touching[0].start < start or touching[-1].end > end
    if beside == 0 or (crossing and beside <= _BESIDE):
        return list(_filled(touching, unit))
    return [cut for r in touching for cut in _clipped(view, r, unit)]


def _clipped(view: str, removal: Removal, unit: tuple[int, int]) -> Iterator[Removal]:
    """What `removal` cuts outside of `unit`, or what it cuts of the words inside."""
    start, end = unit
    if removal.start >= start and removal.end <= end:
        words = view[removal.start : removal.end]
        inner = removal.start + len(words) - len(words.lstrip())
        if words.strip():
            yield removal._replace(start=inner, end=inner + len(words.strip()))
        return
    if removal.start < start:
        yield removal._replace(end=start)
    if removal.end > end:
        yield removal._replace(start=end)


def _filled(touching: Sequence[Removal], span: tuple[int, int]) -> Iterator[Removal]:
    """Removals that touch `span`, grown over all of it: each up to the next."""
    last = len(touching) - 1
    for at, removal in enumerate(touching):
        start = removal.start if at else min(removal.start, span[0])
        end = touching[at + 1].start if at < last else max(removal.end, span[1])
        yield removal._replace(start=start, end=end)


def _touching(removals: Sequence[Removal], span: tuple[int, int]) -> tuple[int, int]:
    """First and last index (exclusive) of the removals that overlap `span`."""
    first = bisect_right(removals, span[0], key=itemgetter(1))
    last = first
    while last < len(removals) and removals[last].start < span[1]:
        last += 1
    return first, last


def _uncovered(view: str, removals: Sequence[Removal], span: tuple[int, int]) -> int:
    """Visible characters of `span` that `removals` leave."""
    position, end = span
    size = 0
    for removal in removals:
        size += len(view[position : max(position, removal.start)].strip())
        position = max(position, removal.end)
    return size + len(view[position:end].strip())
