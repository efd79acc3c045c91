"""Calls to the reader: watch, write, ring, buy."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from ..borders import has_break, last_sentence, link_end, sentence_end
from ..model import LIKELY, SURE, Document, Hit, Kind, Mark
from ..rule import rule
from ..shapes import is_byline, is_credit

_WATCH: Final = re.compile(
    r"(?:\s+(?:hãy|cùng|chú ý|tiếp tục|vui lòng))*\s+(?:xem|theo dõi|đón xem|đón đọc|tìm đọc|nghe|lắng nghe|xem thêm|xem lại|theo dõi thêm|đón nghe)\b"
    r"[^.!?\n]{0,60}?\b(?:video|clip|mv|trailer|truyền hình|chương trình|phóng sự|bản tin|kỳ|phần tiếp|số tiếp|tiếp theo|podcast|tại đây|trên vtv\w*|talkshow|livestream)\b"
)
_TAIL: Final = 320
_PREFIX: Final = re.compile(r"[>»*\s–-]*$")
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
        start = hit.start - len(
            _PREFIX.search(document.text[max(block.start, hit.start - 6) : hit.start]).group()
        )  # type: ignore[union-attr]
        end = _call_end(document.text, watch.end(), block.end)
        if end is None:
            continue
        yield Mark(max(start, block.start), end, SURE)
        if end == block.end and start <= block.start:
            for following in document.blocks[hit.block + 1 : hit.block + 2]:
                if _NEXT_SOURCE.fullmatch(document.text_of(following)):
                    yield Mark(following.start, following.end, LIKELY)


def _call_end(text: str, start: int, end: int) -> int | None:
    """Behind the colon, the quotation or the headline that the call announces."""
    announced = re.compile(r"[^.!?:()\n]{0,90}(?:\([^()]{0,60}\))?\s*:").match(text, start, end)
    if announced:
        rest = text[announced.end() : end].strip()
        if not rest or text[announced.end() - 2] == ")":
            return announced.end()
        return link_end(text, announced.end(), end)
    if end - start <= _TAIL and not has_break(text, start, end):
        return end
    return sentence_end(text, start, end) if has_break(text, start, min(end, start + 200)) else None


@rule("promo.newsroom", kind=Kind.PROMO, phrases=["promo.newsroom"])
def promo_newsroom(document: Document) -> Iterator[Mark]:
    """How to reach the newsroom or its advice line: the last words of an article.

    A byline behind it stays.

    Drops:
        Mọi phản ánh, ý kiến của độc giả xin gửi về đường dây nóng 0900 000 000.
    Keeps:
        Mọi phản ánh, ý kiến của người dân đều được chủ tịch xã trả lời trong buổi đối thoại.
    """
    for hit in document.hits["promo.newsroom"]:
        block = document.blocks[hit.block]
        if hit.block < len(document.blocks) - 3 or not _reachable(document, hit):
            continue
        end = block.end
        tail = last_sentence(document.text, end, hit.start)
        if tail and tail > hit.start and _is_signature(document.text[tail:end].strip()):
            end = tail
        if end - hit.start <= 480:
            yield Mark(hit.start, end, LIKELY)


def _reachable(document: Document, hit: Hit) -> bool:
    """True where what follows holds a number, an address or the word "here"."""
    rest = document.key[hit.start : hit.start + 480]
    return bool(
        re.search(r"\d{7}|\d[\d .]{6,}\d|@|tại\s?đây|https?://|www\.|mới nhất|giùm bạn", rest)
    )


def _is_signature(text: str) -> bool:
    return is_byline(text) or is_credit(text)


@rule("ad.call", kind=Kind.AD, phrases=["ad.call"])
def ad_call(document: Document) -> Iterator[Mark]:
    """Sales talk on a line of its own, with its number or link.

    Drops:
        HOT-LINE tư vấn tâm lý trực tuyến 24/7: 0900000000
    Keeps:
        Tổng đài tư vấn của bệnh viện nhận hơn nghìn cuộc gọi mỗi ngày.
    """
    for hit in document.hits["ad.call"]:
        block = document.blocks[hit.block]
        text = document.text_of(block)
        if (
            len(text) <= 200
            and len(document.blocks) > 2
            and _OFFER.search(document.key_of(block))
            and not text.endswith(".")
        ):
            yield Mark(block.start, block.end, LIKELY)


_OFFER: Final = re.compile(r"\d{7}|\d[\d .]{6,}\d|tại\s?đây|www\.|https?://|\.vn\b|\.com\b")


@rule("ad.marker", kind=Kind.AD, phrases=["ad.inline"])
def ad_marker(document: Document) -> Iterator[Mark]:
    """The marker of an advertising network glued into flat text.

    Drops:
        Admicro AdX
    Keeps:
        Admicro là một mạng quảng cáo trong nước.
    """
    for hit in document.hits["ad.inline"]:
        yield Mark(hit.start, hit.end, SURE)
