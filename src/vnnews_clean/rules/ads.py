"""Advertising: markers of networks, and sales talk."""

from __future__ import annotations

import re
from typing import Final

from ..match import Bar, Inline, Start
from ..model import LIKELY, Kind
from ..rule import Rule, row

_OFFER: Final = re.compile(r"\d{7}|\d[\d .]{6,}\d|tại\s?đây|www\.|https?://|\.vn\b|\.com\b")
"""Where to buy: a number, an address, "here"."""
_ADDRESS: Final = re.compile(r"\s*https?://\S{4,600}")

ROWS: Final[tuple[Rule, ...]] = (
    row(
        "ad.line",
        Kind.AD,
        Bar("ad.line", alone=True),
        "Markers that an advertising network leaves between paragraphs.",
        drops=["Advertisement"],
        keeps=["Quảng cáo ngoài trời tại thành phố sẽ được sắp xếp lại."],
    ),
    row(
        "ad.marker",
        Kind.AD,
        Inline("ad.inline"),
        "The marker of an advertising network glued into flat text.",
        drops=["Admicro AdX"],
        keeps=["Admicro là một mạng quảng cáo trong nước."],
    ),
    row(
        "ad.call",
        Kind.AD,
        Start("ad.call", longest=200, holding=_OFFER, open=True, confidence=LIKELY),
        "Sales talk on a line of its own, with its number or link.",
        drops=["HOT-LINE tư vấn tâm lý trực tuyến 24/7: 0900000000"],
        keeps=["Tổng đài tư vấn của bệnh viện nhận hơn nghìn cuộc gọi mỗi ngày."],
    ),
    row(
        "link.placeholder",
        Kind.UI,
        [Inline("link.placeholder"), Inline("link.origin", then=_ADDRESS)],
        'A link to the source that a page prints as text: "[Link nguồn]", "Link bài gốc Lấy link!".',
        drops=[
            "Nguồn: [Link nguồn]",
            "Copy link Link bài gốc Lấy link! https://example.vn/be-tom-123.htm",
        ],
        keeps=["Nguồn: Báo Sông Quê"],
    ),
)
