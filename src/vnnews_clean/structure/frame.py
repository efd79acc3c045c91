"""Whether a document is a whole page, or a report of figures that is never one."""

from __future__ import annotations

from typing import Final

from .measures import distances
from .reading import Reading

FEWEST_BARS: Final = 8
"""Different bars from which on a document is a page."""
NAMES: Final = frozenset(("menu", "byline"))
HEADLINES: Final = frozenset(("headline", "asks"))
_BARS: Final = frozenset(("section", "bar", "footer", "comment", "tags", "header"))
_MENU: Final = 6
"""Names in a row above the article that are a menu, whatever they say."""
_NUMBERS: Final = 3
"""Every third line of figures makes a report of figures, whatever bars stand in it."""
_CARD: Final = 3
"""Lines that may stand between a headline and the numbers of its card, and one more."""
_FEW_NUMBERS: Final = 7
"""Every seventh does where there are no bars of a page."""


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

    On a page, what stands near a headline is its time and its counters.
    """
    figures = reading.figures
    if not is_page(reading):
        return sum(figures) * _FEW_NUMBERS > len(figures)
    headlines = [
        sort in HEADLINES and not heavy for sort, heavy in zip(reading.sorts, figures, strict=True)
    ]
    above, below = distances(headlines[::-1])[::-1], distances(headlines)
    alone = sum(
        heavy and min(a, b) >= _CARD for heavy, a, b in zip(figures, above, below, strict=True)
    )
    return alone * _NUMBERS > len(figures)
