"""Lines that are an entry of a list of the article's own: an hour of a programme, a score, a name with its amount.

One headline may look like one of them, ``Giá vàng hôm nay: 92 triệu``; two in a row do not.
"""

from __future__ import annotations

import re
from typing import Final

from .patterns import pattern

_HOUR: Final = pattern(r"(?:ngày\s)?\d{1,2}\s?[hg:/]\s?\d{1,2}\s?:", re.IGNORECASE)
_SCORE: Final = pattern(r"[^\d:,.]{2,30} \d{1,2}\s?[-–:]\s?\d{1,2} [^\d:,.]{2,30}")
"""Two teams, and how they played."""
_AMOUNT: Final = pattern(r"[\w)]\s*:\s*\d[\d.,]*(?!\S*[/-])")
_SUM: Final = pattern(r"[^\W\d]\w*,\s\d[\d.,]*(?:\s[^\W\d]+)?$")
"""A name and behind a comma, at the end, an amount."""
_CELLS: Final = 2
"""Signs between the cells of a row, at least."""
_MEASURED: Final = pattern(
    r"\d[\d.,/]*\s?(?:g|gr|kg|ml|l|lít|muỗng|thìa|tép|nhánh|củ|trái|quả|vắt|gói|chén|bát)(?:\s[^\W\d]+){1,5}"
)
_TIME: Final = pattern(r"\d:\d\d\b")
_LENGTH: Final = 100
"""Characters of a line with such an amount, at most."""


def tells_hour_or_score(text: str) -> bool:
    """True for ``19h00: Đêm nhạc ngũ âm`` and ``Sông Trà 0-2 Dệt Nam Hạ``."""
    return bool(_HOUR.match(text) or _SCORE.fullmatch(text))


def has_amount(text: str) -> bool:
    """True for ``Sải cánh: 30 cm`` and ``Bà Huỳnh Thị Thơ, 2.000.000 đồng``."""
    named = ":" in text and _AMOUNT.search(text)
    return bool(named or (len(text) <= _LENGTH and _SUM.search(text)))


def is_entry(text: str) -> bool:
    """True for either, but for a headline with the time when it was printed; and for a table's row and for
    something to cook, ``500 g cá linh non``.
    """
    if text.count("|") >= _CELLS or (text[:1].isdigit() and _MEASURED.fullmatch(text)):
        return True
    return tells_hour_or_score(text) or (has_amount(text) and not _TIME.search(text))
