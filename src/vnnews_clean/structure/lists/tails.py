"""Whether a list of other articles may close a text, as a glance at the ends of its lines tells: for speed."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import compress
from typing import Final

from ...model import Document
from ...patterns import pattern
from .stacked import ARTICLE, BELOW, ITEMS

LISTED_ITEMS: Final = 3
"""Items in a row that make a list."""
_SHORT: Final = 130
"""Characters of a headline, at most."""
_SPACES: Final = 5  # for speed: no headline of so few words has less
_NAME: Final = 60  # for speed: no name and no date is longer
_ROWS: Final = pattern(r"s?(?:hs?)+")
"""Lines that may be headlines, at most one other between each and the next."""
_TOP: Final = 2 * LISTED_ITEMS - 1  # for speed: headlines printed twice are no list yet
HEADED: Final = frozenset(("header", "box"))
"""What rules say of the line above a list that they know the beginning of."""


def may_list(document: Document, said: Sequence[str]) -> bool:
    """Whether enough lines are as a list's headlines: for speed, as a glance at their ends tells.

    Where nothing is said of any line but a few at the top, three items of two lines stand at the end,
    below an article.
    """
    if len(document.blocks) < LISTED_ITEMS + ARTICLE:  # for speed
        return False
    if not document.is_shown:
        return True
    if not any(said[_TOP:]) and HEADED.isdisjoint(said):
        return len(document.blocks) >= ITEMS + ARTICLE and _may_end_so(document)
    short = sum(map(_SHORT.__ge__, document.outline.sizes))
    return short + document.view.count("?") + document.view.count("!") >= LISTED_ITEMS


def _may_end_so(document: Document) -> bool:
    """Whether enough of the last lines may be headlines, as a glance at their ends tells."""
    outline, reach = document.outline, ITEMS + BELOW
    edges = zip(outline.lasts[-reach:], outline.sizes[-reach:], strict=True)
    heads = [last in "?!" or (size <= _SHORT and last not in ".:;") for last, size in edges]
    if sum(heads) < LISTED_ITEMS:  # for speed
        return False
    rows = [row[0] for row in _ROWS.finditer("".join("h" if head else "s" for head in heads))]
    if not any(row.count("h") >= ITEMS or len(row) >= 2 * LISTED_ITEMS for row in rows):
        return False
    likely = list(compress(document.blocks[-reach:], heads))
    wordy = sum(document.view.count(" ", x[0], x[1]) >= _SPACES for x in likely)
    return wordy >= LISTED_ITEMS or sum(x[1] - x[0] <= _NAME for x in likely) >= ITEMS
