"""Buttons glued to the edges of flat text: two or more in a row, at the very start or end."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from ..model import LIKELY, Block, Document, Kind, Mark
from ..phrases import builtin, trie_pattern
from ..rule import rule
from ..shapes import word_count
from ..textkey import LOWER, both_tones

_GROUPS: Final = (
    "share.line", "save.line", "comments.line", "login.line", "ui.line", "follow.line", "footer.line",
    "player.line", "ad.line", "newsletter.line",
)  # fmt: skip
_FLAT: Final = 4
"""Lines up to which a document counts as flat."""
_TAIL: Final = 160
_FEWEST: Final = 2
_LONG: Final = 5
"""Words of a button that no sentence ends with: it needs no other beside it."""
_STOPS: Final = frozenset('.!?…"”')
_WORD_START: Final = re.compile(rf"(?<!\S)[^\s{LOWER}]")
"""Of a word that may be a button's: those are written with a capital."""


@cache
def _buttons() -> re.Pattern[str]:
    """One button's text, with the space and the signs behind it, in lower case."""
    groups = builtin().groups
    phrases = {t for g in _GROUPS for p in groups[g].phrases for t in both_tones(p) if len(p) > 3}
    return re.compile(rf"(?:{trie_pattern(phrases)})(?!\w)[\s:|×x•>\d()]*")


@rule("ui.edge", kind=Kind.UI, needs="text")
def edge_ui(document: Document) -> Iterator[Mark]:
    """Two or more buttons, or a long one, at the start or the end of flat text.

    Drops:
        … trước mùa mưa. Chia sẻ Copy link thành công ×
    Keeps:
        … được đông đảo người dân quan tâm, theo dõi
    """
    if not 0 < len(document.blocks) <= _FLAT:
        return
    first, last = document.blocks[0], document.blocks[-1]
    end, count = _run(document, first.start, first)
    if count >= _FEWEST and end < last.end:
        yield Mark(first.start, end, LIKELY)
    if document.text[last.end - 1] in _STOPS:
        return
    low = max(last.start, last.end - _TAIL)
    for word in _WORD_START.finditer(document.text, low, last.end):
        if document.text[word.start()].isupper() and word.start() > last.start:
            end, count = _run(document, word.start(), last)
            if end == last.end and count >= _FEWEST:
                yield Mark(word.start(), end, LIKELY)
                return


def _run(document: Document, start: int, block: Block) -> tuple[int, int]:
    """Where a run of buttons that begins at `start` ends, and how many there are; a long one is two."""
    count, position = 0, start
    while position < block.end and document.text[position].isupper():
        button = _buttons().match(document.key, position, block.end)
        if button is None:
            break
        long = word_count(button.group()) >= _LONG
        count, position = count + (_FEWEST if long else 1), button.end()
    return position, count
