"""English machine summaries in front of Vietnamese transcripts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from ..model import LIKELY, Document, Kind, Mark
from ..rule import rule
from ..textkey import UPPER

_VIETNAMESE: Final = frozenset("ạảãầấậẩẫằắặẳẵẹẻẽềếệểễịỉĩọỏồốộổỗờớợởỡụủũừứựửữỵỷỹđơưăĐƠƯĂ")
_WORD: Final = re.compile(r"\S+")
_WINDOW: Final = 8
_REACH: Final = 8000
"""Characters within which a summary ends."""


@rule("podcast.summary", kind=Kind.PLAYER, phrases=["podcast.summary"])
def podcast_summary(document: Document) -> Iterator[Mark]:
    """An English machine summary glued in front of a Vietnamese transcript.

    It ends where the Vietnamese begins: at the first capital of a run of words of which most
    have Vietnamese letters.

    Drops:
        Summary: This episode tells of a stone well that never ran dry and of the two hamlets sharing it.
    Keeps:
        Summary: a three-part English text that no Vietnamese follows.
    """
    for hit in document.hits["podcast.summary"]:
        block = document.blocks[hit.block]
        start = _vietnamese_start(document.text, hit.end, block.end)
        if start is not None and start > block.start:
            yield Mark(block.start, start, LIKELY)


def _vietnamese_start(text: str, start: int, end: int) -> int | None:
    """Offset of the first Vietnamese sentence in ``text[start:end]``, if there is one."""
    words: list[tuple[int, str]] = []
    marked: list[bool] = []
    for word in _WORD.finditer(text, start, min(end, start + _REACH)):
        words.append((word.start(), word.group()))
        marked.append(not _VIETNAMESE.isdisjoint(word.group()))
        first = len(words) - _WINDOW
        if first >= 0 and marked[first] and sum(marked[first:]) * 2 >= _WINDOW:
            for back in range(first, max(-1, first - _WINDOW), -1):
                if words[back][1][0] in UPPER:
                    return words[back][0]
            return words[first][0]
    return None
