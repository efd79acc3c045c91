"""Bars, buttons, counters and footers: lines that are a phrase of the page, not of the article.

A phrase that could also be a heading ("Giới thiệu", "Đánh giá") counts only in company: beside
another such line, or at the edge of the document.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from ..model import LIKELY, SURE, Document, Kind, Mark
from ..rule import rule
from ..shapes import is_paragraph, word_count

_GROUPS: Final = (
    "follow.line", "share.line", "save.line", "comments.line", "rating.line", "login.line",
    "newsletter.line", "ui.line", "footer.line", "footer.start", "player.line", "ad.line",
)  # fmt: skip
_ON: Final = re.compile(
    r"\b(?:trên|tại|qua|on)\b\W*(?:google(?: news)?|zalo|facebook|fanpage|youtube|tiktok|telegram)?\W*$"
)
_CONTROL: Final = re.compile(r"\d{3,4}p|\d(?:\.\d+)?x?|back|/|\d{1,2}:\d\d(?: / \d{1,2}:\d\d)?")
_COUNTER: Final = re.compile(
    r"\d[\d.,]*[kKmM]?\s*(?:lượt\s)?(?:chia sẻ|bình luận|thích|lượt xem|lượt thích|share|shares|likes|comments|views|quan tâm|trả lời)\W*|(?:chia sẻ|bình luận|thích|share|like)\s*\(?\d+\)?",
    re.IGNORECASE,
)


def _lines(document: Document, group: str, *, alone: bool) -> Iterator[Mark]:
    """The lines of a phrase group; with `alone`, also those in the middle of running text."""
    blocks = document.blocks
    company = {h.block for g in _GROUPS for h in document.hits.get(g, ())}
    for hit in document.hits[group]:
        block = blocks[hit.block]
        near = company & set(range(hit.block - 2, hit.block + 3)) - {hit.block}
        edge = hit.block < 2 or hit.block >= len(blocks) - 3
        if len(blocks) > 1 and (alone or near or edge or word_count(hit.phrase) > 3):
            yield Mark(block.start, block.end, SURE if near or alone else LIKELY)


@rule("follow.line", kind=Kind.FOLLOW, phrases=["follow.line", "follow.start"])
def follow_line(document: Document) -> Iterator[Mark]:
    """Calls to follow the paper elsewhere, or to install its application.

    Drops:
        Theo dõi Báo Sông Quê trên
        Theo dõi chúng tôi trên Google News
    Keeps:
        Theo dõi sát diễn biến thị trường, nhiều người đã bán ra.
    """
    if "follow.line" in document.hits:
        yield from _lines(document, "follow.line", alone=False)
    for hit in document.hits.get("follow.start", ()):
        block = document.blocks[hit.block]
        key = document.key_of(block)
        if len(key) <= 90 and len(document.blocks) > 1 and _ON.search(key):
            yield Mark(block.start, block.end, SURE)


@rule("share.line", kind=Kind.SHARE, phrases=["share.line"])
def share_line(document: Document) -> Iterator[Mark]:
    """Buttons that share, send or print the article.

    Drops:
        Chia sẻ Facebook
    Keeps:
        Chia sẻ với phóng viên, chị Hoa cho biết quán vẫn đông khách.
    """
    yield from _lines(document, "share.line", alone=False)


@rule("save.line", kind=Kind.SHARE, phrases=["save.line"])
def save_line(document: Document) -> Iterator[Mark]:
    """Buttons that save the article for later.

    Drops:
        Lưu bài viết
    Keeps:
        Lưu bài viết này vào sổ tay là thói quen của ông.
    """
    yield from _lines(document, "save.line", alone=True)


@rule("comments.line", kind=Kind.COMMENTS, phrases=["comments.line"])
def comments_line(document: Document) -> Iterator[Mark]:
    """Headers, fields and buttons of the readers' comments.

    Drops:
        Ý kiến bạn đọc
    Keeps:
        Bình luận về kết quả này, huấn luyện viên nói đội đã chơi tốt.
    """
    yield from _lines(document, "comments.line", alone=False)


@rule("rating.line", kind=Kind.WIDGET, phrases=["rating.line"])
def rating_line(document: Document) -> Iterator[Mark]:
    """Polls and ratings.

    Drops:
        Gửi bình chọn
    Keeps:
        Bình chọn năm nay thu hút hai triệu lượt người tham gia.
    """
    yield from _lines(document, "rating.line", alone=False)


@rule("login.line", kind=Kind.LOGIN, phrases=["login.line"])
def login_line(document: Document) -> Iterator[Mark]:
    """Forms and links of the reader's account.

    Drops:
        Đăng nhập bằng Facebook
    Keeps:
        Đăng ký xe tại nơi cư trú giúp người dân bớt đi lại.
    """
    yield from _lines(document, "login.line", alone=False)


@rule("newsletter.line", kind=Kind.PROMO, phrases=["newsletter.line"])
def newsletter_line(document: Document) -> Iterator[Mark]:
    """Invitations to a newsletter.

    Drops:
        Đăng ký nhận bản tin
    Keeps:
        Đăng ký nhận bản tin của thư viện đã tăng gấp ba sau một tháng.
    """
    yield from _lines(document, "newsletter.line", alone=False)


@rule("ui.line", kind=Kind.UI, phrases=["ui.line"])
def ui_line(document: Document) -> Iterator[Mark]:
    """Buttons and links of the page itself.

    Drops:
        Lên đầu trang
    Keeps:
        Quay lại quê nhà sau mười năm, anh mở một xưởng gốm nhỏ.
    """
    yield from _lines(document, "ui.line", alone=False)


@rule("footer.line", kind=Kind.FOOTER, phrases=["footer.line", "footer.start"])
def footer_line(document: Document) -> Iterator[Mark]:
    """The imprint at the foot of a page: licence, editors, address, copyright.

    An imprint line needs another one beside it, or a copyright sign; an address or a telephone
    number counts only beside an imprint, since charities and events print theirs in articles.

    Drops:
        Phiên bản di động
        © 2024 Báo Sông Quê. Giữ toàn quyền.
    Keeps:
        Giấy phép số 12 được cấp cho công ty từ năm 2019, theo hồ sơ vụ án.
        Điện thoại: 0900 000 000
    """
    if "footer.line" in document.hits:
        yield from _lines(document, "footer.line", alone=False)
    last = len(document.blocks) - 1
    imprint = {h.block for g in ("footer.start", "footer.line") for h in document.hits.get(g, ())}
    for group in ("footer.start", "footer.contact"):
        for hit in document.hits.get(group, ()):
            block = document.blocks[hit.block]
            text = document.text_of(block)
            near = imprint & set(range(hit.block - 3, hit.block + 4)) - {hit.block}
            if len(text) > 400 or hit.block * 2 < last or (is_paragraph(text) and len(text) > 200):
                continue
            if near or text[0] in "©®":
                yield Mark(block.start, block.end, SURE if len(near) > 1 else LIKELY)


@rule("player.line", kind=Kind.PLAYER, phrases=["player.line"])
def player_line(document: Document) -> Iterator[Mark]:
    """Chrome of audio and video players.

    Drops:
        Tốc độ đọc
        Playback speed
    Keeps:
        Nghe bài viết của con được đọc trên loa, bà bật khóc.
    """
    yield from _lines(document, "player.line", alone=False)
    players = {hit.block for hit in document.hits["player.line"]}
    for index, block in enumerate(document.blocks):
        near = players & set(range(index - 6, index + 7))
        if near and block.end - block.start <= 12 and _CONTROL.fullmatch(document.key_of(block)):
            yield Mark(block.start, block.end, LIKELY)


@rule("ad.line", kind=Kind.AD, phrases=["ad.line"])
def ad_line(document: Document) -> Iterator[Mark]:
    """Markers that an advertising network leaves between paragraphs.

    Drops:
        Advertisement
    Keeps:
        Quảng cáo ngoài trời tại thành phố sẽ được sắp xếp lại.
    """
    yield from _lines(document, "ad.line", alone=True)


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
