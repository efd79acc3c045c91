"""Chrome of players and markers of advertising networks, line by line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from ..model import LIKELY, Document, Kind, Mark
from ..rule import rule
from .company import bar_lines

_CONTROL: Final = re.compile(
    r"\d{3,4}p|\d(?:\.\d+)?x?|back|/|(?:(?:remaining|current) time|duration)?\W*\d{1,2}:\d\d(?: / \d{1,2}:\d\d)?"
    r"|(?:loaded|progress)\W*[\d.]+%"
)


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
    for index in sorted(_controls(document, players)):
        block = document.blocks[index]
        yield Mark(block.start, block.end, LIKELY)


def _controls(document: Document, players: set[int]) -> set[int]:
    """Lines of numbers and clocks that reach up to a line of the player without a gap."""
    found: set[int] = set()
    for step in (-1, 1):
        for player in players:
            index = player + step
            while 0 <= index < len(document.blocks) and index not in players:
                block = document.blocks[index]
                if not _CONTROL.fullmatch(document.key, block.start, block.end):
                    break
                found.add(index)
                index += step
    return found


@rule("ad.line", kind=Kind.AD, phrases=["ad.line"])
def ad_line(document: Document) -> Iterator[Mark]:
    """Markers that an advertising network leaves between paragraphs.

    Drops:
        Advertisement
    Keeps:
        Quảng cáo ngoài trời tại thành phố sẽ được sắp xếp lại.
    """
    yield from bar_lines(document, "ad.line", alone=True)
