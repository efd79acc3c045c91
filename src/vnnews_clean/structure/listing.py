"""Lists of other articles known by their pattern alone, whatever header stands above, or none.

Three things are asked of one at the end of a text: items that repeat, three or more; running text
above, so that there is an article besides; and a second sign in the items themselves, which no list
of the article's own has: a summary retells its headline, every headline is printed twice, or a full
date stands beside every one and they share no words with the article. Bare headlines are `stacked`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Final, NamedTuple

from ..line import Line
from ..patterns import pattern
from .apart import APART, share_of
from .footed import feet, headed_from, is_apart, is_headed
from .glued import closing_glued
from .mixed import closing_mix
from .sorts import HEADERS, HEADLINES, RUNNING, SUMMARIES, is_bullet
from .stacked import (
    ARTICLE,
    Stack,
    closing_items,
    closing_stack,
    closing_texts,
    doubled_stacks,
)
from .tails import HEADED, LISTED_ITEMS

_LETTERS: Final = {
    **dict.fromkeys(HEADLINES, "h"),
    **dict.fromkeys(SUMMARIES, "s"),
    "long": "l",
    "stamp": "n",
    "number": "n",
    "caption": "c",
    "label": "c",
}
"""Sorts that take the same place in an item; a name or a button is ``m``."""
_PERIOD: Final = 4
"""Lines of the longest item."""
_ALIKE: Final = 0.7
"""Share of the lines that are of the sort of the line an item above, at least."""
_BELOW_HEADER: Final = 2
"""The same below a header that is known."""
_LINES: Final = 6
"""Lines above a list with running text among them that are an article, too."""
_RETOLD: Final = 0.24
"""Share of a headline's pairs of words that its summary says again, on average."""
_RETOLD_APART: Final = 0.12
"""The same below a header, of items that share nothing with the text above nor with each other."""
_FULL_DATE: Final = pattern(r"\d{1,2}[/.-]\d{1,2}[/.-](?:\d{4}|\d\d)\b|trước")
_HEADERS: Final = (
    4  # for speed: no article has more boxes that rules know and lists right above them
)
_IN_A_ROW: Final = 4  # for speed: no page has more boxes one below the other that nothing tells
_DATES: Final = frozenset(("stamp", "number"))
_DATED_ITEMS: Final = (2, 3)
"""Lines of an item with a date: its headline, and a summary or none."""


class Listing(NamedTuple):
    """A list of other articles: its first and last line, and what tells it, in words."""

    first: int
    last: int
    reason: str


def lists(lines: Sequence[Line], said: Sequence[str]) -> list[Listing]:
    """The lists of other articles that their pattern tells: at the end, above a header that rules know,
    and wherever each headline is printed twice.
    """
    told = [word in HEADED for word in said]
    begun = (i for i in range(ARTICLE, len(lines)) if told[i] and not told[i - 1])
    found: list[Listing] = []
    for end in (len(lines), *islice(begun, _HEADERS)):
        found += _peeled(lines[:end], said[:end])
    found += glued_lists(lines, said)
    reason = "headlines in a row, each printed twice, about something else"
    return found + [Listing(*stack, reason) for stack in doubled_stacks(lines)]


def glued_lists(lines: Sequence[Line], said: Sequence[str]) -> list[Listing]:
    """The list at the end, in front of what rules know, whose items are a line each; or none."""
    end = max((i + 1 for i, word in enumerate(said) if not word), default=0)
    glued = closing_glued(lines[:end])
    if not glued or sum(line.sort in RUNNING for line in lines[: glued.first]) < ARTICLE:
        return []
    return [Listing(*glued, "headlines, each with its sentence in the same line")]


def _peeled(lines: Sequence[Line], said: Sequence[str]) -> Iterator[Listing]:
    """The lists at the end of a text, the last one first: boxes stand one below the other."""
    end = len(lines)
    for _ in range(_IN_A_ROW):
        one = closing_list(lines[:end], said[:end])
        if one is None:
            return
        yield one
        end = one.first


