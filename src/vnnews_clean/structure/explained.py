"""Texts of which rules told all that is none of the article's: the structure has nothing to add. For speed:
most texts with a box are an article and, at its end, lines that a rule found one by one.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from ..model import LIKELY, Document, Label
from .frame import FEWEST_BARS, has_row
from .glued import RETOLD, retold
from .said import first_said, taken
from .sorts import RUNNING

_OPENING: Final = 4
"""Lines at the top that may be a headline, names and dates: less than a menu has."""
_TEXT: Final = RUNNING | {"caption"}


def is_explained(document: Document, labels: Sequence[Label]) -> bool:
    """Whether running text alone, and no card in one line, stands above some lines at the end which `labels`
    take whole.
    """
    told = taken(labels, LIKELY)
    whole = [told.get(block.start, -1) >= block.end for block in document.blocks]
    first = whole.index(True) if told and any(whole) else 0
    if not first or len(whole) - first >= FEWEST_BARS or not all(whole[first:]):
        return False
    if first_said(document) < first or has_row(document):
        return False
    lines = document.lines[:first]
    return all(line.sort in _TEXT for line in lines[_OPENING:]) and retold(lines[-1]) < RETOLD
