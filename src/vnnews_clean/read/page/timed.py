"""Lists of what plays where no card is a link: each has a title and how long it plays.

That is told from a schedule, from chapters and from a match by minutes, whose times go up or down.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from ...patterns import pattern
from .dom import Page
from .lines import Line
from .tree import spread

TIMED: Final = 4
"""Titles with a time of the shortest list."""
LINES: Final = 4
"""Lines of the largest card."""
TURNS: Final = 0.25
"""Share of the steps from one time to the next that go up, and that go down, at least."""
WORDS: Final = 5
"""Words of the shortest title."""

_TIME: Final = pattern(r"(?:(\d{1,2}):)?(\d{1,2}):(\d\d)")
_UNITS: Final = (3600, 60, 1)
_CARDS: Final = frozenset(("div", "section", "article", "li", "a"))


def timed_cards(page: Page, lines: Sequence[Line]) -> set[int]:
    """Elements side by side that each hold a title and a time, in no order of the times."""
    likely = [
        (i, x)
        for i, x in enumerate(lines)
        if (x.text[0].isdigit() or x.text[-1].isdigit()) and not (x.links or x.prose or x.folded)
    ]
    timed = [(i, time) for i, x in likely if (time := _time(x.text)) >= 0]
    if len(timed) < TIMED:  # for speed
        return set()
    within = spread(page, lines)
    lists: defaultdict[tuple[int, str, str | None], dict[int, int]] = defaultdict(dict)
    for index, time in timed:
        root = lines[index].element
        while within.counts[root] == 1 and not _is_title(lines[within.first[root]]):
            root = page.parents[root]
        span = within.lines(root)
        small = page.tags[root] in _CARDS and len(span) <= LINES
        if small and sum(_is_title(lines[i]) for i in span) == 1:
            key = page.parents[root], page.tags[root], page.attributes[root].get("class")
            lists[key].setdefault(root, time)
    return {root for roots in lists.values() if _is_mixed([*roots.values()]) for root in roots}


def _time(text: str) -> int:
    """Seconds of the time that a line begins or ends with, or is; -1 if there is none."""
    found = _TIME.match(text) or _TIME.fullmatch(text.rpartition(" ")[2])
    if not found:
        return -1
    return sum(int(n or 0) * unit for n, unit in zip(found.groups(), _UNITS, strict=True))


def _is_title(line: Line) -> bool:
    said = _TIME.sub("", line.text)
    return len(said.split()) >= WORDS and not said.endswith(".")


def _is_mixed(times: Sequence[int]) -> bool:
    """Whether so many `times` go up and down, one after the other."""
    steps = [after - before for before, after in pairwise(times)]
    least = max(1, TURNS * len(steps))
    return (
        len(times) >= TIMED and min(sum(x > 0 for x in steps), sum(x < 0 for x in steps)) >= least
    )
