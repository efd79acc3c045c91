"""How pages say when something was written: how long ago, and the dates of comments in any language."""

from __future__ import annotations

import re
from typing import Final

from .patterns import pattern

SPAN: Final = r"\s?(?:giây|phút|giờ|ngày|tuần|tháng|năm)"
"""Part of a pattern, for lower case: what stands behind the figure of how long it has been."""
PASSED: Final = rf"\d{{1,3}}{SPAN}"
"""Part of a pattern, for lower case: how long it has been; in small print nothing more is said."""
AGO: Final = rf"{PASSED}\strước"
"""The same in words: ``3 giờ trước``."""
WHEN: Final = pattern(
    r"\d{1,2}\s*[/.-]\s*\d{1,2}\s*[/.-]\s*(?:20)?\d{2}\b|\b20\d\d-\d\d-\d\d|\b(?:20\d\d)\s*年"
    rf"|{AGO}|hôm qua"
    r"|\d+\s*(?:seconds?|minutes?|mins?|hours?|days?|weeks?|months?|years?|[hdm]) ago"
    r"|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? \d{1,2},? 20\d\d"
    r"|\d{1,2} (?:tháng|thg) \d{1,2},? (?:năm )?20\d\d",
    re.IGNORECASE,
)
"""A date, or how long ago it was."""
HOUR: Final = pattern(r"\d{1,2}\s*[:h]\s*\d{2}(?::\d{2})?\s*(?:am|pm)?", re.IGNORECASE)
FILLER: Final = frozenset(
    "lúc ngày vào at on thứ hai ba tư năm sáu bảy chủ nhật gmt gmt+7 am pm trước ago giờ phút".split()
)
"""Words that stand beside them, in lower case."""
_FIGURE: Final = pattern(r"\d")


def says_when(text: str) -> bool:
    """True for a text with a date in it, or with how long ago something was."""
    may = _FIGURE.search(text) or "qua" in text.lower()  # for speed: all others have a figure
    return bool(may and WHEN.search(text))