def closing_list(lines: Sequence[Line], said: Sequence[str]) -> Listing | None:
    """The list of other articles at the end of a text, in front of what rules know; or none.

    Only its lines are looked at, and those above once it is one.
    """
    end = len(lines)
    while end > 1 and said[end - 1]:
        end -= 1
    once = [line for line in lines[:end] if not _is_printed_again(lines, line)]
    last = len(once) - 1
    first = _alternating(once, last)
    top = _sectioned(once, first)
    is_headed = top > 0 and said[once[top - 1].index] in HEADED
    if is_headed and last - top + 1 >= 2 * _BELOW_HEADER:
        reason = "headlines with summaries, from a header to the end"
        return Listing(once[top].index, end - 1, reason)
    for start, reason in (
        (_doubled_from(lines, once, first), "headlines with summaries, each printed twice"),
        (_retold_from(once, first, last), "headlines, each retold by its summary"),
        (_beside_dates(once, last), "headlines with a date beside each, about something else"),
    ):
        if start <= last and _is_below_article(once[:start]):
            return Listing(once[start - _is_header(once[start - 1])].index, end - 1, reason)
    for found in _stacks(lines, end, once):
        if _is_below_article(lines[: found.first]):
            return found
    footed = _footed(once)
    return footed or (None if "comment" in said[ARTICLE:] else _mixed(once))


def _stacks(lines: Sequence[Line], end: int, once: Sequence[Line]) -> Iterator[Listing]:
    """The headlines, the items and the texts with names that are about something else."""
    if stack := closing_stack(lines):
        yield Listing(*stack, "headlines in a row, each about something else")
    if stack := closing_items(once):
        why = "items with a headline and a name or a date each, about something else"
        yield _printed(once, stack, why)
    if stack := closing_texts(lines[:end]):
        yield Listing(*stack, "texts with names and times, about something else")


def _mixed(once: Sequence[Line]) -> Listing | None:
    """Boxes one below the other, each with items of its own make."""
    stack = closing_mix(once)
    if not stack or not _is_below_article(once[: stack.first]):
        return None
    why = "headlines and what stands beside them, box after box about something else"
    return _printed(once, stack, why)


def _printed(once: Sequence[Line], stack: Stack, why: str) -> Listing:
    """The lines of a stack, counted with those that are printed twice."""
    return Listing(once[stack.first].index, once[stack.last].index, why)


def _footed(once: Sequence[Line]) -> Listing | None:
    """The headlines with summaries that end above a foot, or stand below a header that speaks of others."""
    for foot in feet(once):
        end = len(once) - foot
        first = _alternating(once, end - 1)
        if end - first < 2 * _BELOW_HEADER or not _is_below_article(once[:first]):
            continue
        if is_headed(once, first, end):
            reason = "headlines with summaries, below a header that speaks of others"
            return Listing(once[first - 1].index, once[end - 1].index, reason)
        top = _retold_from(once, first, end - 1, _RETOLD_APART)
        if top < end and is_apart(once, top, end) and _is_header(once[top - 1]):
            reason = "headlines with summaries about something else, below a header"
            return Listing(once[top - 1].index, once[end - 1].index, reason)
    header = headed_from(once)
    if header and _is_below_article(once[:header]):
        reason = "headlines about something else, below a header that speaks of others"
        return Listing(once[header].index, once[-1].index, reason)
    return None


def _is_printed_again(lines: Sequence[Line], line: Line) -> bool:
    """Whether a line repeats the one above: a headline for its picture, and for its link."""
    return line.index > 0 and lines[line.index - 1].key == line.key


def _is_below_article(above: Sequence[Line]) -> bool:
    """Whether an article stands above a list: some running text, or some and many other lines."""
    running = sum(line.sort in RUNNING for line in above)
    is_article = running >= ARTICLE or (running > 0 and len(above) >= _LINES)
    return is_article and not above[-1].text.endswith(":")


def _is_header(line: Line) -> bool:
    """Whether a line above a list may be its header, whatever it says: a few words, and no name."""
    return line.words > 1 and line.sort in HEADERS


