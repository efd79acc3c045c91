"""Players of audio and video, and pages that host audio."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from ..match import Bar
from ..model import LIKELY, SURE, Document, Kind, Mark
from ..rule import rule

_LINES: Final = Bar("player.line")
_CONTROL: Final = re.compile(
    r"\d{3,4}p|\d(?:\.\d+)?x?|back|/|(?:(?:remaining|current) time|duration)?\W*\d{1,2}:\d\d(?: / \d{1,2}:\d\d)?"
    r"|(?:loaded|progress)\W*[\d.]+%"
)
_CLOCK: Final = re.compile(r"\d{1,2}:\d\d(?::\d\d)?\s*(?:[-/–]\s*\d{1,2}:\d\d(?::\d\d)?)?")
_COUNT: Final = re.compile(
    r"\d[\d.,]*[km]?\s*(?:followers?|plays?|downloads?|shares?|likes?|comments?|episodes?|lượt nghe|lượt tải|người theo dõi)?"
)
_NAMED: Final = re.compile(r"[^\W\d]{2}")
"""A counter that says what it counts may stand anywhere on the page."""
_HOST: Final = 3
"""Buttons of a hosting page that tell it: fewer are none."""


@rule("player.line", kind=Kind.PLAYER, phrases=["player.line"])
def player_line(document: Document) -> Iterator[Mark]:
    """Chrome of audio and video players, and the numbers and clocks that reach up to it.

    Drops:
        Tốc độ đọc
        Playback speed
    Keeps:
        Nghe bài viết của con được đọc trên loa, bà bật khóc.
    """
    yield from _LINES(document)
    players = document.hits.places("player.line")
    controls: set[int] = set()
    for step in (-1, 1):
        for player in players:
            index = player + step
            while 0 <= index < len(document.blocks) and index not in players | controls:
                block = document.blocks[index]
                if not _CONTROL.fullmatch(document.key, block.start, block.end):
                    break
                controls.add(index)
                index += step
    for index in sorted(controls):
        yield Mark(document.blocks[index].start, document.blocks[index].end, LIKELY)


@rule("podcast.counter", kind=Kind.PLAYER, phrases=["podcast.line"])
def podcast_counter(document: Document) -> Iterator[Mark]:
    """Numbers, clocks and follower counts beside the chrome of a hosting page.

    Drops:
        00:00-17:12
        0 followers
    Keeps:
        17:12 là giờ tàu đến ga.
    """
    chrome = document.hits.places("podcast.line")
    last = len(document.blocks) - 1
    for line in document.lines if len(chrome) >= _HOST else ():
        if _CLOCK.fullmatch(line.key) or (
            _COUNT.fullmatch(line.key)
            and (
                _NAMED.search(line.key)
                or {line.index - 1, line.index + 1} & chrome
                or line.index in (0, last)
            )
        ):
            yield Mark(line.start, line.end, SURE)
