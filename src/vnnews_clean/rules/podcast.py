"""Audio-hosting pages: player chrome, counters, channel names, machine summaries."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from ..model import LIKELY, SURE, Document, Kind, Mark
from ..rule import rule
from ..textkey import UPPER

_CLOCK: Final = re.compile(r"\d{1,2}:\d\d(?::\d\d)?\s*(?:[-/–]\s*\d{1,2}:\d\d(?::\d\d)?)?")
_COUNT: Final = re.compile(
    r"\d[\d.,]*[KMkm]?\s*(?:followers?|plays?|downloads?|shares?|likes?|comments?|episodes?|lượt nghe|lượt tải|người theo dõi)?",
    re.IGNORECASE,
)
_VIETNAMESE: Final = re.compile(r"[ạảãầấậẩẫằắặẳẵẹẻẽềếệểễịỉĩọỏồốộổỗờớợởỡụủũừứựửữỵỷỹđơưăĐƠƯĂ]")
_WORD: Final = re.compile(r"\S+")
_WINDOW: Final = 8
_REACH: Final = 8000
"""Characters within which a summary ends."""


def _chrome(document: Document) -> set[int]:
    """Blocks of a hosting page's chrome; fewer than three are no such page."""
    blocks = {hit.block for hit in document.hits.get("podcast.line", ())}
    return blocks if len(blocks) > 2 else set()


@rule("podcast.chrome", kind=Kind.PLAYER, phrases=["podcast.line"])
def podcast_chrome(document: Document) -> Iterator[Mark]:
    """Buttons and headers of an audio-hosting page: at least three of them.

    Drops:
        Listen Next
        Other Creators
    Keeps:
        Transcription is the name of his second album.
    """
    for index in _chrome(document):
        block = document.blocks[index]
        yield Mark(block.start, block.end, SURE)


@rule("podcast.counter", kind=Kind.PLAYER, phrases=["podcast.line"])
def podcast_counter(document: Document) -> Iterator[Mark]:
    """Numbers, clocks and follower counts beside the chrome of a hosting page.

    Drops:
        00:00-17:12
        0 followers
    Keeps:
        17:12 là giờ tàu đến ga.
    """
    chrome = _chrome(document)
    if not chrome:
        return
    last = len(document.blocks) - 1
    for index, block in enumerate(document.blocks):
        if index in chrome or block.end - block.start > 30:
            continue
        text = document.text_of(block)
        if _CLOCK.fullmatch(text) or (
            _COUNT.fullmatch(text)
            and (not text.isdigit() or {index - 1, index + 1} & chrome or index in (0, last))
        ):
            yield Mark(block.start, block.end, SURE)


@rule("podcast.channel", kind=Kind.PLAYER)
def podcast_channel(document: Document) -> Iterator[Mark]:
    """A channel's name, printed twice without a space between.

    Drops:
        songquekysusongquekysu
    Keeps:
        lunglinh
    """
    for block in document.blocks:
        size = block.end - block.start
        if 12 <= size <= 120 and size % 2 == 0:
            text = document.text_of(block)
            if text[: size // 2] == text[size // 2 :] and " " not in text and text.isalnum():
                yield Mark(block.start, block.end, LIKELY)


@rule("podcast.summary", kind=Kind.PLAYER, phrases=["podcast.summary"])
def podcast_summary(document: Document) -> Iterator[Mark]:
    """An English machine summary glued in front of a Vietnamese transcript.

    It ends where the Vietnamese begins: at the first capital of a run of words of which most
    have Vietnamese letters.

    Drops:
        The main ideas from this information are: - The village has changed. - B
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
        marked.append(bool(_VIETNAMESE.search(word.group())))
        first = len(words) - _WINDOW
        if first >= 0 and marked[first] and sum(marked[first:]) * 2 >= _WINDOW:
            for back in range(first, max(-1, first - 4), -1):
                if words[back][1][0] in UPPER:
                    return words[back][0]
            return words[first][0]
    return None
