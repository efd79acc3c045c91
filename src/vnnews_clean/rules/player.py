"""Chrome of players and markers of advertising networks, line by line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from ..model import LIKELY, Document, Kind, Mark
from ..rule import rule
from .company import bar_lines

_CONTROL: Final = re.compile(r"\d{3,4}p|\d(?:\.\d+)?x?|back|/|\d{1,2}:\d\d(?: / \d{1,2}:\d\d)?")


@rule("player.line", kind=Kind.PLAYER, phrases=["player.line"])
def player_line(document: Document) -> Iterator[Mark]:
    """Chrome of audio and video players.

    Drops:
        Tốc độ đọc
        Playback speed
    Keeps:
        Nghe bài viết của con được đọc trên loa, bà bật khóc.
    """
    yield from bar_lines(document, "player.line", alone=False)
    players = {hit.block for hit in document.hits["player.line"]}
    for index, block in enumerate(document.blocks):
        near = players & set(range(index - 6, index + 7))
        if near and block.end - block.start <= 12 and _CONTROL.fullmatch(document.key_of(block)):
            yield Mark(block.start, block.end, LIKELY)


@rule("ad.line", kind=Kind.AD, phrases=["ad.line"])
def ad_line(document: Document) -> Iterator[Mark]:
    """Markers that an advertising network leaves between paragraphs.

    Drops:
        Advertisement
    Keeps:
        Quảng cáo ngoài trời tại thành phố sẽ được sắp xếp lại.
    """
    yield from bar_lines(document, "ad.line", alone=True)
