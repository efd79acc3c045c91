"""Lines that stand twice."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from ..model import SURE, Document, Kind, Mark
from ..rule import rule

_LONG: Final = 100
_SHORTEST: Final = 28
_TAIL: Final = 60
_QUOTES: Final = " .\"'“”‘’"


@rule("duplicate.paragraph", kind=Kind.DUPLICATE)
def duplicate_paragraph(document: Document) -> Iterator[Mark]:
    """A long line that stands a second time; the first copy stays.

    A copy may have lost its first letter (an initial that a crawler cut off). Short lines between
    two copied ones are copied with them; alone they are refrains, speakers or table rows.

    Drops:
        Hơn hai mươi năm, bà Phin lặng lẽ trồng lại cánh rừng đầu nguồn mà cả bản từng đốt làm nương, mỗi năm chừng nghìn gốc sao và dầu.
    Keeps:
        Ông Minh:
    """
    blocks = document.blocks
    if len(blocks) < 2:
        return
    first: dict[str, int] = {}
    copies: dict[int, int] = {}
    for index, block in enumerate(blocks):
        text_key = document.key_of(block)
        tail = text_key.rstrip(_QUOTES)[-_TAIL:]
        at = first.setdefault(tail, index)
        if at == index:
            continue
        size, other = block.end - block.start, blocks[at].end - blocks[at].start
        same = document.key_of(blocks[at]).strip(_QUOTES) == text_key.strip(_QUOTES)
        if size >= _LONG and (
            same or (0 <= other - size <= 3 and text_key[3:] in document.key_of(blocks[at]))
        ):
            copies[index] = at
        elif same and size >= 15:
            copies.setdefault(-index, at)
    sure = {i for i in copies if i > 0}
    for index in sorted(sure):
        yield Mark(blocks[index].start, blocks[index].end, SURE)
    for index in sorted(-i for i in copies if i <= 0):
        if {index - 1, index + 1} & sure:
            yield Mark(blocks[index].start, blocks[index].end, SURE)


@rule("duplicate.adjacent", kind=Kind.DUPLICATE)
def duplicate_adjacent(document: Document) -> Iterator[Mark]:
    """A line that stands twice in a row: an image's alt text and its caption, a doubled pull-quote.

    Drops:
        Lò gốm cuối cùng của làng vẫn đỏ lửa mỗi đêm - Ảnh: Báo Sông Quê
    Keeps:
        Ai về, ai về, ai về bến cũ
    """
    for before, block in pairwise(document.blocks):
        size = block.end - block.start
        if size < _SHORTEST or size != before.end - before.start:
            continue
        if document.key_of(before) == document.key_of(block):
            yield Mark(block.start, block.end, SURE)
