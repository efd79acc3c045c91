"""Tables of contents: what stands below as headings, said before."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import Final

from ..line import Line
from ..model import LIKELY, Document, Kind, Mark
from ..rule import rule
from ..signs import twins

_ENTRIES: Final = 3
"""Lines of a table of contents, at least."""
_WORDS: Final = 2
"""Words of an entry, at least: a speaker may be called by one."""


@rule("duplicate.contents", kind=Kind.DUPLICATE, needs="text", sign=twins)
def duplicate_contents(document: Document) -> Iterator[Mark]:
    """Lines in a row that all stand again below, in their order, each above running text of its own.

    Drops:
        1. Chọn giống lúa
        2. Làm đất giữ nước
        3. Khi nào thì gặt
    Keeps:
        Đội xóm Đình
    """
    lines = document.lines
    prose = [0, *accumulate(line.is_prose for line in lines)]
    below = {line.key: line.index for line in lines}
    run: list[int] = []
    for line in (*lines, None):
        if (
            line
            and _may_be_entry(line, below)
            and (not run or below[line.key] > below[lines[run[-1]].key])
        ):
            run.append(line.index)
            continue
        headings = [below[lines[index].key] for index in run]
        if len(run) >= _ENTRIES and headings[0] > run[-1] and _part_text(headings, prose):
            for index in run:
                yield Mark(lines[index].start, lines[index].end, LIKELY)
        run = []


def _may_be_entry(line: Line, below: dict[str, int]) -> bool:
    """Whether a line stands again below, and is as short as a heading."""
    return line.words >= _WORDS and below[line.key] > line.index and not line.is_prose


def _part_text(headings: Sequence[int], prose: Sequence[int]) -> bool:
    """Whether running text stands below each of the headings, up to the next; `prose` counts its lines."""
    ends = [*headings[1:], len(prose) - 1]
    return all(prose[end] > prose[at] for at, end in zip(headings, ends, strict=True))
