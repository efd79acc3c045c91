"""Headlines with summaries at the end of a text, below a header that speaks of others or above a foot.

A list that ends with the text is told by less: see `listing`. With a line or two of a page's foot below
it, or with summaries that retell nothing, it must besides be about something else: no pairs of words of
the text above, hardly any that its items share.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from ..line import Line
from ..patterns import pattern
from .apart import APART, STRANGE, are_closing, are_strange, share_of, told
from .sorts import HEADERS, HEADLINES, RUNNING, SUMMARIES, has_contact, is_bullet
from .stacked import are_wordy

FOOT: Final = 2
"""Lines of a page's foot below a list, at most."""
_HEADER_WORDS: Final = 6
"""Words of a header that speaks of others, at most."""
_OTHERS: Final = pattern(
    r"(?<=\w )khác\b(?! (?:nhau|biệt|với|hẳn|xa|lạ|thường|như|là|so|về|từ|để|của))", re.IGNORECASE
)
_HEADED: Final = 2
"""Items below it, at least."""

_BARE: Final = 3
"""The same without a summary each."""
_ITEM: Final = 3
"""Lines from one of them to the next, and from the header to the first, at most."""
_BETWEEN: Final = HEADERS | SUMMARIES | {"byline", "stamp", "number"}


def speaks_of_others(line: Line) -> bool:
    """Whether a line may be the header of a list of other articles: ``Những câu chuyện khác``, ``Chuyện
    khác trong làng``; not ``Các giải pháp khác:``, which announces the article's own.
    """
    if not 1 < line.words <= _HEADER_WORDS or is_bullet(line.text) or not line.text[0].isupper():
        return False
    return (line.sort in HEADERS or line.is_headline) and bool(_OTHERS.search(line.text))


def is_headed(once: Sequence[Line], first: int, end: int) -> bool:
    """Whether the lines from `first` to `end` are two headlines with summaries or more, below a header
    that speaks of others, and about something else.
    """
    if first < 1 or end - first < 2 * _HEADED or not speaks_of_others(once[first - 1]):
        return False
    heads = once[first:end:2]
    if not are_wordy([head.words for head in heads]):
        return False
    return is_apart(once, first, end)


def is_apart(once: Sequence[Line], first: int, end: int) -> bool:
    """Whether headlines and summaries speak of something else than the text above, with a foot below."""
    items = [
        head.pairs | summary.pairs
        for head, summary in zip(once[first:end:2], once[first + 1 : end : 2], strict=True)
    ]
    return are_closing(once, range(first, end), items, STRANGE)


def headed_from(once: Sequence[Line]) -> int:
    """The header that speaks of others from which on a text has nothing but headlines, three or more, with
    names, dates or summaries between them, about something else; or 0.
    """
    heads: list[int] = []
    for index in range(len(once) - 1, 0, -1):
        sort = once[index].sort
        if heads and heads[-1] - index <= _ITEM and speaks_of_others(once[index]):
            return index if _are_others(once, index, heads) else 0
        if sort in HEADLINES and not is_bullet(once[index].text):
            heads.append(index)
        elif sort not in _BETWEEN or (heads[-1] if heads else len(once)) - index > _ITEM:
            break
    return 0


def _are_others(once: Sequence[Line], top: int, heads: Sequence[int]) -> bool:
    """Whether headlines are that, what stands below the last of them is about nothing above either, and no
    text between them is.
    """
    if len(heads) < _BARE or not are_wordy([once[i].words for i in heads]):
        return False
    above = told(once[:top])
    if not above or not are_strange([once[i].pairs for i in heads], above, STRANGE):
        return False
    texts = [line.pairs for line in once[top:] if line.sort in RUNNING]
    if any(share_of([text], above) > APART for text in texts):
        return False
    return all(line.pairs.isdisjoint(above) for line in once[heads[0] + 1 :])


def feet(once: Sequence[Line]) -> range:
    """How many lines may stand below a list: none, or those at the end that are sentences, addresses or a
    few words.
    """
    deepest = 0
    for line in reversed(once[-FOOT:]):
        if line.sort not in SUMMARIES | RUNNING | HEADERS and not has_contact(line.text):
            break
        deepest += 1
    return range(deepest + 1)
