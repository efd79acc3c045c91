"""Text whose lines a tool broke at one width: text browsers, mail, text of PDF files.

The evidence is that the next line's first word would not have fitted: in wrapped text nearly every
line that ends inside of a sentence is full in this sense. Text of a PDF is ragged, since its width
is one of print; there a line counts as full that comes near. In verse, tables and lists no width
explains where lines end.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate, pairwise
from typing import Final, NamedTuple

from ..model import Block
from ..shapes import is_closed
from .fragments import pieces
from .joined import Reading, indents, joined, seen

NARROWEST: Final = 50
"""Columns; a narrower column of text is a table's or a poem's."""
_WIDEST: Final = 200
_FEWEST: Final = 3
"""Full lines that end inside of a sentence, at least."""
_PARTED: Final = 2
"""The same where empty lines part the paragraphs."""
_EXPLAINED: Final = 0.8
"""Share of such line ends beyond half of the width that the width must explain."""
_RAGGED: Final = 0.85
"""Share of the width from which on a line of a PDF is full; all of them must be."""
_WORDS: Final = 2
"""Words of a line that is an address: its number and itself."""
_MARKS: Final = frozenset("-–—•*+▪■□●○◦>►»·")
"""Characters that begin an item of a list."""


class Line(NamedTuple):
    """What wrapping depends on. Columns are code points."""

    start: int
    """Indent."""
    width: int
    """Columns, the indent included."""
    first: int
    """Length of the first word."""
    gap: int
    closed: bool
    """Ends with a stop."""
    inside: bool
    """Goes on in the next line for sure: that one begins with a small letter, this has no stop."""
    item: bool
    """Begins as an item of a list does."""
    address: bool = False
    """An address and at most its number: no tool breaks it."""


class Width(NamedTuple):
    """The width at which a text was broken, and the share of it that makes a line full."""

    columns: int
    full: float = 1.0

    def is_full(self, line: Line, following: Line) -> bool:
        """True where the first word of `following` had no place behind `line`.

        Inside of a sentence a line may fall short of that: words that no tool parts count as one.
        """
        return line.width + 1 + following.first > self.columns * (
            _RAGGED if line.inside else self.full
        )


def measured(text: str, lines: Sequence[Block]) -> list[Line]:
    """What wrapping depends on, for each of `lines`."""
    starts = indents(text, lines)
    found: list[Line] = []
    for index, (line, start) in enumerate(zip(lines, starts, strict=True)):
        content = text[line.start : line.end]
        following = lines[index + 1] if index + 1 < len(lines) else None
        small = following and text[following.start].islower() and following.gap == 1
        closed = not content[-1].isalnum() and is_closed(content)
        item = (content[0] in _MARKS and not _goes_on_small(content)) or _is_numbered(content)
        inside = bool(small) and not closed and not (item and starts[index + 1] < start)
        first = content.find(" ")
        first = len(content) if first < 0 else first
        width = start + len(content)
        address = "://" in content and content.count(" ") < _WORDS
        if address and found and content[0].islower():
            found[-1] = found[-1]._replace(inside=False)
        found.append(Line(start, width, first, line.gap, closed, inside, item, address))
    return found


def _goes_on_small(content: str) -> bool:
    """True for a dash inside of a sentence: ``- bán), giảm``."""
    return content[0] in "-–—" and content[1:3].strip()[:1].islower()


def _is_numbered(content: str) -> bool:
    """True for ``1. Rửa sạch``, ``b) Phạt tiền``."""
    mark = content[:4].partition(" ")[0]
    return mark.endswith((".", ")")) and (mark[:-1].isdigit() or len(mark) == 2)


def width_of(lines: Sequence[Line]) -> Width | None:
    """The width at which `lines` were broken, or ``None`` if there is none. Linear."""
    ends = [(a, b) for a, b in pairwise(lines) if a.inside]
    if len(ends) < _FEWEST:
        return _parted(lines) if ends else None
    return _best(lines, ends, 1.0, _EXPLAINED) or _best(lines, ends, _RAGGED, 1.0)


def _parted(lines: Sequence[Line]) -> Width | None:
    """The width of a text whose paragraphs have empty lines between them: that of its longest line, if all
    lines that no empty one follows are full.
    """
    ends = [(a, b) for a, b in pairwise(lines) if b.gap == 1]
    columns = max(line.width for line in lines if not line.address)
    if not NARROWEST <= columns <= _WIDEST or len(ends) * 2 > len(lines):
        return None
    width = Width(columns)
    full = all(a.width + 1 + b.first > columns and not b.item for a, b in ends)
    return width if full and len(ends) >= _PARTED else None


def _best(
    lines: Sequence[Line], ends: Sequence[tuple[Line, Line]], full: float, share: float
) -> Width | None:
    """The width that explains most `ends` and is exceeded least, if that is `share` of them."""
    explained = [0] * (_WIDEST + 2)
    exceeded = [0] * (_WIDEST + 2)
    for line, following in ends:
        first = min(line.width, _WIDEST + 1)
        explained[first] += 1
        explained[
            min(max(first, int((line.width + 1 + following.first - 1) / full) + 1), _WIDEST + 1)
        ] -= 1
    broken = [line for line in lines if not line.address]
    for line in broken:
        exceeded[min(line.width, _WIDEST + 1)] -= 1
    over = [len(broken) + x for x in accumulate(exceeded)]
    gains = [good - bad for good, bad in zip(accumulate(explained), over, strict=True)]
    columns = max(range(NARROWEST, _WIDEST + 1), key=gains.__getitem__)
    width = Width(columns, full)
    judged = [(a, b) for a, b in ends if columns / 2 < a.width <= columns]
    agreeing = sum(a.width + 1 + b.first > columns * full for a, b in judged)
    if gains[columns] >= _FEWEST and agreeing >= max(_FEWEST, share * len(judged)):
        return width
    return None


def goes_on(lines: Sequence[Line], width: Width) -> list[bool]:
    """For each line, whether the next one is part of the same paragraph.

    A heading below a full line that ends a sentence is known by its own end: it has no stop.
    """
    joins: list[bool] = []
    opens = True
    for index, (line, following) in enumerate(pairwise(lines)):
        after = lines[index + 2] if index + 2 < len(lines) and lines[index + 2].gap == 1 else None
        ends = after is None or not width.is_full(following, after)
        hangs = opens and (line.item or line.start > following.start)
        joins.append(
            following.gap == 1
            and (hangs or line.start == following.start)
            and not following.item
            and width.is_full(line, following)
            and not (line.closed and ends and not following.closed)
        )
        opens = not joins[-1]
    return [*joins, False]


def read_wrapped(text: str, lines: Sequence[Block]) -> Reading | None:
    """`text` with its paragraphs put together; ``None`` if it was not broken at a width."""
    measures = measured(text, lines)
    width = width_of(measures)
    if width is None:
        return None
    joins = goes_on(measures, width)
    broken = pieces(text, lines, joins)
    view, blocks = joined(text, lines, broken or joins)
    return Reading("wrapped+fragments" if broken else "wrapped", view, tuple(seen(view, blocks)))
