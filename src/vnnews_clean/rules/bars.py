"""Bars that follow, share and save."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from ..model import LIKELY, SURE, Document, Kind, Mark
from ..rule import rule
from ..textkey import UPPER
from .company import bar_lines

_PLATFORM: Final = (
    r"(?:(?:kênh|trang|ứng dụng|nền tảng|các nền tảng)\s+)?(?:google(?: news| tin tức)?|zalo(?: oa)?"
    r"|facebook|fanpage|youtube|tiktok|telegram|instagram|twitter|threads|lotus|viber|spotify"
    r"|mạng xã hội)"
)
_ON: Final = re.compile(
    rf"\b(?:trên|tại|qua|on)\b\W*(?:{_PLATFORM}(?:(?:\s*[,&/|+–-]\s*|\s+(?:và|hoặc|hay)\s+){_PLATFORM})*"
    r"(?: để (?:cập nhật|đọc|nhận|không bỏ lỡ|xem|nắm) [^.!?]{0,60})?)?\W*$"
)
_INLINE: Final = re.compile(
    rf"theo dõi [^.!?:;,]{{2,50}}? trên (?:kênh |trang )?(?-i:Google News|Zalo|Facebook|YouTube|TikTok)"
    rf"(?=\s*(?:$|[.|(]|(?-i:[{UPPER}])))\s*\.?",
    re.IGNORECASE,
)
"""A call between two sentences, up to the place that it names."""
_CALL: Final = 120
"""Characters of the longest call to follow."""
_APPLICATION: Final = re.compile(
    r"(?:tải|cài)(?: đặt| về| ngay)? (?:ứng dụng|app)\b.{0,40}\b(?:đọc tin|đọc báo|nhận tin|tin tức|tin nhanh)\b"
)
_COUNTER: Final = re.compile(
    r"\d[\d.,]*[kKmM]?\s*(?:lượt\s)?(?:chia sẻ|bình luận|thích|lượt xem|lượt thích|share|shares|likes|comments|views|quan tâm|trả lời)\W*|(?:chia sẻ|bình luận|thích|share|like)\s*\(?\d+\)?"
    r"|\d(?:[.,]\d+)?\s*/\s*(?:5|10)\W*\d[\d.,]*\s*(?:lượt\s)?(?:đánh giá|bình chọn|phiếu|votes?|ratings?)\W*",
    re.IGNORECASE,
)


@rule("follow.line", kind=Kind.FOLLOW, phrases=["follow.line", "follow.start", "follow.inline"])
def follow_line(document: Document) -> Iterator[Mark]:
    """Calls to follow the paper elsewhere, or to install its application.

    Drops:
        Theo dõi Báo Sông Quê trên
        Theo dõi chúng tôi trên Google News
        Theo dõi Báo Sông Quê trên Facebook, Zalo và YouTube để cập nhật tin mới nhất
    Keeps:
        Theo dõi sát diễn biến thị trường, nhiều người đã bán ra.
    """
    if "follow.line" in document.hits:
        yield from bar_lines(document, "follow.line", alone=False)
    for hit in document.hits.get("follow.start", ()):
        block = document.blocks[hit.block]
        key = document.key_of(block)
        if len(key) > _CALL or len(document.blocks) < 2:
            continue
        if _ON.search(key) or _APPLICATION.search(key):
            yield Mark(block.start, block.end, SURE)
    for hit in document.hits.get("follow.inline", ()):
        call = _INLINE.match(document.text, hit.start, document.blocks[hit.block].end)
        if call and hit.start > document.blocks[hit.block].start:
            yield Mark(hit.start, call.end(), SURE)


@rule("share.line", kind=Kind.SHARE, phrases=["share.line"])
def share_line(document: Document) -> Iterator[Mark]:
    """Buttons that share, send or print the article.

    Drops:
        Chia sẻ Facebook
    Keeps:
        Chia sẻ với phóng viên, chị Hoa cho biết quán vẫn đông khách.
    """
    yield from bar_lines(document, "share.line", alone=False)


@rule("share.counter", kind=Kind.SHARE)
def share_counter(document: Document) -> Iterator[Mark]:
    """A line that counts shares, likes, comments or views and says nothing else.

    Drops:
        12 bình luận
        0CHIA SẺ
    Keeps:
        Bài viết có 12 bình luận chỉ sau một giờ.
    """
    if len(document.blocks) < 2:
        return
    for block in document.blocks:
        if block.end - block.start <= 30 and _COUNTER.fullmatch(document.text_of(block)):
            yield Mark(block.start, block.end, LIKELY)


@rule("save.line", kind=Kind.SHARE, phrases=["save.line"])
def save_line(document: Document) -> Iterator[Mark]:
    """Buttons that save the article for later.

    Drops:
        Lưu bài viết
    Keeps:
        Lưu bài viết này vào sổ tay là thói quen của ông.
    """
    yield from bar_lines(document, "save.line", alone=True)
