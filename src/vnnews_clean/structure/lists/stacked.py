"""Headlines in a row at the end of a text, each about something else: other articles, whatever header
stands above them.

The items of a list in an article share words with the article, or with each other: they are prizes,
addresses, steps, titles of one kind. What a newsroom puts below an article shares neither.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from ...line import Line
from ...patterns import pattern
from ...shapes import has_date
from ...stamps import PASSED
from ..sorts import (
    BESIDE,
    HEADERS,
    HEADLINES,
    RUNNING,
    SMALL,
    SUMMARIES,
    WRITTEN,
    is_bullet,
    is_hour,
    is_notice,
    is_row,
)
from .apart import APART, STRANGE, are_closing, are_strange, told
from .imprint import LINES, imprint_below, is_finished, is_imprint
from .vouched import is_header, offers, vouched_from

ARTICLE: Final = 3
"""Lines of running text above a list: a review of the day has an introduction, and then its items."""
ITEMS: Final = 4
"""Headlines in a row, at least."""
_ADDRESSES: Final = 1
"""Lines of an imprint in a row that may say whom to ask about the article's own things."""
_SIGNED_ITEMS: Final = 3
"""The same above an imprint."""
_OFFERED: Final = 2
"""The same below a header that says who paid for them."""
BELOW: Final = LINES
"""Lines of a page's foot that may stand below them."""
_WORDS: Final = 8
"""Words of a headline, on average, at least; captions and verses are shorter."""
_BULLETED: Final = 3
"""Words more of one with a bullet, which counts as one: an article's points are shorter."""

_AGO: Final = pattern(rf"{PASSED}(?:\strước)?")
_SIGNED: Final = 4
"""Texts in a row with a name or a time between them that are summaries or comments, at least."""
_PERIODS: Final = (3, 4, 5)
"""Lines of an item with a name or a date."""
_REPEATED: Final = 3
"""Such items in a row, at least."""


_TWICE: Final = (2, 3)
"""Lines from a headline that is printed twice to the next one: a summary may stand between."""
_DOUBLED: Final = 3
"""Such headlines in a row, at least."""


class Stack(NamedTuple):
    """The first and the last line of headlines in a row."""

    first: int
    last: int


def closing_stack(lines: Sequence[Line]) -> Stack | None:
    """The headlines in a row at the end of a text that speak of something else, with their header."""
    last = len(lines) - 1
    lowest = last - BELOW
    while last > max(lowest, 0) and not _may_be_item(lines[last]):
        last -= 1
    if found := _stack_up_to(lines, last, ITEMS):
        return found
    deepest, signed = imprint_below(lines)  # where lines of the foot are as long as headlines
    for foot in range(signed, deepest + 1):
        found = _stack_up_to(lines, len(lines) - 1 - foot, _SIGNED_ITEMS)
        if found and _is_below_article(lines, found):
            return found
    return None


def _is_below_article(lines: Sequence[Line], found: Stack) -> bool:
    """Whether headlines stand below an article that is one without them."""
    headed = lines[found.first].sort in HEADERS
    items = lines[found.first + headed : found.last + 1]
    count = sum(item.sort in HEADLINES for item in items)
    return is_finished(lines[: found.first], items, count, headed=headed)


def _stack_up_to(lines: Sequence[Line], last: int, enough: int) -> Stack | None:
    first, items = _upwards(lines, last)
    if len(items) < _OFFERED or first == 0:  # for speed: nothing stands above
        return None
    addresses = [item for item in items if is_imprint(item)]
    items = [item for item in items if item not in addresses[:_ADDRESSES]]
    if len(items) < enough and not offers(lines[first - 1]):
        return None
    first = vouched_from(lines, first, last)
    items = [item for item in items if first <= last and item.index >= lines[first].index]
    offered = offers(lines[first - 1])
    if len(items) < (_OFFERED if offered else enough) or not _are_headlines(items):
        return None
    if not _is_apart(lines, first, last + 1):
        return None
    return Stack(first - is_header(lines[first - 1]), last)


def closing_texts(lines: Sequence[Line]) -> Stack | None:
    """The texts at the end that have somebody's name or a time between each and the next, and speak of
    something else: summaries and comments whose headlines and buttons a tool took for links.

    A chronicle has dates and hours and no names; how long ago it was says no chronicle.
    """
    last = len(lines) - 1
    while last > 0 and lines[last].sort not in WRITTEN | SMALL:
        last -= 1
    first, texts, signs = last + 1, list[Line](), list[Line]()
    for index in range(last, 0, -1):
        line = lines[index]
        if line.sort in SMALL:
            signs.append(line)
        elif line.sort in WRITTEN and lines[index - 1].sort in SMALL:
            texts.append(line)
            first = index
        else:
            break
    ago = sum(bool(_AGO.fullmatch(sign.key)) for sign in signs)
    dates = sum(has_date(sign.text) for sign in signs)
    names = sum(sign.sort == "byline" for sign in signs)
    if len(texts) < _SIGNED or 2 * (ago or min(dates, names)) < len(texts):
        return None
    items = [text.pairs for text in texts]
    if not are_strange(items, told(lines[:first]), STRANGE):
        return None
    return Stack(first - is_header(lines[first - 1]), last)


