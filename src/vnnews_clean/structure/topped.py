"""The headline right below a menu, for articles that say hardly a word of their headline again: verse, a
forecast, questions with their answers.
"""

from __future__ import annotations

from typing import Final

from ..patterns import pattern
from ..shapes import MENU_NAMES, has_date, names_in_row
from .sorts import HEADLINES

_NAMES: Final = frozenset(("menu", "byline"))
_KIND: Final = pattern(r"\w[^:]*:\s\S.*\s\S+")
"""A short headline with what it heads in front: ``Truyện ngắn: Con đò cuối``."""


def below_menu(texts: list[str], sorts: list[str], said: list[str], end: int) -> int:
    """The headline right below the last menu above the line `end`, or -1."""
    run, found = 0, -1
    for index in range(end):
        if sorts[index] in _NAMES:
            run += names_in_row(texts[index]) or 1
            continue
        if run >= MENU_NAMES:
            found = index
        run = 0
    if run >= MENU_NAMES:
        kind = _KIND.fullmatch(texts[end - 1]) and not said[end - 1]
        return end - 1 if kind else -1
    is_one = found >= 0 and sorts[found] in HEADLINES and said[found] in ("", "copy")
    return found if is_one and not has_date(texts[found]) else -1
