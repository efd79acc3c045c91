"""Texts of which rules told all that is none of the article's: the structure has nothing to add. For speed:
most texts with a box are an article and, at its end, lines that a rule found one by one.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from ..model import LIKELY, Document, Label
from .frame import FEWEST_BARS, has_row
from .lists.glued import RETOLD, retold
from .said import LISTED, first_said, taken
from .sorts import PROSE, RUNNING

_OPENING: Final = 4
"""Lines at the top that may be a headline, names and dates: less than a menu has."""
_CARDS: Final = 2
"""Cards of the shortest list in lines of its own."""
_TEXT: Final = RUNNING | {"caption"}


def is_explained(document: Document, labels: Sequence[Label]) -> bool:
    """Whether running text alone, and no two cards in a line each, stands above some lines at the end which
    `labels` take whole.
    """
    told = taken(labels, LIKELY)
    whole = [told.get(block.start, -1) >= block.end for block in document.blocks]
    first = whole.index(True) if told and any(whole) else 0
    if not first or len(whole) - first >= FEWEST_BARS or not all(whole[first:]):
        return False
    return first_said(document) >= first and _is_text(document, first)


def is_listed(document: Document, said: Sequence[str]) -> bool:
    """The same of lines of which all is `said`, however many of them are a list's: these are no bars."""
    first = next((index for index, word in enumerate(said) if word), 0)
    told = said[first:]
    if not first or not all(told) or len(told) - told.count(LISTED) >= FEWEST_BARS:
        return False
    return _is_text(document, first)


def _is_text(document: Document, end: int) -> bool:
    """Whether the lines up to `end` are running text, but for some at the top and headings with a paragraph
    above and below, and no list in lines of its own.
    """
    if has_row(document):
        return False
    lines = document.lines[:end]
    for index in range(_OPENING, end):
        if lines[index].sort not in _TEXT:
            beside = lines[index - 1], *lines[index + 1 : index + 2]
            if len(beside) == 1 or any(line.sort not in PROSE for line in beside):
                return False
    return any(retold(line) < RETOLD for line in lines[: -_CARDS - 1 : -1])