def closing_items(lines: Sequence[Line]) -> Stack | None:
    """The items at the end that each have a headline and, at the same place, a name or a date, perhaps a
    section and a summary, and speak of something else.
    """
    begin = max(len(lines) - BELOW - _PERIODS[-1], 0)  # for speed: nearly always, this tells
    letters = _letters(lines[begin:])
    for end in range(len(lines), max(len(lines) - BELOW, 0), -1):
        for period in _PERIODS:
            item = letters[max(end - period - begin, 0) : end - begin]
            if not _is_item(item):
                continue
            first = end
            while first >= period and _letters(lines[first - period : first]) == item:
                first -= period
            if end - first >= _REPEATED * period:
                found = Stack(first - is_header(lines[first - 1]) if first else 0, end - 1)
                return found if _is_apart(lines, first, end) else None
    return None


def _letters(lines: Sequence[Line]) -> str:
    return "".join(map(_letter, lines))


def doubled_stacks(lines: Sequence[Line]) -> Iterator[Stack]:
    """Headlines in a row, each printed twice, for a picture and for a link, perhaps with a summary below,
    wherever they stand: no article prints its own headings so. With their header.
    """
    heads = [
        one.index
        for one, other in pairwise(lines)
        if one.key == other.key and one.sort in HEADLINES
    ]
    rows = [row for row in _rows(heads) if len(row) >= _DOUBLED]
    said = _said(lines) if rows else Counter[tuple[str, str]]()
    every = said.total()
    for row in rows:
        first, last = row[0], row[-1] + 1
        is_summed = row[-1] - row[0] > _TWICE[0] * (len(row) - 1)
        last += is_summed and any(x.sort in SUMMARIES for x in lines[last + 1 : last + 2])
        copied = frozenset(row)
        items = [x.pairs for x in lines[first : last + 1] if x.index - 1 not in copied]
        within = _said(lines[first : last + 1])
        known = frozenset(pair for own in items for pair in own if said[pair] > within[pair])
        if every > within.total() and are_strange(items, known, APART):
            yield Stack(first - (first > 0 and is_header(lines[first - 1])), last)


def _said(lines: Sequence[Line]) -> Counter[tuple[str, str]]:
    """In how many lines of running text each pair of words stands."""
    return Counter(pair for line in lines if line.sort in RUNNING for pair in line.pairs)


def _rows(heads: Sequence[int]) -> Iterator[list[int]]:
    """Lines that stand as far apart as doubled headlines do, row by row."""
    row: list[int] = []
    for head in heads:
        if row and head - row[-1] not in _TWICE:
            yield row
            row = []
        row.append(head)
    if row:
        yield row


def _letter(line: Line) -> str:
    sort = line.sort
    if sort in HEADLINES:
        return "h"
    if sort in SUMMARIES:
        return "s"
    if sort != "long" and (sort == "byline" or has_date(line.text) or _AGO.fullmatch(line.key)):
        return "n"
    return "m" if sort in HEADERS else "x"


def _is_item(letters: str) -> bool:
    """Whether an item has one headline, at most one summary, a name or a date, and nothing else that is long."""
    return letters.count("h") == 1 >= letters.count("s") and "n" in letters and "x" not in letters


def _is_apart(lines: Sequence[Line], first: int, end: int) -> bool:
    """Whether lines speak of something else than the text above, each of its own, with a foot below."""
    heads = (line for line in lines[first:end] if line.sort in HEADLINES)
    return are_closing(lines, range(first, end), [head.pairs for head in heads], APART)


def _upwards(lines: Sequence[Line], last: int) -> tuple[int, list[Line]]:
    """The first line of the row that ends at `last`, and its headlines."""
    items: list[Line] = []
    first = last + 1
    for index in range(last, -1, -1):
        if _may_be_item(lines[index]):
            items.append(lines[index])
            first = index
        elif first - index > 1 or not _may_stand_beside(lines[index]):
            break
    return first, items


def _may_be_item(line: Line) -> bool:
    return line.sort in HEADLINES and not is_notice(line.text)


def _may_stand_beside(line: Line) -> bool:
    return line.sort in BESIDE and not is_notice(line.text)


def are_wordy(counts: Sequence[int]) -> bool:
    """Whether lines of so many words each are as long as headlines, on average."""
    return sum(counts) >= _WORDS * len(counts)


def _are_headlines(items: Sequence[Line]) -> bool:
    """Whether lines are as long as headlines, begin as they do, and are no rows of a table or a programme."""
    if not are_wordy([item.words - is_bullet(item.text) * _BULLETED for item in items]):
        return False
    odd = (x.text[0].islower() or is_row(x.text) or is_hour(x.text) for x in items)
    return 2 * sum(odd) < len(items)
