"""Boxes that a crawler glued into flat text: a header, and headlines without any space between."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from ..borders import glue_points, has_break
from ..model import LIKELY, SURE, Document, Hit, Kind, Mark
from ..rule import rule
from ..shapes import is_byline, is_credit

_HEADLINE: Final = range(18, 230)
_ITEMS: Final = 3
_TAIL: Final = 700


@rule("related.glued_box", kind=Kind.RELATED, phrases=["related.inline_header"])
def glued_box(document: Document) -> Iterator[Mark]:
    """A header printed in capitals, with headlines glued to it and to the lead behind them.

    CafeF's "TIN MỚI" has three of them. The box ends where the third is glued to the text; if there
    are not three, nothing is cut.

    Drops:
        TIN MỚIGiá lúa tăng trở lạiHai xã có điện sau bãoNgười trẻ học nghề gốmSáng nay, chợ họp sớm hơn mọi ngày vì nước lớn.
    Keeps:
        TIN MỚI NHẤT VỀ CƠN BÃO SỐ 3: miền Trung mưa to.
    """
    for hit in document.hits["related.inline_header"]:
        block = document.blocks[hit.block]
        glued = document.text[hit.end : hit.end + 1]
        if not document.text[hit.start : hit.end].isupper() or not glued.strip() or glued == ":":
            continue
        end = _box_end(document.text, hit.end, block.end)
        if end is not None:
            yield Mark(hit.start, end, LIKELY)


def _box_end(text: str, start: int, end: int) -> int | None:
    """Where the third glued headline behind `start` ends."""
    items, position = 0, start
    for point in glue_points(text, start, min(end, start + 3 * _HEADLINE.stop)):
        if point - position < _HEADLINE.start:
            continue
        if point - position >= _HEADLINE.stop or has_break(text, position, point):
            return None
        items, position = items + 1, point
        if items == _ITEMS:
            return position
    return None


@rule("related.tail_box", kind=Kind.RELATED, phrases=["related.inline_header"])
def tail_box(document: Document) -> Iterator[Mark]:
    """“Tin liên quan” and headlines that run to the end of flat text.

    Drops:
        Ban Thể thao Tin liên quan Đội nữ thắng trận mở màn Lịch thi đấu vòng hai
    Keeps:
        Công an đề nghị ai có tin liên quan báo ngay cho đơn vị gần nhất.
    """
    for hit in document.hits["related.inline_header"]:
        block = document.blocks[hit.block]
        if hit.start == block.start or hit.phrase == "tin mới" or not _reaches_end(document, hit):
            continue
        rest = document.text[hit.end : block.end].strip(" :")
        if is_byline(rest) or is_credit(rest):
            yield Mark(hit.start, hit.end, LIKELY)
        elif len(rest) > 12 and (rest[0].isupper() or not rest[0].isalpha()):
            yield Mark(hit.start, block.end, SURE if len(rest) < 400 else LIKELY)


def _reaches_end(document: Document, hit: Hit) -> bool:
    block = document.blocks[hit.block]
    rest = block.end - hit.end
    return (
        hit.block >= len(document.blocks) - 2
        and rest <= _TAIL
        and not has_break(document.text, hit.end, block.end)
        and not document.text[: block.end].endswith(".")
    )
