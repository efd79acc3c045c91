"""The sort of a line, seen by itself: one word for its shape."""

from __future__ import annotations

import re
from typing import Final

from ..shapes import is_byline, is_caption, is_closed, is_credit, is_cut, is_paragraph
from ..textkey import LOWER, UPPER

_NUMBER: Final = re.compile(r"[\W\d]*")
_STAMP: Final = re.compile(
    r"(?:(?:thứ \S+|chủ nhật|cập nhật|ngày|lúc|t[2-7]|cn|gmt|am|pm|giờ|phút|ngày|tuần|tháng|năm|trước|\w{2,12} - )|[\W\d]|\d+h\d*)+"
)
_DATED: Final = re.compile(r"\d{1,2}[:hg]\d{2}|\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}|\d+ (?:giờ|phút|ngày|tuần|tháng) trước")
_BULLET: Final = re.compile(rf"(?:[-–—•*+▪●◦»>→■□✓]|\d{{1,2}}[.)/]|[{LOWER}{UPPER}][.)])\s*\S")
_STOPS: Final = (".", "!", "?", "…", "”", '"', "»")

MENU_LENGTH: Final = 24
MENU_WORDS: Final = 5
HEADLINE_WORDS: Final = 6
SUMMARY_LENGTH: Final = 330


def sort_of(text: str) -> str:
    """The sort of a line: the first that fits.

    ``number`` ``stamp`` ``credit`` ``byline`` ``caption`` ``label`` (ends with a colon) ``menu`` ``short``
    ``cut`` ``headline`` ``asks`` ``sentence`` ``open`` (long without a stop) ``paragraph`` ``long``.
    """
    size = len(text)
    if size <= 90 and _NUMBER.fullmatch(text):
        return "number"
    if size <= 60 and _DATED.search(text) and _STAMP.fullmatch(text.lower()):
        return "stamp"
    if size <= 70 and is_credit(text):
        return "credit"
    words = text.count(" ") + 1
    if size <= 60 and words >= 2 and is_byline(text):
        return "byline"
    if is_caption(text):
        return "caption"
    if text[-1] in ":;":
        return "label"
    if size <= MENU_LENGTH and words <= MENU_WORDS:
        return "menu" if text[-1] not in ".!?…" else "remark"
    closed = text.endswith(_STOPS) or is_closed(text)
    if is_cut(text):
        return "cut" if size >= 40 else "short"
    if size > SUMMARY_LENGTH:
        return "long" if is_paragraph(text) or closed else "open"
    if is_paragraph(text):
        return "paragraph"
    if not closed:
        if words < HEADLINE_WORDS:
            return "short"
        return "headline" if size <= 130 else "open"
    if text.endswith(("?", "!")):
        return "asks"
    return "sentence" if size >= 60 else "remark"


def is_bullet(text: str) -> bool:
    """True for a line that begins as an item of a list does."""
    return bool(_BULLET.match(text))
