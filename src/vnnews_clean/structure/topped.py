"""The headline right below a menu: for articles that say hardly a word of their headline again (verse, a
forecast, questions with their answers), and where it is as short as a menu's names.
"""

from __future__ import annotations

from typing import Final

from ..patterns import pattern
from ..shapes import MENU_NAMES, has_date, names_in_row
from .said import COPIES
from .sorts import HEADLINES, NAMES, OTHERS

_SIGNS: Final = OTHERS - HEADLINES
_SIGNED: Final = frozenset(("byline", "stamp"))
_SHORT: Final = frozenset(("menu", "remark"))
_TOOLS: Final = frozenset(("bar", "comment"))
"""What is said of the buttons and counters below a headline."""
_WORDS: Final = range(4, 6)
"""Words of a headline that is as short as a name of a menu."""
_KIND: Final = pattern(r"\w[^:]*:\s\S.*\s\S+")
"""A short headline with what it heads in front: ``Truyện ngắn: Con đò cuối``."""


def below_menu(texts: list[str], sorts: list[str], said: list[str], end: int) -> int:
    """The headline right below the last menu above the line `end`, or -1."""
    run, found = 0, -1
    for index in range(end):
        if sorts[index] in NAMES:
            run += names_in_row(texts[index]) or 1
            continue
        if run >= MENU_NAMES:
            found = index
        run = 0
    if run >= MENU_NAMES:
        kind = _KIND.fullmatch(texts[end - 1]) and not said[end - 1]
        return end - 1 if kind else -1
    is_one = found >= 0 and sorts[found] in HEADLINES and said[found] in COPIES
    return found if is_one and not has_date(texts[found]) else -1


def short_headline(
    texts: list[str], sorts: list[str], said: list[str], share: list[float], end: int
) -> int:
    """The line of a few words above the line `end`, with tools, names and dates at most between, of which
    nothing is said, and which the core says again or a name or a date stands right below; or -1.
    """
    for index in range(end - 1, -1, -1):
        if said[index] in _TOOLS or (sorts[index] in _SIGNS and not said[index]):
            continue
        told = share[index] > 0 or (index + 1 < end and sorts[index + 1] in _SIGNED)
        is_one = sorts[index] in _SHORT and told and not said[index]
        return index if is_one and len(texts[index].split()) in _WORDS else -1
    return -1
