"""Audio-hosting pages: player chrome, counters, channel names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from ..model import LIKELY, SURE, Document, Kind, Mark
from ..rule import rule

_CLOCK: Final = re.compile(r"\d{1,2}:\d\d(?::\d\d)?\s*(?:[-/–]\s*\d{1,2}:\d\d(?::\d\d)?)?")
_COUNT: Final = re.compile(
    r"\d[\d.,]*[KMkm]?\s*(?:followers?|plays?|downloads?|shares?|likes?|comments?|episodes?|lượt nghe|lượt tải|người theo dõi)?",
    re.IGNORECASE,
)
_NAMED: Final = re.compile(r"[^\W\d]{2}")
"""A counter that says what it counts may stand anywhere on the page."""


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
            and (_NAMED.search(text) or {index - 1, index + 1} & chrome or index in (0, last))
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
