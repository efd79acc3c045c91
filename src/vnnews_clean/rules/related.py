"""Boxes of other articles that say so themselves."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import LIKELY, SURE, Document, Kind, Mark
from ..rule import rule
from .boxes import box_blocks, fences


@rule("related.box", kind=Kind.RELATED, phrases=["related.header"])
def related_box(document: Document) -> Iterator[Mark]:
    """A header such as "TIN LIÊN QUAN" with the headlines and teasers under it.

    The box ends where an item can no longer stand: see `boxes`. A header without items goes alone,
    unless it is a heading such as "Nổi bật" and the article goes on below it.

    Drops:
        TIN LIÊN QUAN
        Đọc thêm
    Keeps:
        Những tin liên quan đến vụ án được công bố sáng nay.
        Bạn đọc có thể xem thêm tại thư viện tỉnh.
    """
    yield from _boxes(document, "related.header")


@rule("most_read.box", kind=Kind.MOST_READ, phrases=["most_read.header"])
def most_read_box(document: Document) -> Iterator[Mark]:
    """A header such as "Xem nhiều" with the headlines under it.

    Drops:
        Xem nhiều
        ĐỌC NHIỀU NHẤT
    Keeps:
        Đây là cuốn sách được đọc nhiều nhất trong năm qua.
    """
    yield from _boxes(document, "most_read.header")


def _boxes(document: Document, group: str) -> Iterator[Mark]:
    """Every block of the boxes under the headers of a phrase group; a lone header is less sure."""
    stops = fences(document)
    for hit in document.hits[group]:
        box = box_blocks(document, hit.block, stops)
        for index in box:
            block = document.blocks[index]
            yield Mark(block.start, block.end, SURE if len(box) > 1 else LIKELY)
