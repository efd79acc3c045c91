"""Lines at the end of a text that are a headline and, in the same line, the sentence that retells it: so
extractors write a card down that is one link.

A paragraph of an article says hardly a pair of its first words again. Of 10,123 articles 61 end with two
paragraphs or more that do, and one of these is about something else than the text above.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import Final

from ...line import Line
from ...model import Document
from ...pairs import pairs_in
from ...patterns import pattern
from ...textkey import LOWER, words
from ..sorts import HEADERS
from .apart import APART, STRANGE, are_closing, share_of, told
from .stacked import ARTICLE, Stack

_CARD: Final = range(60, 451)
"""Characters of such a line."""
_HEADLINE: Final = range(6, 23)
"""Words of its headline."""
_SENTENCE: Final = 9
"""Words of its sentence, at least."""
_PAIRS: Final = 3
"""Pairs of words of its headline, at least."""
_OPEN: Final = (".", ",", ":", ";", "…")
"""What no headline has at its end."""
_QUOTES: Final = "\"“‘'(-– "
_BEGINS: Final = pattern(rf"\s(?<![.,:;…]\s)[\"“‘'(–-]*+(?![{LOWER}\d])\S")  # for speed
RETOLD: Final = 0.24
"""Share of a headline's pairs that its sentence says again, on average."""
_CARDS: Final = 3
"""Such lines in a row, at least."""
_HEADED: Final = 2
"""The same below a header, whatever it says."""
_MOST: Final = 30  # for speed: no list is longer
_FOOT: Final = 3
"""Lines below them, at most."""
_HEADER: Final = 40
"""Characters of a header, at most."""


def may_end_glued(document: Document) -> bool:
    """Whether two lines near the end may be such ones, below a line as short as a header; for speed."""
    outline, reach = document.outline, _HEADED + _FOOT + _CARDS
    if not outline.short or len(outline.sizes) <= ARTICLE + _HEADED:  # for speed: most
        return False
    sizes = outline.sizes[-reach:]
    if min(sizes[:-_HEADED]) > _HEADER:  # for speed
        return False
    tail = document.blocks[-reach:]
    for index in range(len(sizes) - _HEADED):
        below = sizes[index + 1 : index + 1 + _HEADED]
        if sizes[index] <= _HEADER and all(size in _CARD for size in below):
            cards = tail[index + 1 : index + 1 + _HEADED]
            if all(_said(document.text_of(block))[1] for block in cards):
                return True
    return False


def closing_glued(lines: Sequence[Line]) -> Stack | None:
    """Such lines at the end, each about something else than the text above, with their header."""
    for end in range(len(lines), max(len(lines) - _FOOT, _CARDS) - 1, -1):
        shares: list[float] = []
        first = end
        while first > 0 and len(shares) < _MOST and (share := retold(lines[first - 1])):
            shares.append(share)
            first -= 1
        is_headed = first > 0 and lines[first - 1].sort in HEADERS
        while shares and not is_headed and shares[-1] < RETOLD:  # the article's last paragraph
            shares.pop()
            first += 1
        enough = _HEADED if is_headed else _CARDS
        if len(shares) >= enough and sum(shares) >= RETOLD * len(shares):
            return Stack(first - is_headed, end - 1) if _is_apart(lines, first, end) else None
    return None


def _is_apart(lines: Sequence[Line], first: int, end: int) -> bool:
    """Whether lines speak of something else than the text above, each of its own, with a foot below."""
    above = told(lines[:first])
    items = [line.pairs for line in lines[first:end]]
    if any(share_of([own], above) > APART for own in items):
        return False
    return are_closing(lines, range(first, end), items, STRANGE)


def retold(line: Line) -> float:
    """The share of its headline's pairs of words that the rest of a line says again; 0.0 if it is none.

    The headline ends where a word with a capital follows one without a stop; of several such places,
    where most is said again.
    """
    if len(line.text) not in _CARD:
        return 0.0
    firsts, again = _said(line.text)
    parts = line.text.split() if again else []
    best = 0.0
    for at in range(_HEADLINE[0], min(_HEADLINE.stop, len(parts) - _SENTENCE)):
        begins = parts[at].lstrip(_QUOTES)[:1].isupper()
        if not begins or parts[at - 1].endswith(_OPEN):
            continue
        end = len(words(" ".join(parts[:at])))
        own = bisect_left(firsts, end - 1)
        if own >= _PAIRS:
            best = max(best, sum(first < end - 1 and last >= end for first, last in again) / own)
    return best


def _said(text: str) -> tuple[list[int], list[tuple[int, int]]]:
    """Where pairs of words stand in a text for the first time; and of those that come again, where for the
    first and for the last time. Nothing where no headline may end.
    """
    if not _BEGINS.search(text):  # for speed
        return [], []
    first: dict[tuple[str, str], int] = {}
    last: dict[tuple[str, str], int] = {}
    for place, pair in pairs_in(text):
        first.setdefault(pair, place)
        last[pair] = place
    places = zip(first.values(), last.values(), strict=True)
    return list(first.values()), [(one, other) for one, other in places if one < other]
