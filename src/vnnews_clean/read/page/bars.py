"""Rows of buttons and of counts in the body, which nothing but their words gives away."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby
from typing import Final

from ...patterns import pattern
from .front import REACH
from .layout import FURNITURE, HIDDEN
from .lines import Line

LONGEST: Final = 100
"""Characters of the longest row."""
LABEL: Final = 8
"""Characters of the longest line of a player."""

_READ: Final = "(?:xem|đọc|truy cập)"
_COUNTED: Final = pattern(
    rf"(?:số )?(?:lượt|người)(?: đã)? {_READ}(?: bài| tin)?\W*\d[\d.,]*k?"
    rf"|\d[\d.,]*k? (?:lượt|người|lần)(?: đã)? {_READ}"
    rf"|(?:đã )?{_READ}\W+\d[\d.,]* (?:lần|lượt)"
    r"|(?:đánh giá|xếp hạng|bình chọn)(?: (?:bài viết|bản tin|tin|công thức|video|món ăn|sản phẩm))?(?: này)?\W*\d(?:[.,]\d)? ?/ ?(?:5|10)"
    r"\W+\d+ (?:lượt|phiếu|đánh giá|bình chọn)\W*",
    re.IGNORECASE,
)
"""How many have read or rated the article."""
_NETWORK: Final = pattern(
    r"\b(?:facebook|zalo|twitter|telegram|linkedin|messenger|pinterest|viber|youtube|tiktok|instagram"
    r"|google news|spotify|soundcloud|apple podcasts?|google podcasts?|app store|google play)\b",
    re.IGNORECASE,
)
_SHARING: Final = pattern(
    r"chia sẻ|theo dõi|share|follow|sao chép|copy|nghe trên|tải", re.IGNORECASE
)
_SHARED: Final = pattern(
    rf"(?:(?:{_NETWORK.pattern}|{_SHARING.pattern}"
    r"|link|liên kết|bài viết|bài|email|in|lưu|qua|trên|chúng tôi|on|ứng dụng|rss)\b[\s|·•:]*)+",
    re.IGNORECASE,
)
"""A row of buttons to share or follow: the word for it, and the name of a network."""
_VOICES: Final = pattern(r"(?:[^\W\d_]+\s)*(?:\d(?:[.,]\d+)?x\W*){2,}", re.IGNORECASE)
_SPEED: Final = pattern(r"\b(?:0[.,]5|0[.,]75|1[.,]25|1[.,]75)x", re.IGNORECASE)
"""How fast a voice may read; a lens has whole numbers."""
_SORTED: Final = pattern(
    r"(?:(?:sắp xếp(?: theo)?|mới nhất|cũ nhất|quan tâm nhất)(?: trước)?[\s|:·]*){2,}"
    r"(?:tự động (?:cập nhật|làm mới)[^.]{0,20})?",
    re.IGNORECASE,
)
"""Buttons that sort comments, or reports."""
_ACTIONS: Final = pattern(
    r"(?:(?:\d[\d.,]*k?|thích|yêu thích|quan tâm|lưu|lưu bài|gửi|chia sẻ|bình luận|sao chép|in|in bài)\b\W*){2,}",
    re.IGNORECASE,
)
"""Buttons for the reader, with how many have pressed them."""
_ACTION: Final = pattern(
    r"\b(?:thích|quan tâm|lưu|gửi|chia sẻ|bình luận|sao chép|in)\b", re.IGNORECASE
)
ACTIONS: Final = 2
"""Words on buttons in the shortest row of them."""
_VIEWER: Final = pattern(
    r"(?:(?:trang \d+ ?(?:/|trên) ?\d+|thu nhỏ|phóng to|toàn màn hình|xoay|tải (?:về|xuống)|xem|in|tệp|tập tin|pdf"
    r"|\(?\d+(?:[.,]\d+)? ?[km]b\)?)[\s|·•]*)+",
    re.IGNORECASE,
)
"""The buttons of what shows a file page by page."""
_VIEWED: Final = pattern(r"trang \d|thu nhỏ|phóng to", re.IGNORECASE)
_PLAYED: Final = pattern(r"\d{1,2}:\d\d(?::\d\d)? ?/ ?\d{1,2}:\d\d(?::\d\d)?")
"""How much of how much a player has played."""
_PLAYER: Final = pattern(
    r"-?\d{1,2}:\d\d(?::\d\d)?|[0-3](?:[.,]\d{1,2})?x|[+-]?\d{1,2} ?(?:s|giây)|/|phát|tạm dừng|tốc độ",
    re.IGNORECASE,
)
"""A line of a player's: a time, how fast it reads, how far a button skips."""
_STARTED: Final = pattern(r"0?0:00|[0-3](?:[.,]\d{1,2})?x", re.IGNORECASE)
"""What no list of times has: that nothing has been played yet, or how fast it is."""
PLAYER: Final = 3
"""Lines of the shortest player without a button."""


def with_bars(lines: Sequence[Line], inside: Sequence[bool]) -> Sequence[Line]:
    """`lines`, with the role of controls for those of such rows in the body, or above it where a sapo may be.

    `inside` is by element.
    """
    own = [i for i, x in enumerate(lines) if inside[x.element]]
    if not own:
        return lines
    own = [*range(max(0, own[0] - REACH), own[0]), *own]
    found = [i for i in own if _is_bar(lines[i])]
    found += _players(lines, own)
    if not found:  # for speed
        return lines
    changed = list(lines)
    for index in found:
        changed[index] = lines[index]._replace(role=HIDDEN)
    return changed


def _players(lines: Sequence[Line], own: Sequence[int]) -> list[int]:
    """The lines of players: several one below the other that say nothing but times and speeds."""
    short = (i for i in own if len(lines[i].text) <= LABEL)
    likely = [i for i in short if _PLAYER.fullmatch(lines[i].text)]
    found: list[int] = []
    for _, group in groupby(enumerate(likely), lambda at: at[1] - at[0]):
        run = [index for _, index in group]
        if len(run) >= PLAYER and any(_STARTED.fullmatch(lines[i].text) for i in run):
            found += run
    return found


def _is_bar(line: Line) -> bool:
    if len(line.text) > LONGEST or line.prose or line.folded or line.role in FURNITURE:
        return False
    text = line.text
    if text[-1:] in "xX":
        return bool(_VOICES.fullmatch(text) and _SPEED.search(text))
    if any(bar.fullmatch(text) for bar in (_PLAYED, _COUNTED, _SORTED)):
        return True
    if _ACTIONS.fullmatch(text):
        return len(_ACTION.findall(text)) >= ACTIONS
    viewed = _VIEWER.fullmatch(text) and _VIEWED.search(text)
    shared = _SHARED.fullmatch(text) and _NETWORK.search(text) and _SHARING.search(text)
    return bool(viewed or shared)
