"""Headlines with summaries at the end of a text, below a header that speaks of others or above a foot.

A list that ends with the text is told by less: see `listing`. With a line or two of a page's foot below
it, or with summaries that retell nothing, it must besides be about something else: no pairs of words of
the text above, hardly any that its items share.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from ...line import Line
from ...patterns import pattern
from ..sorts import HEADERS, HEADLINES, RUNNING, SMALL, SUMMARIES, is_bullet
from .apart import APART, STRANGE, are_closing, are_foot, are_strange, share_of, told
from .imprint import imprint_below, is_finished
from .stacked import are_wordy
from .summed import Listing, alternating_from, dated_from, is_below_article, may_head, retold_from
from .tails import LISTED_ITEMS

_RETOLD_APART: Final = 0.12
"""The same below a header, of items that share nothing with the text above nor with each other."""
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
_BETWEEN: Final = SMALL | SUMMARIES


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


def closing_footed(once: Sequence[Line]) -> Listing | None:
    """The headlines with summaries that end above a foot, or stand below a header that speaks of others."""
    deepest, signed = imprint_below(once)
    for foot in range(deepest + 1):
        end = len(once) - foot
        found = _dated_above(once, end) if foot else None
        found = found or _summed_above(once, end, is_signed=foot >= signed)
        if found:
            return found
    header = headed_from(once)
    if header and is_below_article(once[:header]):
        reason = "headlines about something else, below a header that speaks of others"
        return Listing(once[header].index, once[-1].index, reason)
    return None


def _dated_above(once: Sequence[Line], end: int) -> Listing | None:
    """The headlines with a date each that end above a foot."""
    first = dated_from(once, end - 1)
    if first >= end or not is_below_article(once[:first]):
        return None
    count = sum(line.sort in HEADLINES for line in once[first:end])
    header = may_head(once[first - 1])
    finished = is_finished(once[: first - header], once[first:end], count, headed=header)
    if not finished or not are_foot(once[end:], told(once[:first])):
        return None
    reason = "headlines with a date beside each, about something else, above a foot"
    return Listing(once[first - header].index, once[end - 1].index, reason)


def _summed_above(once: Sequence[Line], end: int, *, is_signed: bool) -> Listing | None:
    """The headlines with summaries that end above a foot; `is_signed` says that an imprint stands in it."""
    first = alternating_from(once, end - 1)
    if end - first < 2 * _HEADED or not is_below_article(once[:first]):
        return None
    if is_headed(once, first, end):
        reason = "headlines with summaries, below a header that speaks of others"
        return Listing(once[first - 1].index, once[end - 1].index, reason)
    top = retold_from(once, first, end - 1, _RETOLD_APART)
    if top < end and is_apart(once, top, end) and may_head(once[top - 1]):
        reason = "headlines with summaries about something else, below a header"
        return Listing(once[top - 1].index, once[end - 1].index, reason)
    header = may_head(once[first - 1])
    count = (end - first) // 2
    if not is_signed or count < LISTED_ITEMS or not is_apart(once, first, end):
        return None
    if is_finished(once[: first - header], once[first:end], count, headed=header):
        reason = "headlines with summaries about something else, above an imprint"
        return Listing(once[first - header].index, once[end - 1].index, reason)
    return None
