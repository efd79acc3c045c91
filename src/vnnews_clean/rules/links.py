"""Lines that are a link to another article."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from ..model import LIKELY, SURE, Document, Kind, Mark
from ..rule import rule
from ..shapes import is_headline, is_paragraph
from .boxes import box_items, fences

_ARROW: Final = re.compile(r"\s*(?:>{1,4}|»+|›{2,}|►|▶|➤|→|=>+)\s*")

_ARROWHEADS: Final = frozenset(">»›►▶➤→=")


@rule("related.pointer_line", kind=Kind.RELATED, phrases=["related.pointer_line"])
def related_pointer_line(document: Document) -> Iterator[Mark]:
    """A line that points at another article: "Xem thêm: <headline>", and the headlines below a bare one.

    Drops:
        Xem thêm: Giá nhà ở vùng ven tăng mạnh
        >> Đọc thêm: Ba cách giữ ấm cho trẻ nhỏ
    Keeps:
        Xem thêm những bức ảnh này, nhiều người không giấu được xúc động.
    """
    stops = fences(document)
    for hit in document.hits["related.pointer_line"]:
        block = document.blocks[hit.block]
        tail = document.text[hit.end : block.end].strip()
        if hit.phrase[-1].isalpha() and not tail.endswith(":"):
            continue
        if len(tail) > 260 or (is_paragraph(tail) and not tail.endswith(("...", "…"))):
            continue
        yield Mark(block.start, block.end, SURE)
        if not tail or tail.endswith(":"):
            for index in box_items(document, hit.block, stops):
                item = document.blocks[index]
                yield Mark(item.start, item.end, LIKELY)


@rule("related.arrow_line", kind=Kind.RELATED)
def related_arrow_line(document: Document) -> Iterator[Mark]:
    """A line that an arrow makes a link: ">> <headline>".

    Drops:
        >> Mở rộng điều tra vụ án tại bến cảng
    Keeps:
        Chọn Cài đặt >> Âm thanh >> Nhạc chuông để đổi nhạc chuông.
    """
    for block in document.blocks:
        if document.text[block.start] not in _ARROWHEADS:
            continue
        arrow = _ARROW.match(document.text, block.start, block.end)
        if arrow is None:
            continue
        sign = arrow.group().strip()
        text = document.text[arrow.end() : block.end]
        if len(sign) > 1 and sign[0] in ">»›=":
            if len(text) <= 300 and not is_paragraph(text):
                yield Mark(block.start, block.end, SURE)
        elif sign in ("»", "►", "▶", "➤") and is_headline(text) and len(text) <= 160:
            yield Mark(block.start, block.end, LIKELY)


@rule("related.here", kind=Kind.RELATED, phrases=["related.here"])
def related_here(document: Document) -> Iterator[Mark]:
    """A line that is nothing but a link's text.

    Drops:
        Xem chi tiết tại đây
    Keeps:
        Tại đây, đoàn đã thăm hỏi các gia đình chính sách.
    """
    for hit in document.hits["related.here"]:
        block = document.blocks[hit.block]
        yield Mark(block.start, block.end, LIKELY)
