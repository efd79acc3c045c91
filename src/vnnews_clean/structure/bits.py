"""Small things that stand alone on a page: a button between two paragraphs, a counter between two bars.

Elsewhere a line "Facebook" may be a heading and a number a table's cell. On a page they are the
page's, if nothing else stands there.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile
from typing import Final

from ..model import Document
from ..patterns import pattern
from ..shapes import has_date
from .reading import Reading
from .said import BARS
from .sorts import FITTINGS, PROSE, RUNNING

_BUTTONS: Final = 2
"""Lines of buttons and counters between two paragraphs, at most."""
_CLOCK: Final = pattern(r"\d{1,2}:\d{2}")
"""A player's time."""
_PLAYED: Final = pattern(r"0{1,2}:\d{2}|\d{1,2}:\d{2} / \d{1,2}:\d{2}|x?\d[.,]\d{1,2}x?")
_TOOLS: Final = frozenset(("menu", "number"))
_KNOWN: Final = 2
"""Tools that are known, from which on those beside them are tools as well."""
_YEAR: Final = pattern(r"\d{4}")
_PHRASE: Final = 3
"""Words of one that stands alone on a page; a paper's name may have two."""


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
        counts = _is_counter(reading, index) and BARS.issuperset(beside)
        above = whole and index < first and index != reading.title
        if counts or (above and reading.said[index] == "section"):
            yield index
        elif small[index] and not small[index - 1]:
            end = next((i for i in range(index, len(small)) if not small[i]), len(small))
            if _are_alone(reading, range(index, end), bars):
                yield from range(index, end)


def tools(reading: Reading, *, page: bool) -> Iterator[int]:
    """The buttons and counters between a headline and its text that stand beside known ones, or on a page beside
    another or as a phrase: of a player, for sharing, for the size of letters. Names and dates are none.
    """
    title = reading.title
    if title < 0:
        return
    below = range(title + 1, len(reading.texts))
    row = list(takewhile(lambda i: reading.sorts[i] in FITTINGS and i not in reading.own, below))
    begins = below[len(row) :]
    if not begins:
        return
    if sum(reading.said[i] == "bar" or _is_played(reading.texts[i]) for i in row) >= _KNOWN:
        found = row
    elif page and reading.sorts[begins[0]] in RUNNING:
        phrases = [i for i in row if _is_phrase(reading.texts[i])]
        long = [i for i in phrases if len(reading.texts[i].split()) >= _PHRASE]
        found = phrases if len(phrases) >= _KNOWN else long
    else:
        return
    for index in found:
        text = reading.texts[index]
        is_tool = reading.sorts[index] in _TOOLS and not has_date(text)
        if (is_tool or _is_played(text)) and not reading.said[index]:
            yield index


def _is_phrase(text: str) -> bool:
    """Whether a line is some words of which only the first is capital: who wrote has a name."""
    words = text.split()
    named = any(word[0].isupper() for word in words[1:]) or _YEAR.search(text)
    return len(words) > 1 and not named


def _is_played(text: str) -> bool:
    """Whether a line is a player's time or its speed."""
    return bool(_PLAYED.fullmatch(text))


def _are_alone(reading: Reading, lines: range, bars: set[int]) -> bool:
    """Whether paragraphs stand around small lines, and the one below does not speak of what they say."""
    above, below = lines.start - 1, lines.stop
    if len(lines) > _BUTTONS or bars.isdisjoint(lines) or below == len(reading.texts):
        return False
    text = reading.texts[below].lower()
    told = any(reading.texts[i].lower() in text for i in lines if i in bars)
    return not told and {reading.sorts[above], reading.sorts[below]} <= PROSE


def _is_counter(reading: Reading, index: int) -> bool:
    """Whether a line is a number or a player's time."""
    return reading.sorts[index] == "number" or bool(_CLOCK.fullmatch(reading.texts[index]))
