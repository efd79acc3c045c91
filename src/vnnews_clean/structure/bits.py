"""Small things that stand alone on a page: a button between two paragraphs, a counter between two bars.

Elsewhere a line "Facebook" may be a heading and a number a table's cell. On a page they are the
page's, if nothing else stands there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from ..model import Document
from .reading import Reading
from .sorts import PROSE

_BUTTONS: Final = 2
"""Lines of buttons and counters between two paragraphs, at most."""
_CLOCK: Final = re.compile(r"\d{1,2}:\d{2}")
"""A player's time."""
_PAGES: Final = frozenset(("bar", "comment", "section", "footer", "tags"))


def bits(document: Document, reading: Reading) -> Iterator[int]:
    """The lines of a page that are such a thing and no words of the article."""
    answers = document.hits.acting("opens_comments")
    bars = {
        index
        for index in document.hits.acting("bar")
        if index not in answers and not reading.texts[index].endswith(":")
    }
    first = reading.core[0]
    whole = document.dialect != "fragments"  # there a sentence may have been broken
    small = [i in bars or _is_counter(reading, i) for i in range(len(reading.texts))]
    for index in range(1, len(reading.texts) - 1):
        beside = (reading.said[index - 1], reading.said[index + 1])
        counts = _is_counter(reading, index) and _PAGES.issuperset(beside)
        above = whole and index < first and index != reading.title
        if counts or (above and reading.said[index] == "section"):
            yield index
        elif small[index] and not small[index - 1]:
            yield from _alone(reading, small, index, bars)


def _alone(reading: Reading, small: list[bool], start: int, bars: set[int]) -> Iterator[int]:
    """The lines from `start` on that are small, if paragraphs stand around them, and the one below does
    not speak of what they say.
    """
    end = small.index(False, start) if False in small[start:] else len(small)
    lines = range(start, end)
    around = (start - 1, end)
    if len(lines) > _BUTTONS or bars.isdisjoint(lines) or end >= len(small):
        return
    if all(reading.sorts[i] in PROSE for i in around):
        below = reading.texts[end].lower()
        if not any(reading.texts[i].lower() in below for i in lines if i in bars):
            yield from lines


def _is_counter(reading: Reading, index: int) -> bool:
    """Whether a line is a number or a player's time."""
    return reading.sorts[index] == "number" or bool(_CLOCK.fullmatch(reading.texts[index]))
