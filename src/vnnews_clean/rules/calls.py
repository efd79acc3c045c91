"""Calls to the reader: to watch, listen or read on; to send the newsroom letters, pictures, comments."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from ..borders import last_sentence
from ..calls import NEWSROOM, PLACES, WHERE, invitation, led_to, opens_call, told_call
from ..match.pattern import said
from ..model import LIKELY, SURE, Document, Kind, Mark
from ..patterns import pattern
from ..rule import rule
from ..shapes import is_byline, is_credit
from ..signs import AnyOf, Spelled

_NEXT_SOURCE: Final = pattern(r"\(?(?:nguồn(?: video| clip)?|video|clip)\s*:.{1,60}", re.IGNORECASE)

_CLOSING: Final = 3  # lines at the end among which the newsroom calls
_ADDRESS: Final = pattern(r"https?://\S{4,600}")
_NAMES_A_PLACE: Final = AnyOf(tuple(Spelled(x, NEWSROOM, _CLOSING) for x in ("@", *PLACES)))


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
        floor = max(block.start, reached)
        found = invitation(document, hit, floor) if hit.start >= reached else None
        if found is None:
            continue
        start, reached = found
        yield Mark(start, reached, SURE, evidence=hit.evidence)
        if reached == block.end and start <= block.start:
            for line in document.lines[hit.block + 1 : hit.block + 2]:
                if _NEXT_SOURCE.fullmatch(line.text):
                    reached = line.end
                    yield Mark(line.start, line.end, SURE, evidence=hit.evidence)


@rule("promo.newsroom", kind=Kind.PROMO, phrases=["promo.newsroom"], sign=_NAMES_A_PLACE)
def promo_newsroom(document: Document) -> Iterator[Mark]:
    """How to reach the newsroom or its advice line: the last words of an article.

    It is known by a phrase; or by what it says: what the reader is to send, to whom, and where.
    A question that leads to it goes along, and an address below; a byline behind it stays.

    Drops:
        Mọi phản ánh, ý kiến của độc giả xin gửi về đường dây nóng 0900 000 000.
        Hãy kể câu chuyện của bạn, bài viết xin gửi về hộp thư banbandoc@example.vn.
    Keeps:
        Mọi phản ánh, ý kiến của người dân đều được chủ tịch xã trả lời trong buổi đối thoại.
        Hồ sơ dự tuyển xin gửi về hộp thư tuyendung@example.vn.
    """
    text, blocks = document.view, document.blocks
    foot = max(0, len(blocks) - _CLOSING)
    hits = document.hits.get("promo.newsroom", ())
    calls = [(hit.start, hit.block, hit.evidence) for hit in hits if opens_call(document, hit)]
    for index in range(foot, len(blocks)):
        begun = told_call(document, blocks[index])
        if begun is not None:
            calls.append((begun, index, said(WHERE)))
    for start, index, evidence in calls:
        end = blocks[index].end
        if index < foot or end - start > NEWSROOM:
            continue
        tail = last_sentence(text, end, start)
        if tail and tail > start:
            signature = text[tail:end].strip()
            end = tail if is_byline(signature) or is_credit(signature) else end
        yield Mark(led_to(text, start, blocks[index].start), end, LIKELY, evidence=evidence)
        for line in document.lines[index + 1 : index + 2] if end == blocks[index].end else ():
            if _ADDRESS.fullmatch(line.text):
                yield Mark(line.start, line.end, LIKELY, evidence=evidence)
