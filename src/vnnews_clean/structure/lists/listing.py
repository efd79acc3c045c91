"""Lists of other articles known by their pattern alone, whatever header stands above, or none.

Three things are asked of one at the end of a text: items that repeat, three or more; running text
above, so that there is an article besides; and a second sign in the items themselves, which no list
of the article's own has: a summary retells its headline, every headline is printed twice, or a full
date stands beside every one and they share no words with the article. Bare headlines are `stacked`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Final

from ...line import Line
from ..sorts import HEADLINES, RUNNING, SUMMARIES
from .footed import closing_footed
from .glued import closing_glued
from .mixed import closing_mix
from .stacked import (
    ARTICLE,
    Stack,
    closing_items,
    closing_stack,
    closing_texts,
    doubled_stacks,
)
from .summed import (
    Listing,
    alternating_from,
    dated_from,
    doubled_from,
    is_below_article,
    is_printed_again,
    may_head,
    retold_from,
    sectioned_from,
)
from .tails import HEADED

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
_ASKED: Final = 2
"""Questions in a row that are asked of somebody, at least."""
_BELOW_HEADER: Final = 2
"""The same below a header that is known."""
_HEADERS: Final = (
    4  # for speed: no article has more boxes that rules know and lists right above them
)
_IN_A_ROW: Final = 4  # for speed: no page has more boxes one below the other that nothing tells


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
    once = [line for line in lines[:end] if not is_printed_again(lines, line)]
    last = len(once) - 1
    first = alternating_from(once, last)
    top = sectioned_from(once, first)
    is_headed = top > 0 and said[once[top - 1].index] in HEADED
    if is_headed and not _are_asked(once[top:last:2]) and last - top + 1 >= 2 * _BELOW_HEADER:
        reason = "headlines with summaries, from a header to the end"
        return Listing(once[top].index, end - 1, reason)
    for start, reason in (
        (doubled_from(lines, once, first), "headlines with summaries, each printed twice"),
        (retold_from(once, first, last), "headlines, each retold by its summary"),
        (dated_from(once, last), "headlines with a date beside each, about something else"),
    ):
        if start <= last and is_below_article(once[:start]):
            return Listing(once[start - may_head(once[start - 1])].index, end - 1, reason)
    for found in _stacks(lines, end, once):
        if is_below_article(lines[: found.first]):
            return found
    footed = closing_footed(once)
    return footed or (None if "comment" in said[ARTICLE:] else _mixed(once))


def _are_asked(heads: Sequence[Line]) -> bool:
    """Whether headlines are the questions of an interview or of readers, but for one of another article."""
    asked = sum(head.text.endswith("?") for head in heads)
    return asked >= max(_ASKED, len(heads) - 1)


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
    if not stack or not is_below_article(once[: stack.first]):
        return None
    why = "headlines and what stands beside them, box after box about something else"
    return _printed(once, stack, why)


def _printed(once: Sequence[Line], stack: Stack, why: str) -> Listing:
    """The lines of a stack, counted with those that are printed twice."""
    return Listing(once[stack.first].index, once[stack.last].index, why)


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
