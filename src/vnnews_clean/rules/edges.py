"""Buttons glued to the edges of flat text: two or more in a row, at the very start or end."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from ..model import LIKELY, Block, Document, Kind, Mark
from ..outline import FEW
from ..rule import rule
from ..shapes import word_count
from ..signs import AllOf, few
from ..textkey import LOWER

_TAIL: Final = 160
"""Characters of the longest run of buttons at the end."""
_FEWEST: Final = 2
_LONG: Final = 5
"""Words of a button that no sentence ends with: it needs no other beside it."""
_STOPS: Final = frozenset('.!?…"”')
_WORD_START: Final = re.compile(rf"(?<!\S)[^\s{LOWER}]")
"""Of a word that may be a button's: those are written with a capital."""
_BEHIND: Final = re.compile(r"[\s:|×x•>()]*(?:\d{1,3}(?!\d)[\s:|×x•>()]*)?")
"""Signs behind a button, and what it counts."""


def _opens_or_ends(document: Document) -> bool:
    """Flat text begins with a button, or does not end with a stop."""
    if not document.blocks:
        return False
    if document.view[document.blocks[-1].end - 1] not in _STOPS:
        return True
    first = document.blocks[0]
    return document.hits.spelled("edge").match(document.key, first.start, first.end) is not None


@rule("ui.edge", kind=Kind.UI, needs="text", sign=AllOf((few, _opens_or_ends)))
def edge_ui(document: Document) -> Iterator[Mark]:
    """Two or more buttons, or a long one, at the start or the end of flat text.

    Drops:
        … trước mùa mưa. Chia sẻ Copy link thành công ×
    Keeps:
        … được đông đảo người dân quan tâm, theo dõi
    """
    if not 0 < len(document.blocks) <= FEW:
        return
    first, last = document.blocks[0], document.blocks[-1]
    reached, count = _run(document, first.start, first)
    if count >= _FEWEST and reached < last.end and not document.view[reached].islower():
        yield Mark(first.start, reached, LIKELY)
    if document.view[last.end - 1] in _STOPS:  # for speed
        return
    low, buttons = max(last.start, last.end - _TAIL), document.hits.spelled("edge")
    for word in _WORD_START.finditer(document.view, low, last.end):
        if buttons.match(document.key, word.start(), last.end) is None:  # for speed
            continue
        if document.view[word.start()].isupper() and word.start() > max(last.start, reached):
            end, count = _run(document, word.start(), last)
            if end == last.end and count >= _FEWEST:
                yield Mark(word.start(), end, LIKELY)
                return


def _run(document: Document, start: int, block: Block) -> tuple[int, int]:
    """Where a run of buttons that begins at `start` ends, and how many there are; a long one is two."""
    count, position = 0, start
    buttons = document.hits.spelled("edge")
    while position < block.end and document.view[position].isupper():
        button = buttons.match(document.key, position, block.end)
        if button is None:
            break
        count += _FEWEST if word_count(button.group()) >= _LONG else 1
        behind = _BEHIND.match(document.key, button.end(), block.end)
        position = behind.end() if behind else button.end()
    return position, count
