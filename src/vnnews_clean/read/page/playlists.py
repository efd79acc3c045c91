"""Players between the paragraphs: the title of what plays above a list of cards of what plays next."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from typing import Final

from ...model import LINKED
from .dom import Page
from .lines import Line
from .tree import spread

PLAYLIST: Final = 2
"""Cards of the shortest list of what plays next."""

_BOXES: Final = frozenset(("div", "section", "aside", "span"))


def find_players(page: Page, lines: Sequence[Line], roots: Collection[int]) -> set[int]:
    """Boxes between the paragraphs that hold a list of cards and the title of what plays above it."""
    within = spread(page, lines)
    counts = Counter(page.parents[root] for root in roots)
    lists = {element for element, count in counts.items() if count >= PLAYLIST}
    for root in roots:
        if sum(lines[i].links > LINKED for i in within.lines(root)) >= PLAYLIST:
            lists.add(root)
    beside = {page.parents[x.element] for x in lines if x.prose} if lists else set()
    found = set()
    for list_ in lists:
        box = page.parents[list_]
        if page.parents[box] not in beside:
            continue
        span, inner = within.lines(box), within.lines(list_)
        title = lines[span.start]
        whole = span.start + 1 == inner.start and span.stop == inner.stop
        if whole and not title.prose and {page.tags[box], page.tags[title.element]} <= _BOXES:
            found.add(box)
    return found