def _alternating(lines: Sequence[Line], last: int) -> int:
    """The first line of headlines with summaries that end at `last`; the line after it if none do."""
    first = last + 1
    while first > 1 and _is_teaser(*lines[first - 2 : first]):
        first -= 2
    return first


def _sectioned(lines: Sequence[Line], first: int) -> int:
    """The first of the headlines with summaries above `first`, names of sections between them."""
    while first > 2 and _is_header(lines[first - 1]) and _is_teaser(*lines[first - 3 : first - 1]):
        first = _alternating(lines, first - 2)
    return first


def _retold_from(lines: Sequence[Line], first: int, last: int, least: float = _RETOLD) -> int:
    """The first of those whose summary retells its headline, if they are a list; likewise."""
    if last - first + 1 < 2 * LISTED_ITEMS:  # for speed
        return last + 1
    retold = [_retold(lines[at], lines[at + 1]) for at in range(first, last, 2)]
    while retold and not retold[0]:  # the article's own heading and its text
        del retold[0]
        first += 2
    is_list = len(retold) >= LISTED_ITEMS and sum(retold) >= least * len(retold)
    return first if is_list else last + 1


def _doubled_from(lines: Sequence[Line], once: Sequence[Line], first: int) -> int:
    """The first of those from which on every headline is printed twice, if they are a list; likewise."""
    start = len(once)
    for at in range(len(once) - 2, first - 1, -2):
        if not _is_printed_again(lines, lines[once[at].index + 1]):
            break
        start = at
    return start if len(once) - start >= 2 * LISTED_ITEMS else len(once)


def _is_teaser(headline: Line, summary: Line) -> bool:
    if summary.sort not in SUMMARIES or headline.sort not in HEADLINES:
        return False
    return not (headline.text[0].islower() or summary.text[0].islower() or is_bullet(headline.text))


def _retold(headline: Line, summary: Line) -> float:
    own = headline.pairs
    return len(own & summary.pairs) / len(own) if own else 0.0


def _beside_dates(lines: Sequence[Line], last: int) -> int:
    """The first of the items that each have a headline and a date, if they are a list; likewise."""
    first = min(_dated_from(lines, last, size) for size in _DATED_ITEMS)
    if first > last:  # for speed
        return last + 1
    above = frozenset[tuple[str, str]]().union(*(line.pairs for line in lines[:first]))
    own = [line.pairs for line in lines[first : last + 1]]
    return first if share_of(own, above) <= APART else last + 1


def _dated_from(lines: Sequence[Line], last: int, size: int) -> int:
    """The first line of such items of `size` lines each; the line after `last` if there are too few."""
    first = last + 1
    while first >= size and _is_dated_item(lines[first - size : first]):
        first -= size
    return first if last - first + 1 >= size * LISTED_ITEMS else last + 1


def _is_dated_item(item: Sequence[Line]) -> bool:
    """Whether lines are a headline, a date, and perhaps a summary, in any order."""
    parts = [_part(line) for line in item]
    summaries = len(item) - 2
    return parts.count("h") == parts.count("d") == 1 and parts.count("s") == summaries


def _part(line: Line) -> str:
    """``h`` for a headline, ``d`` for a date, ``s`` for a summary; empty for another line."""
    sort = line.sort
    if sort in _DATES:
        return "d" if _FULL_DATE.search(line.text) else ""
    return "h" if sort in HEADLINES else "s" if sort in SUMMARIES else ""


def times_repeated(sorts: Sequence[str]) -> int:
    """How often lines repeat one item with a headline in it; 0 where they do not.

    Some of the lines may be of another sort: a headline that ends like a caption, a summary missing.
    """
    letters = "".join(_LETTERS.get(sort, "m") for sort in sorts)
    for period in range(1, _PERIOD + 1):
        pairs = list(zip(letters[period:], letters, strict=False))
        alike = sum(one == other for one, other in pairs)
        has_headline = letters[:period].count("h") and (
            period == 1 or len(set(letters[:period])) > 1
        )
        if len(pairs) >= period and has_headline and alike >= _ALIKE * len(pairs):
            return len(letters) // period
    return 0
