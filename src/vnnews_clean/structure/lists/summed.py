"""Headlines with a summary or a date each, one below the other: where the last of them begin."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from ...line import Line
from ...patterns import pattern
from ..sorts import DATES, HEADERS, HEADLINES, RUNNING, SUMMARIES, is_bullet, is_row
from .apart import APART, share_of
from .imprint import is_imprint
from .stacked import ARTICLE
from .tails import LISTED_ITEMS

_LINES: Final = 6
"""Lines above a list with running text among them that are an article, too."""
_RETOLD: Final = 0.24
"""Share of a headline's pairs of words that its summary says again, on average."""
_FULL_DATE: Final = pattern(r"\d{1,2}[/.-]\d{1,2}[/.-](?:\d{4}|\d\d)\b|trước")
_DATED_ITEMS: Final = (2, 3)
"""Lines of an item with a date: its headline, and a summary or none."""


class Listing(NamedTuple):
    """A list of other articles: its first and last line, and what tells it, in words."""

    first: int
    last: int
    reason: str


def is_below_article(above: Sequence[Line]) -> bool:
    """Whether an article stands above a list: some running text, or some and many other lines."""
    running = sum(line.sort in RUNNING for line in above)
    is_article = running >= ARTICLE or (running > 0 and len(above) >= _LINES)
    return is_article and not above[-1].text.endswith(":")


def may_head(line: Line) -> bool:
    """Whether a line above a list may be its header, whatever it says: a few words, no name and no row."""
    odd = line.text[0].isdigit() or is_row(line.text)
    return line.words > 1 and line.sort in HEADERS and not odd


def alternating_from(lines: Sequence[Line], last: int) -> int:
    """The first line of headlines with summaries that end at `last`; the line after it if none do."""
    first = last + 1
    while first > 1 and _is_teaser(*lines[first - 2 : first]):
        first -= 2
    return first


def sectioned_from(lines: Sequence[Line], first: int) -> int:
    """The first of the headlines with summaries above `first`, names of sections between them."""
    while first > 2 and may_head(lines[first - 1]) and _is_teaser(*lines[first - 3 : first - 1]):
        first = alternating_from(lines, first - 2)
    return first


def retold_from(lines: Sequence[Line], first: int, last: int, least: float = _RETOLD) -> int:
    """The first of those whose summary retells its headline, if they are a list; likewise."""
    if last - first + 1 < 2 * LISTED_ITEMS:  # for speed
        return last + 1
    retold = [_retold(lines[at], lines[at + 1]) for at in range(first, last, 2)]
    while retold and not retold[0]:  # the article's own heading and its text
        del retold[0]
        first += 2
    is_list = len(retold) >= LISTED_ITEMS and sum(retold) >= least * len(retold)
    return first if is_list else last + 1


def doubled_from(lines: Sequence[Line], once: Sequence[Line], first: int) -> int:
    """The first of those from which on every headline is printed twice, if they are a list; likewise."""
    start = len(once)
    for at in range(len(once) - 2, first - 1, -2):
        if not is_printed_again(lines, lines[once[at].index + 1]):
            break
        start = at
    return start if len(once) - start >= 2 * LISTED_ITEMS else len(once)


def is_printed_again(lines: Sequence[Line], line: Line) -> bool:
    """Whether a line repeats the one above: a headline for its picture, and for its link."""
    return line.index > 0 and lines[line.index - 1].key == line.key


def _is_teaser(headline: Line, summary: Line) -> bool:
    if summary.sort not in SUMMARIES or headline.sort not in HEADLINES:
        return False
    return not (headline.text[0].islower() or summary.text[0].islower() or is_bullet(headline.text))


def _retold(headline: Line, summary: Line) -> float:
    own = headline.pairs
    return len(own & summary.pairs) / len(own) if own else 0.0


def dated_from(lines: Sequence[Line], last: int) -> int:
    """The first of the items that each have a headline and a date, if they are a list; likewise."""
    first = min(_dated_up_to(lines, last, size) for size in _DATED_ITEMS)
    if first > last:  # for speed
        return last + 1
    above = frozenset[tuple[str, str]]().union(*(line.pairs for line in lines[:first]))
    own = [line.pairs for line in lines[first : last + 1]]
    return first if share_of(own, above) <= APART else last + 1


def _dated_up_to(lines: Sequence[Line], last: int, size: int) -> int:
    """The first line of such items of `size` lines each; the line after `last` if there are too few."""
    first = last + 1
    while first >= size and _is_dated_item(lines[first - size : first]):
        first -= size
    return first if last - first + 1 >= size * LISTED_ITEMS else last + 1


def _is_dated_item(item: Sequence[Line]) -> bool:
    """Whether lines are a headline, a date, and perhaps a summary, in any order."""
    if sum(line.sort in DATES for line in item) != 1:  # for speed
        return False
    parts = [_part(line) for line in item]
    summaries = len(item) - 2
    return parts.count("h") == parts.count("d") == 1 and parts.count("s") == summaries


def _part(line: Line) -> str:
    """``h`` for a headline, ``d`` for a date, ``s`` for a summary; empty for another line."""
    sort = line.sort
    if sort in DATES:
        return "d" if _FULL_DATE.search(line.text) else ""
    if sort in HEADLINES:
        return "" if is_imprint(line) else "h"
    return "s" if sort in SUMMARIES else ""
