"""Dates as Vietnamese pages and crawlers write them, as ISO 8601."""

from __future__ import annotations

import re
from typing import Final

from .patterns import pattern

_ISO: Final = pattern(
    r"(?P<y>\d{4})-(?P<m>\d{1,2})-(?P<d>\d{1,2})"
    r"(?:[T ]\s?(?P<H>\d{1,2}):(?P<M>\d{2})(?::(?P<S>\d{2}))?(?:\.\d+)?"
    r"\s?(?P<zone>Z|[+-]\d{2}:?\d{2})?)?"
)
_DAY: Final = r"(?P<d>\d{1,2})\s?[/.-]\s?(?P<m>\d{1,2})\s?[/.-]\s?(?P<y>\d{4})"
_SPELT: Final = (
    r"(?P<d>\d{1,2})\s+(?:tháng|thg|Tháng|THÁNG)\s+(?P<m>\d{1,2})\s*,?\s+(?:năm\s+|Năm\s+|NĂM\s+)?"
    r"(?P<y>\d{4})"
)
"""``21 tháng 09 năm 2025``."""
_TIME: Final = r"(?P<H>\d{1,2})\s?[:hHg]\s?(?P<M>\d{2})(?:[:']\s?(?P<S>\d{2}))?"
_HALF: Final = r"(?:\s?(?P<half>AM|PM|SA|CH)\b)?"
_ZONE: Final = r"(?:\s*\(?(?:GMT|UTC)\s?(?P<zone>[+-]\s?\d{1,2})\)?)?"
_BETWEEN: Final = r"[\s,|–-]{0,6}(?:lúc\s)?"
_PRINTED: Final = (
    pattern(_DAY + _BETWEEN + _TIME + _HALF + _ZONE),
    pattern(_TIME + _HALF + r"[\s,|–-]{0,6}(?:ngày\s)?" + _DAY + _ZONE),
    pattern(_SPELT + _BETWEEN + _TIME + _HALF + _ZONE),
    pattern(_TIME + _HALF + r"[\s,|–-]{0,6}(?:ngày\s)?" + _SPELT + _ZONE),
    pattern(_DAY),
    pattern(_SPELT),
)
_MAX: Final = 200
"""Characters of a date that are looked at."""


def iso(text: str) -> str:
    """The first date in `text` as ISO 8601, with time and zone where they are given; else empty.

    >>> iso("Thứ bảy, 7/3/2026, 08:00 (GMT+7)")
    '2026-03-07T08:00:00+07:00'
    >>> iso("ngày 21 tháng 09 năm 2025")
    '2025-09-21'
    >>> iso("19/08/2025 19:17 PM")
    '2025-08-19T19:17:00'
    >>> iso("2025-10-22T19:25:00+0700")
    '2025-10-22T19:25:00+07:00'
    """
    text = text[:_MAX]
    for form in (_ISO, *_PRINTED):
        found = form.search(text)
        if found:
            return _written(found.groupdict())
    return ""


def _written(part: dict[str, str | None]) -> str:
    year, month, day = (int(part[name] or 0) for name in "ymd")
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return ""
    date = f"{year:04}-{month:02}-{day:02}"
    if not part.get("H"):
        return date
    hour, minute, second = (int(part[name] or 0) for name in "HMS")
    if part.get("half") in ("PM", "CH") and hour < 12:
        hour += 12
    if hour > 23 or minute > 59 or second > 59:
        return date
    return f"{date}T{hour:02}:{minute:02}:{second:02}{_zone(part.get('zone') or '')}"


def _zone(written: str) -> str:
    """``+7``, ``+0700`` or ``Z`` as ``+07:00``."""
    if not written or written == "Z":
        return written
    sign, digits = written[0], re.sub(r"\D", "", written)
    hours, minutes = (digits[:-2], digits[-2:]) if len(digits) > 2 else (digits, "00")
    return f"{sign}{int(hours):02}:{minutes}"
