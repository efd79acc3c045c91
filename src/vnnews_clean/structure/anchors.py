"""What vouches for a run of lines that the chain puts outside the article.

The chain alone is a guess. A run goes only if a header, a bar or another rule's finding stands in it,
if the document is a page, or if its lines are items of a list that speaks of something else.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from ..shapes import has_date, is_menu_row
from .lists.apart import APART, are_alike
from .lists.imprint import is_imprint_text
from .lists.listing import times_repeated
from .lists.stacked import ARTICLE, are_wordy
from .reading import Reading, is_announced, is_question
from .said import LISTED
from .sorts import (
    BESIDE,
    HEADERS,
    HEADLINES,
    PROSE,
    RUNNING,
    goes_on,
    has_contact,
    is_bullet,
    is_row,
)

VOUCHING: Final = frozenset(("header", "box", LISTED, "bar", "footer", "comment", "tags"))
LIST: Final = 3
"""Items in a row that are a list of other articles without any header."""
OWN: Final = 0.25
"""Share of words in common with the article from which on an item may be the article's own."""
_LONG_LIST: Final = 6
"""Headlines below an article that are a list, whatever stands between them."""
_OFTEN: Final = 3
"""Every third line, at least, is one of them."""
_NEAR: Final = 10
"""Lines from the top of a run below the article within which its anchor stands."""
_OWN_LIST: Final = 0.4
"""Likewise for the items of a list that repeat a pattern, on average."""
_SUMMED: Final = 2
"""Summaries that make items in the article a list without any header; names alone do on a page."""
_GOING_ON: Final = 6
"""Every sixth line that goes on in lower case makes broken paragraphs."""
_KNOWN: Final = 2
"""Known lines above an article that is on no page."""
_VOUCHED: Final = 3
"""Lines of a bar or widget on no page that a known one vouches for, itself included."""
_BAR: Final = 3
"""Lines of a player or a widget, at least, that no rule knows."""
_UNMARKED: Final = 4
"""Headlines in a row that are a list in the middle of an article, whatever header stands above, ..."""
_MARKED: Final = 3
"""... and those with a bullet or a date each, or without a word of the article's."""
_ITEMS: Final = frozenset("HIS")


def is_anchored(reading: Reading, path: str, first: int, last: int, *, page: bool) -> bool:
    """Whether something besides the chain, or that the document is a `page`, says that a run is no part of
    the article.
    """
    if _is_broken(reading.texts[first : last + 1]):
        return False
    if path[first] == "A":
        small = not any(sort in RUNNING for sort in reading.sorts[first : last + 1])
        rowed = any(map(is_menu_row, reading.texts[first : min(last + 1, max(reading.title, 0))]))
        return page or (small and (rowed or told_in(reading, first, last) >= _KNOWN))
    if path[first] == "Z":
        above = first_told(reading, first, last)
        near = above <= min(last, first + _NEAR) and not _is_own(reading, first, above)
        near = near and not _is_answer(reading, first, last)
        return page or near or is_list(reading, first, last)
    return _is_inserted(reading, path[first : last + 1], first, page=page)


def below_text(reading: Reading, first: int, last: int) -> int:
    """The first line of a run below the article, or of which anything is said if what stands above that line
    holds more text than the article: places with a link below each, rather than comments below a lede.

    Headlines in it are those of other articles, if there is an article above.
    """
    told = first_told(reading, first, last)
    above = sum(sort in RUNNING for sort in reading.sorts[:first])
    is_headed = not HEADLINES.isdisjoint(reading.sorts[first:told])
    if not above or (above >= ARTICLE and is_headed):
        return first
    sizes = [
        len(text) if sort in RUNNING else 0
        for text, sort in zip(reading.texts[:told], reading.sorts, strict=False)
    ]
    return told if sum(sizes[first:]) > sum(sizes[:first]) else first


def stands_apart(reading: Reading, path: str, first: int, last: int, *, page: bool) -> bool:
    """The same by the pattern of a run's lines and by what `reading` says that they share with the lines
    that the chain leaves to the article: a long list below it is taken for its core.
    """
    if path[first] == "Z":
        return is_list(reading, first, last)
    broken = _is_broken(reading.texts[first : last + 1])
    return (
        path[first] != "A"
        and not broken
        and _is_inserted(reading, path[first : last + 1], first, page=page)
    )


def _is_inserted(reading: Reading, states: str, first: int, *, page: bool) -> bool:
    """The same for a run inside the article."""
    while states and reading.said[first + len(states) - 1] == "copy":
        states = states[:-1]  # the headline once more, for a picture of the article's
    size = len(states)
    last = first + size - 1
    unknown = sum(not word for word in reading.said[first : last + 1])
    if size <= 1 or (unknown < _BAR and set(states) == {"M"}):  # other rules know better
        return False
    told = told_in(reading, first, last)
    bars = size - len(states.lstrip("M"))
    if told and not page and told == told_in(reading, first, first + bars - 1):
        below = _is_inserted(reading, states[bars:], first + bars, page=page)  # below a button
        return below or told * _VOUCHED >= size
    if told:
        return page or "M" not in states or told * _VOUCHED >= size
    return _is_list_inside(reading, states, first, page=page)


