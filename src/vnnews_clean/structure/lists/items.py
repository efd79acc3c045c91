"""Items of a list in a run of lines: headlines, each with what stands beside it, about something else than
the article.

One of them may share words with an article by chance, or speak of the same place. All of them together
do not, nor do they share words with each other: they are judged as one, and so a header is not asked for.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain
from typing import Final

from ...model import Document
from ...patterns import pattern
from ..reading import SHARED, Reading, is_announced
from ..sorts import (
    HEADERS,
    HEADLINES,
    PROSE,
    RUNNING,
    SMALL,
    SUMMARIES,
    is_bullet,
    is_notice,
    is_row,
)
from .apart import APART, are_alike
from .stacked import are_wordy

_BARE: Final = 4
"""Headlines that are a list, ..."""
_SUMMED: Final = 3
"""... and those of which two have a summary or more."""
_SUMMARIES: Final = 2
_ODD: Final = 3
"""One of so many headlines with summaries may look like a row."""
_MARKED: Final = 4
"""Every fourth has something beside it, at least, or else a header stands above all."""
_OWN: Final = 0.25
"""Share of its pairs in common with the article from which on running text is the article's own."""
_TEXTS: Final = SUMMARIES | PROSE
_ROWS: Final = pattern(r"h(?:m{0,2}s?m{0,2}h){2,}")  # for speed
_NAME: Final = 30  # for speed: no headline of eight words is shorter
_HEADLINE: Final = 130  # for speed: none is longer


def may_hold_items(document: Document) -> bool:
    """Whether enough lines below the first one may be headlines of such items, as a glance tells: for speed."""
    outline = document.outline
    edges = zip(outline.sizes[1:], outline.lasts[1:], strict=True)
    letters = "".join(
        "m" if size < _NAME else "s" if size > _HEADLINE or last in ".:;," else "h"
        for size, last in edges
    )
    for row in _ROWS.finditer(letters):
        lines = document.lines[row.start() + 1 : row.end() + 1]
        heads = [line.text for line in lines if line.sort in HEADLINES]
        if len(heads) < _SUMMED or any(map(_is_odd, heads)):
            continue
        if are_wordy([len(head.split()) for head in heads]):
            return True
    return False


def items_apart(reading: Reading, first: int, last: int) -> Iterator[tuple[int, int]]:
    """The first and last lines of such items from `first` to `last`, in one part or in several with text of
    the article between them; `reading.share` is what each line has in common with the article.
    """
    begin = first
    for index in range(first, last + 2):
        if index > last or _is_own(reading, index):
            while begin < index and reading.sorts[begin] in _TEXTS:  # no headline above it
                begin += 1
            end = index - (index < len(reading.texts) and _may_be_own(reading, index - 1))
            if not is_announced(reading, begin) and _are_items(reading, range(begin, end)):
                yield begin, end - 1
            begin = index + 1


def _is_own(reading: Reading, index: int) -> bool:
    return reading.sorts[index] in RUNNING and reading.share[index] >= _OWN


def _may_be_own(reading: Reading, index: int) -> bool:
    """Whether the last text of a list, with text of the article below, may be the first of that."""
    return reading.sorts[index] in RUNNING and reading.share[index] >= SHARED


def _are_items(reading: Reading, lines: range) -> bool:
    items = _items(reading, lines)
    bare = [item[0] for item in items if _is_bare(reading, item)]
    if len(items) < (_SUMMED if len(items) - len(bare) >= _SUMMARIES else _BARE):
        return False
    marked = sum(len(item) > 1 for item in items)
    if marked * _MARKED < len(items) and not _is_headed(reading, lines):
        return False  # they may be titles, captions or prizes of its own
    odd = sum(_is_odd(reading.texts[item[0]]) for item in items)
    if odd * _ODD > len(items) - len(bare) or not are_wordy(
        [len(reading.texts[i].split()) for i in bare]
    ):
        return False
    held = [*chain.from_iterable(items)]
    if any(is_notice(reading.texts[i]) for i in held):
        return False
    total = sum(len(reading.pairs[i]) for i in held)
    shared = sum(max(reading.share[i], 0.0) * len(reading.pairs[i]) for i in held)
    if shared > APART * total or _size_of_article(reading, lines) < total:
        return False
    return not are_alike([frozenset().union(*(reading.pairs[i] for i in item)) for item in items])


def _is_headed(reading: Reading, lines: range) -> bool:
    """Whether bare headlines stand below a header at the end; in an article they may be titles below a heading."""
    first = lines.start
    is_header = reading.sorts[first] in HEADERS and not is_row(reading.texts[first])
    return is_header and reading.share[first] <= 0 and len(reading.texts) == lines.stop


def _size_of_article(reading: Reading, lines: range) -> int:
    """Pairs of words of the running text outside of `lines`: a review of the day is its items."""
    return sum(
        len(pairs)
        for index, pairs in enumerate(reading.pairs)
        if index not in lines and reading.sorts[index] in RUNNING
    )


def _items(reading: Reading, lines: range) -> list[list[int]]:
    """The lines of each item, its headline first; none if another line stands among them."""
    items: list[list[int]] = []
    for index in lines:
        sort = reading.sorts[index]
        if sort in HEADLINES:
            if not (items and reading.texts[index] == reading.texts[items[-1][0]]):
                items.append([index])
        elif sort in SMALL:
            if items:
                items[-1].append(index)
        elif sort in _TEXTS and items and _is_bare(reading, items[-1]):
            items[-1].append(index)
        elif sort in _TEXTS and items and reading.sorts[items[-1][-1]] == "short":
            items.append([items[-1].pop(), index])  # a short headline, and its summary
        else:
            return []
    return items


def _is_bare(reading: Reading, item: Sequence[int]) -> bool:
    return all(reading.sorts[i] in SMALL for i in item[1:])


def _is_odd(head: str) -> bool:
    """Whether a line is a point, a row of a table, or goes on with what stands above."""
    return head[0].islower() or is_bullet(head) or is_row(head)
