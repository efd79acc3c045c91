"""Players of audio and video, and pages that host audio."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from ..match import Bar
from ..model import LIKELY, SURE, Document, Kind, Mark
from ..rule import rule
from ..signs import lone_word
from ..textkey import UPPER

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
_CHANNEL: Final = range(6, 61)
"""Characters of a channel's name."""
_VIETNAMESE: Final = frozenset("ạảãầấậẩẫằắặẳẵẹẻẽềếệểễịỉĩọỏồốộổỗờớợởỡụủũừứựửữỵỷỹđơưăĐƠƯĂ")
_WORD: Final = re.compile(r"\S+")
_WINDOW: Final = 8
"""Words of which most are Vietnamese where the transcript begins."""
_REACH: Final = 8000
"""Characters within which a summary ends."""


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


@rule("podcast.channel", kind=Kind.PLAYER, sign=lone_word)
def podcast_channel(document: Document) -> Iterator[Mark]:
    """A channel's name, printed twice without a space between.

    Drops:
        songquekysusongquekysu
    Keeps:
        lunglinh
    """
    for block in document.blocks:
        half, odd = divmod(block.end - block.start, 2)
        if not odd and half in _CHANNEL:
            text = document.text_of(block)
            twice = text[:half] == text[half:] and text.isalnum()
            if twice and text.find(text[:half], 1) == half:  # no syllable that a table repeats
                yield Mark(block.start, block.end, LIKELY)


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
    for block in {
        hit.block: document.blocks[hit.block] for hit in document.hits["podcast.summary"]
    }.values():
        start = _vietnamese_start(document.view, block.start, block.end)
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