def _is_list_inside(reading: Reading, states: str, first: int, *, page: bool) -> bool:
    """The same for one of which nothing is said."""
    size = len(states)
    last = first + size - 1
    sorts = reading.sorts[first : last + 1]
    goes_on = any(one in PROSE and two in PROSE for one, two in pairwise(sorts))
    if states[0] == "M":  # what nobody knows above items is their header
        states = "H" + states[1:]
    known = not reading.own.isdisjoint(range(first, last + 1))
    odd = goes_on or known or is_announced(reading, first) or not _ITEMS.issuperset(states)
    if odd or _is_articles_own(reading, first, last):
        return False
    shared = zip(states, reading.share[first:], strict=False)
    shares = [share for state, share in shared if share >= 0 and state != "H"]
    summed = states.count("S") >= _SUMMED
    repeated = times_repeated(sorts)
    if (page and repeated) or (summed and repeated >= LIST):
        return page or sum(shares) < _OWN_LIST * len(shares)
    others = (summed or (page and size >= LIST)) and all(share < OWN for share in shares)
    return others or are_others(reading, first, last)


def are_others(reading: Reading, first: int, last: int) -> bool:
    """Whether lines are headlines, with nothing but dates and names between them, each about something
    else than the article: four of them, or three with a bullet or a date each, or without any of the
    article's words. Those without dates say nothing that another says.
    """
    lines = range(first, last + 1)
    heads = [i for i in lines if reading.sorts[i] == "headline"]
    between = {reading.sorts[i] for i in lines} - {"headline"}
    dates = sum(has_date(reading.texts[i]) for i in lines if i not in heads)
    bullets = sum(map(is_bullet, (reading.texts[i] for i in heads)))
    marked = max(dates, bullets) >= len(heads)
    strange = all(reading.share[i] <= 0 for i in heads)
    if not between <= BESIDE or len(heads) < (_MARKED if marked or strange else _UNMARKED):
        return False
    if not are_wordy([len(reading.texts[i].split()) for i in heads]):
        return False
    shares = [max(reading.share[i], 0.0) for i in heads]
    alike = dates < len(heads) and are_alike([reading.pairs[i] for i in heads])
    return sum(shares) <= APART * len(heads) and not alike


def _is_articles_own(reading: Reading, first: int, last: int) -> bool:
    """Whether most lines are rows of a table or hours of a chronicle, or all headlines questions."""
    if 2 * sum(map(is_row, reading.texts[first : last + 1])) > last - first + 1:
        return True
    heads = [i for i in range(first, last) if reading.sorts[i] in HEADLINES]
    return bool(heads) and all(is_question(reading, i) for i in heads)


def told_in(reading: Reading, first: int, last: int) -> int:
    """Lines that vouch for a run: a section's name, a copy or an address alone proves nothing, nor do
    sentences about keywords.
    """
    return sum(
        reading.said[i] in VOUCHING
        and "://" not in reading.texts[i]
        and (reading.said[i] != "tags" or reading.sorts[i] not in RUNNING)
        for i in range(first, last + 1)
    )


def first_told(reading: Reading, first: int, last: int) -> int:
    """The first line that vouches for a run; the one behind the run if none does."""
    return next((i for i in range(first, last + 1) if told_in(reading, i, i)), last + 1)


def is_list(reading: Reading, first: int, last: int) -> bool:
    """Whether a run below the article is a list of others, below a header or none: it has many headlines,
    about anything but what the article is about.
    """
    if _is_broken(reading.texts[first : last + 1]):
        return False
    lines = range(first, last + 1)
    shares = [reading.share[i] for i in lines if reading.sorts[i] == "headline"]
    many = len(shares) >= _LONG_LIST and len(shares) * _OFTEN >= len(lines)
    return many and not _are_bare(reading, first, last) and sum(shares) < APART * len(shares)


def _are_bare(reading: Reading, first: int, last: int) -> bool:
    """Whether headlines stand in a row with nothing beside them and no header: they may be the article's own."""
    heads = [i for i in range(first, last + 1) if reading.sorts[i] in HEADLINES]
    between = len(range(heads[0], heads[-1] + 1)) - len(heads)
    marks = (has_date, is_bullet, is_imprint_text)
    marked = sum(any(mark(reading.texts[i]) for mark in marks) for i in heads)
    headed = heads[0] > 0 and reading.sorts[heads[0] - 1] in HEADERS
    return not headed and 2 * max(between, marked) < len(heads)


def lists_others(reading: Reading, first: int, last: int) -> bool:
    """The same of lines that nothing is said of: most of them are no addresses and no rows of a table,
    which an article ends with, too.
    """
    texts = reading.texts[first : last + 1]
    odd = sum(is_row(text) or has_contact(text) for text in texts)
    return 2 * odd < len(texts) and is_list(reading, first, last)


def _is_own(reading: Reading, first: int, end: int) -> bool:
    """Whether running text of the article stands among lines."""
    return any(reading.sorts[i] in PROSE and reading.share[i] >= OWN for i in range(first, end))


def _is_answer(reading: Reading, first: int, last: int) -> bool:
    """Whether the only word that a comment has, too, stands above an answer as long as an expert's."""
    told = [word for word in reading.said[first : last + 1] if word]
    return told == ["comment"] and "long" in reading.sorts[first : last + 1]


def _is_broken(texts: Sequence[str]) -> bool:
    """Whether lines go on where the ones above break off, as in a paragraph broken into lines."""
    going_on = sum(goes_on(above, text) for above, text in pairwise(texts))
    return going_on * _GOING_ON > len(texts)
