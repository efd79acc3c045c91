"""Invitations to watch, listen or read on."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from ..borders import has_break, link_end, sentence_end
from ..model import LIKELY, SURE, Document, Kind, Mark
from ..rule import rule

_WATCH: Final = re.compile(
    r"(?:\s+(?:hãy|cùng|chú ý|tiếp tục|vui lòng))*\s+(?:xem|theo dõi|đón xem|đón đọc|tìm đọc|nghe|lắng nghe|xem thêm|xem lại|theo dõi thêm|đón nghe)\b"
    r"[^.!?\n]{0,60}?\b(?:video|clip|mv|trailer|truyền hình|chương trình|phóng sự|bản tin|kỳ|phần tiếp|số tiếp|tiếp theo|podcast|tại đây|trên vtv\w*|talkshow|livestream)\b"
)
_ANNOUNCED: Final = re.compile(r"[^.!?:()\n]{0,90}(?:\([^()]{0,60}\))?\s*:")
_TAIL: Final = 320
_LAST_LINES: Final = 2
_ARROWS: Final = ">»* \t–-"
_NEXT_SOURCE: Final = re.compile(
    r"\(?(?:nguồn(?: video| clip)?|video|clip)\s*:.{1,60}", re.IGNORECASE
)


@rule("promo.call", kind=Kind.PROMO, phrases=["promo.call"])
def promo_call(document: Document) -> Iterator[Mark]:
    """An invitation to a video, a programme or the next part, to the end of its sentence or line.

    Drops:
        Mời quý độc giả xem video: Lễ hội đua ghe trên sông
        Mời các bạn theo dõi clip dưới đây:
    Keeps:
        Mời các bạn cùng lắng nghe câu chuyện của bà cụ bán chè bên đò.
        Ông mời quý vị khách tham quan xưởng gốm.
    """
    for hit in document.hits["promo.call"]:
        block = document.blocks[hit.block]
        watch = _WATCH.match(document.key, hit.end, block.end)
        if watch is None:
            continue
        lead = document.text[max(block.start, hit.start - 6) : hit.start]
        start = hit.start - (len(lead) - len(lead.rstrip(_ARROWS)))
        limit = _bracketed(document.text, start, block.end)
        end = _call_end(document.text, watch.end(), limit)
        if end is None:
            continue
        if end == limit < block.end:  # the brackets go with what they hold
            start, end = start - 1, end + 1
        yield Mark(max(start, block.start), end, SURE)
        if end == block.end and start <= block.start:
            for following in document.blocks[hit.block + 1 : hit.block + 2]:
                if _NEXT_SOURCE.fullmatch(document.text_of(following)):
                    yield Mark(following.start, following.end, SURE)


def _bracketed(text: str, start: int, end: int) -> int:
    """The end of the line, or of the brackets in which the call stands."""
    if start and text[start - 1] == "(":
        closing = text.find(")", start, min(end, start + _TAIL))
        return closing if closing >= 0 else end
    return end


def _call_end(text: str, start: int, end: int) -> int | None:
    """Behind the colon, the quotation or the headline that the call announces."""
    announced = _ANNOUNCED.match(text, start, end)
    if announced:
        rest = text[announced.end() : end].strip()
        if not rest or text[announced.end() - 2] == ")":
            return announced.end()
        return link_end(text, announced.end(), end)
    if end - start <= _TAIL and not has_break(text, start, end):
        return end
    return sentence_end(text, start, end) if has_break(text, start, min(end, start + 200)) else None


@rule("promo.series", kind=Kind.PROMO, phrases=["promo.series"])
def promo_series(document: Document) -> Iterator[Mark]:
    """What the next part of a series brings, as the last line but one signature.

    Drops:
        Kỳ tới: Người giữ lửa cuối cùng
    Keeps:
        Kỳ sau: hai bên thống nhất họp tại Huế, rồi công bố chung.
    """
    for hit in document.hits["promo.series"]:
        block = document.blocks[hit.block]
        size = block.end - block.start
        if 0 < len(document.blocks) - hit.block <= _LAST_LINES and size <= _TAIL // 2 and hit.block:
            yield Mark(block.start, block.end, LIKELY)
