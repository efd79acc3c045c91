"""Where the article goes on behind a box below which nothing is told of it: two texts in a row, its own points."""

from __future__ import annotations

from collections.abc import Iterator
from operator import contains
from typing import Final

from ..reading import SHARED, Reading, retells
from ..sorts import HEADLINES, MENU, OTHERS, PROSE, RUNNING, SUMMARIES, TEXT, is_bullet, is_row
from .staying import begin_below, closes, heads, runs

_SHARED_LAST: Final = 0.08
"""Share of its pairs that a last paragraph behind a box has in common with the article, at least."""
_BARE: Final = 2
"""Headlines right above, without a summary each, that make a box whose items have none."""
_APART: Final = 9
"""Lines from the first text behind it to the next, at most."""


def returning(reading: Reading, first: int, last: int) -> frozenset[int]:
    """Lines of a run below the article in which it goes on behind a box: two paragraphs in a row,
    which no list has, in front of all comments and of the foot of the page, and what is like them
    around; or one with the author's name below.
    """
    ends = (i for i in range(first, last + 1) if closes(reading, i))
    limit = next(ends, last + 1)
    free = [
        first <= i < limit and not reading.said[i] and reading.sorts[i] not in OTHERS
        for i in range(limit)
    ]
    texts = _texts(reading)
    signed = "byline" in reading.sorts[max(first - 1, 0) : first + 1]
    found: set[int] = set()
    done = first
    for index in range(first, limit - 1):
        if index < done:
            continue
        are_free = free[index] and free[index + 1]
        if (
            are_free
            and _are_text(reading, index, texts, signed=signed)
            and not _alternates(reading, first, index)
        ):
            low, high = index, index + 1
            while low > first and free[low - 1]:
                low -= 1
            while high + 1 < limit and free[high + 1]:
                high += 1
            done = high
            while high > index + 1 and _is_name(reading, high):
                high -= 1
            found.update(range(low, high + 1))
        elif free[index] and _is_signed(reading, index):
            found.add(index)
    found.update(_beside_own(reading, first, limit), _unparted(reading, first, limit))
    found.update(_going_on(reading, first, limit))
    return frozenset(found)


def _going_on(reading: Reading, first: int, end: int) -> range:
    """The text right behind a box of bare headlines, of which it says nothing again, up to another text a few
    rows, points and headings below: no list has a summary below its last headline alone.
    """
    told = next((i for i in range(first, end) if reading.said[i]), end)
    for index in range(first + _BARE, told):
        above = range(index - _BARE, index)
        if any(reading.sorts[i] not in HEADLINES for i in above):
            continue
        if not runs(reading, index, TEXT) or _says_again(reading, index):
            continue
        for below in range(index + 1, min(index + 1 + _APART, told)):
            if reading.sorts[below] in HEADLINES and not _is_point(reading.texts[below]):
                break
            is_text = runs(reading, below, TEXT) and below - index > 1
            if is_text and reading.sorts[below - 1] not in OTHERS - HEADLINES:
                return range(index, below + 1)
        return range(0)
    return range(0)


def _is_point(text: str) -> bool:
    return is_row(text) or is_bullet(text)


def _says_again(reading: Reading, index: int) -> bool:
    """Whether a line says words of the headline right above it."""
    return not reading.pairs[index - 1].isdisjoint(reading.pairs[index])


def _is_name(reading: Reading, index: int) -> bool:
    """Whether a line below text that returns may be a button's or a keyword's: a few words, and no figure."""
    if heads(reading, index):
        return True
    return reading.sorts[index] == MENU and not any(map(str.isdigit, reading.texts[index]))


def _beside_own(reading: Reading, first: int, end: int) -> Iterator[int]:
    """The running text of a run right above and below lines that are the article's by their pattern: what
    announces points, and what is said below them.
    """
    for begin, step, sorts in ((first, 1, RUNNING), (end - 1, -1, RUNNING | {"label"})):
        beside = False
        for index in range(begin, end if step > 0 else first - 1, step):
            is_text = reading.sorts[index] in sorts and not reading.said[index]
            beside = index in reading.own or (beside and is_text)
            if beside:
                yield index


def _are_text(reading: Reading, index: int, texts: frozenset[str], *, signed: bool) -> bool:
    """Whether a line and the next one are running text; behind an article that nobody has `signed` yet, one of
    them may be a sentence, if they say nothing of a headline right above.
    """
    pair = (index, index + 1)
    if all(runs(reading, i, texts) for i in pair):
        return True
    weaker = any(runs(reading, i) for i in pair) and not signed
    if not weaker or not all(runs(reading, i, TEXT) for i in pair):
        return False
    above = reading.pairs[index - 1] if reading.sorts[index - 1] in HEADLINES else frozenset()
    return above.isdisjoint(reading.pairs[index])


def _unparted(reading: Reading, first: int, end: int) -> frozenset[int]:
    """The last paragraph above all that is told below an article, and what goes on from it: where it
    shares words with the article and is no headline's summary, a box of unknown lines stands before it.
    """
    told = next((i for i in range(first, end) if reading.said[i]), end)
    for index in range(told - 1, first, -1):
        apart = reading.sorts[index - 1] in HEADLINES or _alternates(reading, first, index - 1)
        if runs(reading, index) and reading.share[index] >= _SHARED_LAST and not apart:
            begin = begin_below(reading, index + 1, told - 1) if index + 1 < told else told
            return frozenset(range(index, max(begin, index + 1)))
    return frozenset()


def _alternates(reading: Reading, first: int, index: int) -> bool:
    """Whether a line is the summary of a list of headlines and summaries, two or more, in a run."""
    above = reading.sorts[max(first, index - 3) : index]
    pattern = (HEADLINES, SUMMARIES, HEADLINES)
    return reading.share[index] < SHARED and all(map(contains, pattern, above)) and len(above) == 3


def _is_signed(reading: Reading, index: int) -> bool:
    """Whether a paragraph of the article's words, that retells no headline above, has a name below."""
    if not runs(reading, index) or reading.share[index] < SHARED:
        return False
    is_name = reading.sorts[index + 1] == "byline" and not reading.said[index + 1]
    return is_name and not retells(reading, index)


def _texts(reading: Reading) -> frozenset[str]:
    """The sorts of an article's paragraphs: sentences as well, if no more of its core are longer."""
    first, last = reading.core
    core = reading.sorts[first : last + 1]
    long = sum(sort in PROSE for sort in core)
    return TEXT if long <= core.count("sentence") else PROSE
