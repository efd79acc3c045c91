"""What a run that the chain puts outside the article cuts: where it begins, and which of its lines stay.

Neither end of a run may be the article's; what does may stand in it, too: the last words of the text,
and text that goes on behind a box.
"""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from ...model import LINKED, Document
from ..anchors import LIST, told_in
from ..reading import Reading
from ..sorts import HEADLINES, RUNNING, SUMMARIES
from .behind import behind_items
from .ending import behind_boxes, behind_last_words
from .inside import (
    answer,
    answers,
    bare_text,
    between_boxes,
    captions,
    last_words,
    leading_on,
    unended,
)
from .returning import returning
from .staying import begin_below, end_above, heads

_STEP: Final = 6
"""Words of a sentence that tells something to do, at least."""
_ENDS: Final = frozenset("AZ")
_LETTERS: Final = 5
"""Letters that stand for whoever wrote an article, at most."""
_HEADERS: Final = frozenset(("header", "heading", "tags", "comment"))
"""What is said of a line that opens what stands below an article."""
_TOLD: Final = 0.08
"""Share of its pairs that text behind a list below the article has in common with it, at least; half of
it behind one inside, where text goes on."""


def bounds(
    document: Document, reading: Reading, begins: str, run: tuple[int, int], *, page: bool
) -> tuple[int, int]:
    """First and last line of what a run that `begins` with this state cuts: neither end may be the
    article's.
    """
    first, last = run
    if begins == "A":
        return first, end_above(reading, first, last)
    first = top(reading, first, last, below=begins == "Z", page=page)
    return (linked(document, reading, first, last) if begins == "Z" else first), last


def linked(document: Document, reading: Reading, first: int, last: int) -> int:
    """The first line of a run below the article that is a link, or of which anything is said, or the
    name right above it.

    Where a text knows links, boxes and menus are made of them; what stands above is the article's.
    """
    links = [block.links >= LINKED for block in document.blocks]
    if not any(links[first : last + 1]):
        return first
    begin = next(i for i in range(first, last + 1) if links[i] or reading.said[i])
    return begin - 1 if begin > first and heads(reading, begin - 1) else begin


def top(reading: Reading, first: int, last: int, *, below: bool = True, page: bool) -> int:
    """Where a run inside or `below` the article really begins.

    On no page, what stands above the first line that rules know is the article's, and so is one line
    above a list: it may be a signature. On a page, a sentence above a signature is the article's, and a
    list begins with the first of the items that are just like its first.
    """
    first = begin_below(reading, first, last, below=below)
    if first > last:
        return first
    if not page:
        told = _first_told(reading, first, last)
        while told > first and reading.said[told - 1] == "section":
            told -= 1
        is_item = first < told <= last and reading.said[told] == "box"
        if not below and is_item and heads(reading, told - 1):  # below, it may be a signature
            told -= 1
        return told if told >= 0 else first + (below and reading.sorts[first] not in HEADLINES)
    first = behind_last_words(reading, first, last, below=below)
    if not below or first > last:
        return first
    sorts, share = reading.sorts, reading.share
    if first < last and (signed := _signed(reading, first)):
        return first + signed
    if sorts[first] != "headline" or not set(sorts[first + 1 : first + 2]) & SUMMARIES:
        return first
    while (
        first - 2 > reading.core[1]
        and sorts[first - 2] == "headline"
        and sorts[first - 1] in SUMMARIES
        and max(share[first - 2 : first]) <= 0
    ):
        first -= 2
    return first


def _signed(reading: Reading, first: int) -> int:
    """How many lines of the article a run begins with: a paragraph and a name, or a name or an office's
    letters (``PV``) above a header that rules know.
    """
    said, below = reading.said[first : first + 2]
    if said:
        return 0
    if reading.sorts[first] in RUNNING:
        return 2 * (reading.sorts[first + 1] == "byline" and not below)
    text = reading.texts[first]
    is_name = reading.sorts[first] == "byline" or (len(text) <= _LETTERS and text.isupper())
    return int(is_name and below in _HEADERS)


def _first_told(reading: Reading, first: int, last: int) -> int:
    """The first line of a run on no page that something tells, or -1 where nothing does: a bar is none above two sentences
    in a row, such as the steps of a recipe below its rating.
    """
    known = [i for i in range(first, last + 1) if told_in(reading, i, i)]
    if not known:
        return -1
    below = next((i for i in known if reading.said[i] != "bar"), last + 1)
    steps = [_is_step(reading, i) for i in range(known[0], below)]
    return below if any(one and other for one, other in pairwise(steps)) else known[0]


def _is_step(reading: Reading, index: int) -> bool:
    """Whether a line is a sentence with a full stop, and none of a headline right above it."""
    text = reading.texts[index]
    is_text = text.endswith(".") and len(text.split()) >= _STEP
    return (
        is_text
        and reading.sorts[index] in RUNNING
        and not reading.said[index]
        and reading.sorts[index - 1] not in HEADLINES
    )


def kept(reading: Reading, begins: str, first: int, last: int, *, page: bool) -> frozenset[int]:
    """The lines of a run that `begins` with this state which are the article's after all."""
    own = last_words(reading, first, last)
    if page and (begins in _ENDS or own != {last} or last - first < LIST):
        own = frozenset()  # comments are like that, and a box of one item
    elif not page and reading.sorts[last] == "byline":
        own |= {last}
    if begins == "A":
        return own
    own |= {*behind_boxes(reading, first, last, page=page)}
    own |= {*unended(reading, first, last, page=page)}
    if begins == "Z":
        own |= returning(reading, first, last) | {*behind_items(reading, first, last, _TOLD)}
        own |= {*between_boxes(reading, first, last)}
    else:
        own |= {*leading_on(reading, first, last), *behind_items(reading, first, last, _TOLD / 2)}
        own |= {*captions(reading, first, last), *answer(reading, first, last)}
    return own | {*bare_text(reading, first, last), *answers(reading, first, last)}
