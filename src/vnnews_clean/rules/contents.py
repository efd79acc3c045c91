"""Tables of contents: what stands below as headings, said before."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import accumulate
from typing import Final

from ..line import Line
from ..model import LIKELY, Document, Kind, Mark
from ..rule import rule
from ..signs import twins

_ENTRIES: Final = 3  # lines of a table of contents, at least
_WORDS: Final = 2  # words of an entry, at least: a speaker may be called by one


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
    below = {line.key: line.index for line in lines}
    if len(lines) - len(below) < _ENTRIES:  # for speed: most
        return
    prose = [0, *accumulate(line.is_prose for line in lines)]
    run: list[tuple[Line, int]] = []
    for line in (*lines, None):
        heading = below[line.key] if line and line.words >= _WORDS and not line.is_prose else -1
        if line and heading > max(line.index, run[-1][1] if run else -1):
            run.append((line, heading))
            continue
        ends = [*(heading for _, heading in run[1:]), len(lines)]
        told = all(prose[end] > prose[at] for (_, at), end in zip(run, ends, strict=False))
        if len(run) >= _ENTRIES and run[0][1] > run[-1][0].index and told:
            for entry, _ in run:
                yield Mark(entry.start, entry.end, LIKELY)
        run = []
