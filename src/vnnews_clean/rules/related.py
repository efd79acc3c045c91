"""Boxes of other articles that say so themselves."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from ..model import LIKELY, SURE, Document, Kind, Mark
from ..rule import rule
from ..shapes import is_headline, is_paragraph
from .boxes import box_items, tag_items

_ARROW: Final = re.compile(r"\s*(?:>{1,4}|»+|›{2,}|►|▶|➤|→|=>+)\s*")


@rule("related.box", kind=Kind.RELATED, phrases=["related.header"])
def related_box(document: Document) -> Iterator[Mark]:
    """A header such as "TIN LIÊN QUAN" with the headlines and teasers under it.

    The box ends where an item can no longer stand: see `boxes`. A header without items goes alone.

    Drops:
        TIN LIÊN QUAN
        Đọc thêm
    Keeps:
        Những tin liên quan đến vụ án được công bố sáng nay.
        Bạn đọc có thể xem thêm tại thư viện tỉnh.
    """
    for hit in document.hits["related.header"]:
        block = document.blocks[hit.block]
        items = list(box_items(document, hit.block))
        yield Mark(block.start, block.end, SURE if items else LIKELY)
        for index in items:
            item = document.blocks[index]
            yield Mark(item.start, item.end, SURE)


@rule("most_read.box", kind=Kind.MOST_READ, phrases=["most_read.header"])
def most_read_box(document: Document) -> Iterator[Mark]:
    """A header such as "Xem nhiều" with the headlines under it.

    Drops:
        Xem nhiều
        ĐỌC NHIỀU NHẤT
    Keeps:
        Đây là cuốn sách được đọc nhiều nhất trong năm qua.
    """
    for hit in document.hits["most_read.header"]:
        block = document.blocks[hit.block]
        items = list(box_items(document, hit.block))
        yield Mark(block.start, block.end, SURE if items else LIKELY)
        for index in items:
            item = document.blocks[index]
            yield Mark(item.start, item.end, SURE)


@rule("tags.box", kind=Kind.TAGS, phrases=["tags.header", "tags.line"])
def tags_box(document: Document) -> Iterator[Mark]:
    """Keywords: under a header such as "Bài viết cùng chủ đề", or behind "Tags:".

    Drops:
        Từ khóa: bóng đá, đội tuyển, vòng loại
    Keeps:
        Chủ đề của hội thảo năm nay là nước sạch.
    """
    for hit in document.hits.get("tags.header", ()):
        block = document.blocks[hit.block]
        yield Mark(block.start, block.end, LIKELY)
        for index in tag_items(document, hit.block):
            item = document.blocks[index]
            yield Mark(item.start, item.end, LIKELY)
    for hit in document.hits.get("tags.line", ()):
        block = document.blocks[hit.block]
        if block.end - block.start <= 400 and not document.text_of(block).endswith("."):
            yield Mark(block.start, block.end, LIKELY)


@rule("related.pointer_line", kind=Kind.RELATED, phrases=["related.pointer_line"])
def related_pointer_line(document: Document) -> Iterator[Mark]:
    """A line that points at another article: "Xem thêm: <headline>", and the headlines below a bare one.

    Drops:
        Xem thêm: Giá nhà ở vùng ven tăng mạnh
        >> Đọc thêm: Ba cách giữ ấm cho trẻ nhỏ
    Keeps:
        Xem thêm những bức ảnh này, nhiều người không giấu được xúc động.
    """
    for hit in document.hits["related.pointer_line"]:
        block = document.blocks[hit.block]
        tail = document.text[hit.end : block.end].strip()
        if len(tail) > 260 or (is_paragraph(tail) and not tail.endswith(("...", "…"))):
            continue
        yield Mark(block.start, block.end, SURE)
        if not tail:
            for index in box_items(document, hit.block):
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
    if not any(arrow in document.text for arrow in (">>", "»", "››", "►", "▶", "➤", "→", "=>")):
        return
    for block in document.blocks:
        arrow = _ARROW.match(document.text, block.start, block.end)
        if arrow is None or arrow.end() == arrow.start():
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


_HASHTAGS: Final = re.compile(r"#[^\s#]{2,40}(?:[\s,]*#[^\s#]{2,40})+$")


@rule("tags.hashtags", kind=Kind.TAGS)
def hashtags(document: Document) -> Iterator[Mark]:
    """Two or more hashtags at the end of a line.

    Drops:
        #songque #langgom #dulich
    Keeps:
        Chiến dịch #songque thu hút hàng nghìn bạn trẻ.
    """
    if "#" not in document.text:
        return
    for block in document.blocks:
        tail = document.text.find("#", max(block.start, block.end - 400), block.end)
        found = _HASHTAGS.match(document.text, tail, block.end) if tail >= 0 else None
        if found:
            yield Mark(found.start(), found.end(), LIKELY)
