"""Whether a document is a whole page, or a report of figures that is never one."""

from __future__ import annotations

import re
from typing import Final

from ..shapes import is_rank
from .reading import Reading

FEWEST_BARS: Final = 8
"""Different bars from which on a document is a page."""
NAMES: Final = frozenset(("menu", "byline"))
HEADLINES: Final = frozenset(("headline", "asks"))
_BARS: Final = frozenset(("section", "bar", "footer", "comment", "tags", "header"))
_MENU: Final = 6
"""Names in a row above the article that are a menu, whatever they say."""
_VALUE: Final = re.compile(r"[-+(]*\s*\d[\d.,]*\s*[%xX)]*")
_RANK: Final = 2
"""Characters of a number that may be a rank."""
_EVERY: Final = 15
"""Every fifteenth line that is a value makes a report of figures, whatever bars stand in it."""
_VALUES: Final = 3
"""Values of a report, at least."""


def is_page(reading: Reading) -> bool:
    """Whether a document has the bars of a whole page; or a menu above its article, and a sign of the
    page below.
    """
    bars = {t for t, word in zip(reading.texts, reading.said, strict=True) if word in _BARS}
    if len(bars) >= FEWEST_BARS:
        return True
    first, last = reading.core
    run = 0
    for sort in reading.sorts[:first]:
        run = run + 1 if sort in NAMES else 0
        if run >= _MENU:
            return any(word in _BARS for word in reading.said[last + 1 :])
    return False


def is_numbers(reading: Reading) -> bool:
    """Whether a text is mostly numbers: a table or a report, never a page.

    Counted are values (``23,4``, ``1.250``, ``-0,7%``), which a page has few of: ranks, dates, times
    and counters are none.
    """
    values = sum(map(_is_value, reading.texts))
    return values >= _VALUES and values * _EVERY > len(reading.texts)


def _is_value(text: str) -> bool:
    return len(text) > _RANK and bool(_VALUE.fullmatch(text)) and not is_rank(text)
