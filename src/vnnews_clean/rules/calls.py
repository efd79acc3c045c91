"""Calls to the reader: to watch, listen or read on."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from ..borders import has_break, sentence_end
from ..links import link_end
from ..model import SURE, Document, Kind, Mark
from ..patterns import pattern
from ..rule import rule

_WATCH: Final = pattern(
    r"(?:\s+(?:hãy|cùng|chú ý|tiếp tục|vui lòng))*\s+(?:xem|theo dõi|đón xem|đón đọc|tìm đọc|nghe|lắng nghe|xem thêm|xem lại|theo dõi thêm|đón nghe)\b"
    r"[^.!?\n]{0,60}?\b(?:video|clip|mv|trailer|truyền hình|chương trình|phóng sự|bản tin|kỳ|phần tiếp|số tiếp|tiếp theo|podcast|tại đây|trên vtv\w*|talkshow|livestream)\b"
)
_ANNOUNCED: Final = pattern(r"[^.!?:()\n]{0,90}(?:\([^()]{0,60}\))?\s*:")
_CALL: Final = 320  # characters of the longest call
_SENTENCE: Final = 200  # characters within which the call's own sentence ends
_LEAD: Final = 6
_ARROWS: Final = ">»* \t–-"
_NEXT_SOURCE: Final = pattern(r"\(?(?:nguồn(?: video| clip)?|video|clip)\s*:.{1,60}", re.IGNORECASE)


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
    reached = 0
    for hit in document.hits["promo.call"]:
        block = document.blocks[hit.block]
        watch = _WATCH.match(document.key, hit.end, block.end)
        if watch is None or hit.start < reached:
            continue
        lead = document.view[max(block.start, hit.start - _LEAD, reached) : hit.start]
        start = hit.start - (len(lead) - len(lead.rstrip(_ARROWS)))
        limit = _bracketed(document.view, start, block.end)
        end = _call_end(document.view, watch.end(), limit)
        if end is None:
            continue
        if end == limit < block.end:  # the brackets go with what they hold
            start, end = start - 1, end + 1
        reached = end
        yield Mark(start, end, SURE, evidence=hit.evidence)
        if end == block.end and start <= block.start:
            for line in document.lines[hit.block + 1 : hit.block + 2]:
                if _NEXT_SOURCE.fullmatch(line.text):
                    reached = line.end
                    yield Mark(line.start, line.end, SURE, evidence=hit.evidence)


def _bracketed(text: str, start: int, end: int) -> int:
    """The end of the line, or of the brackets in which the call stands."""
    if start and text[start - 1] == "(":
        closing = text.find(")", start, min(end, start + _CALL))
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
    if end - start <= _CALL and not has_break(text, start, end):
        return end
    near = min(end, start + _SENTENCE)
    return sentence_end(text, start, end) if has_break(text, start, near) else None
