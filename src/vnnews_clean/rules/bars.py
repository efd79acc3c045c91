"""Bars and forms of a page, a line each: follow, share, save, comment, log in."""

from __future__ import annotations

import re
from typing import Final

from ..match import Bar, Inline, Lines, Start
from ..model import LIKELY, Kind
from ..rule import Rule, row
from ..textkey import UPPER

_PLATFORM: Final = (
    r"(?:(?:kênh|trang|ứng dụng|nền tảng|các nền tảng)\s+)?(?:google(?: news| tin tức)?|zalo(?: oa)?"
    r"|facebook|fanpage|youtube|tiktok|telegram|instagram|twitter|threads|lotus|viber|spotify"
    r"|mạng xã hội)"
)
_ON: Final = re.compile(
    rf"\b(?:trên|tại|qua|on)\b\W*(?:{_PLATFORM}(?:(?:\s*[,&/|+–-]\s*|\s+(?:và|hoặc|hay)\s+){_PLATFORM})*"
    r"(?: để (?:cập nhật|đọc|nhận|không bỏ lỡ|xem|nắm) [^.!?]{0,60})?)?\W*$"
    r"|(?:tải|cài)(?: đặt| về| ngay)? (?:ứng dụng|app)\b.{0,40}\b(?:đọc tin|đọc báo|nhận tin|tin tức|tin nhanh)\b"
)
"""A call's end: the platforms, and what for; or what an application is for."""
_CALL: Final = re.compile(
    rf"theo dõi [^.!?:;,]{{2,50}}? trên (?:kênh |trang )?(?-i:Google News|Zalo|Facebook|YouTube|TikTok)"
    rf"(?=\s*(?:$|[.|(]|(?-i:[{UPPER}])))\s*\.?",
    re.IGNORECASE,
)
"""A call between two sentences, up to the place that it names."""
_COUNTED: Final = (
    r"chia sẻ|bình luận|thích|lượt xem|lượt thích|shares?|likes?|comments|views|quan tâm|trả lời"
)
_COUNTER: Final = re.compile(
    rf"\d[\d.,]*[km]?\s*(?:lượt\s)?(?:{_COUNTED})\W*|(?:chia sẻ|bình luận|thích|share|like)\s*\(?\d+\)?"
    r"|\d(?:[.,]\d+)?\s*/\s*(?:5|10)\W*\d[\d.,]*\s*(?:lượt\s)?(?:đánh giá|bình chọn|phiếu|votes?|ratings?)\W*"
)

ROWS: Final[tuple[Rule, ...]] = (
    row(
        "follow.line",
        Kind.FOLLOW,
        [
            Bar("follow.line"),
            Start("follow.start", longest=120, holding=_ON),
            Inline("follow.inline", until=_CALL, inside=True),
        ],
        "Calls to follow the paper elsewhere, or to install its application.",
        drops=[
            "Theo dõi Báo Sông Quê trên",
            "Theo dõi chúng tôi trên Google News",
            "Theo dõi Báo Sông Quê trên Facebook, Zalo và YouTube để cập nhật tin mới nhất",
        ],
        keeps=["Theo dõi sát diễn biến thị trường, nhiều người đã bán ra."],
    ),
    row(
        "share.line",
        Kind.SHARE,
        Bar("share.line"),
        "Buttons that share, send or print the article.",
        drops=["Chia sẻ Facebook"],
        keeps=["Chia sẻ với phóng viên, chị Hoa cho biết quán vẫn đông khách."],
    ),
    row(
        "share.counter",
        Kind.SHARE,
        Lines(_COUNTER, fewest=2, confidence=LIKELY),
        "A line that counts shares, likes, comments or views and says nothing else.",
        drops=["12 bình luận", "0CHIA SẺ"],
        keeps=["Bài viết có 12 bình luận chỉ sau một giờ."],
    ),
    row(
        "save.line",
        Kind.SHARE,
        Bar("save.line", alone=True),
        "Buttons that save the article for later.",
        drops=["Lưu bài viết"],
        keeps=["Lưu bài viết này vào sổ tay là thói quen của ông."],
    ),
    row(
        "save.bar",
        Kind.SHARE,
        Inline("save.inline", then=re.compile(r".{0,110}?[Tt]in bài đã lưu")),
        'The bar "Lưu bài viết thành công … Tin bài đã lưu" in front of flat text.',
        drops=["Lưu bài viết thành công Bạn có thể xem lại bài viết đã lưu ở trang Tin bài đã lưu"],
        keeps=["Bạn có thể xem lại bài đã lưu bất cứ lúc nào."],
    ),
    row(
        "comments.line",
        Kind.COMMENTS,
        Bar("comments.line"),
        "Headers, fields and buttons of the readers' comments.",
        drops=["Ý kiến bạn đọc"],
        keeps=["Bình luận về kết quả này, huấn luyện viên nói đội đã chơi tốt."],
    ),
    row(
        "rating.line",
        Kind.WIDGET,
        Bar("rating.line"),
        "Polls and ratings.",
        drops=["Gửi bình chọn"],
        keeps=["Bình chọn năm nay thu hút hai triệu lượt người tham gia."],
    ),
    row(
        "login.line",
        Kind.LOGIN,
        Bar("login.line"),
        "Forms and links of the reader's account.",
        drops=["Đăng nhập bằng Facebook"],
        keeps=["Đăng ký xe tại nơi cư trú giúp người dân bớt đi lại."],
    ),
    row(
        "newsletter.line",
        Kind.PROMO,
        Bar("newsletter.line"),
        "Invitations to a newsletter.",
        drops=["Đăng ký nhận bản tin"],
        keeps=["Đăng ký nhận bản tin của thư viện đã tăng gấp ba sau một tháng."],
    ),
    row(
        "ui.line",
        Kind.UI,
        [Bar("ui.line"), Start("ui.start", longest=400)],
        "Buttons and links of the page itself, and its question about cookies.",
        drops=["Lên đầu trang", "Chúng tôi sử dụng cookie để trang chạy tốt hơn."],
        keeps=["Quay lại quê nhà sau mười năm, anh mở một xưởng gốm nhỏ."],
    ),
)
