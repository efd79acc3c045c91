"""Arrows in front of headlines, inside flat text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from ..borders import link_end
from ..model import SURE, Document, Kind, Mark
from ..rule import rule
from ..shapes import ends_sentence, word_count

_ARROW: Final = re.compile(r"(?:>{2,}|=>>|»)")
_BEHIND_LINK: Final = re.compile(r"(?:>>|\)|\]|tại đây|TẠI ĐÂY|\.vn|\.com)[^>]{0,58}$")
_MENU: Final = re.compile(r"[\w)\]]\s>{2,}\s\w")
_FEWEST_WORDS: Final = 5


@rule("related.arrow", kind=Kind.RELATED)
def related_arrow(document: Document) -> Iterator[Mark]:
    """An arrow with a headline, in the middle or at the end of running text.

    Where the headline ends is told by the next arrow, two spaces, a question mark, a call, or the
    end of the line; where nothing tells, nothing is cut.

    Drops:
        … theo ông Hải. >> Xem thêm: Lúa chín sớm, nông dân phấn khởi
    Keeps:
        Vào Cài đặt >> Âm thanh >> Nhạc chuông rồi chọn bài hát.
    """
    text = document.text
    if ">" not in text and "»" not in text:
        return
    for index, block in enumerate(document.blocks):
        position, cut = block.start, -1
        while arrow := _ARROW.search(text, position, block.end):
            position = arrow.end()
            chained = cut >= 0 and not text[cut : arrow.start()].strip()
            if arrow.start() == block.start and len(arrow.group()) > 1:
                chained = True
            elif arrow.group() == "»":
                continue
            if not chained and not _starts_link(text, block.start, arrow.start()):
                continue
            end = link_end(text, arrow.end(), block.end)
            if end is not None and (end > arrow.end() or index == len(document.blocks) - 1):
                yield Mark(arrow.start(), end, SURE)
                position = cut = max(position, end)


def _starts_link(text: str, floor: int, start: int) -> bool:
    """True where an arrow stands behind a finished sentence, wide space or another link.

    A path through menus (``Cài đặt >> Âm thanh >> Nhạc chuông``) has a few words between arrows.
    """
    before = text[max(floor, start - 60) : start]
    if before.endswith(("  ", "\t")) or ends_sentence(before.rstrip()):
        return True
    _, arrow, item = before.rpartition(">>")
    if arrow and word_count(item) >= _FEWEST_WORDS:
        return True
    return bool(_BEHIND_LINK.search(before)) and not _MENU.search(text, start - 2, start + 6)
