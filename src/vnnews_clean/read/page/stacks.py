"""Stacks of headlines: cards without an element of their own, one below the other in one box.

Each has a line of its own, and one below it for its summary; or the summary goes on in the same line.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from typing import Final

from ...model import LINKED
from .dom import PAGE, Page
from .lines import Line
from .tree import spread

STACK: Final = 2
"""Headlines of the smallest stack."""
LED: Final = 3
"""Lines that begin with a linked headline and go on with a sentence, in the smallest stack of those."""
HEADLINE: Final = 30
"""Characters of the shortest such headline; the linked names of places in a list have fewer."""


def stacked(
    page: Page,
    lines: Sequence[Line],
    linked: Collection[int],
    counts: Sequence[int],
    first: Sequence[int],
) -> set[int]:
    """Elements that hold nothing but `linked` headlines (lines, by index), each with a line below it or
    none, and a header above the first.

    `counts` are the lines in each element, `first` is the first of them.
    """
    stacks = Counter(page.parents[lines[index].element] for index in linked)
    found = set()
    for element, count in stacks.items():
        if count < STACK or page.tags[element] in PAGE:
            continue
        own = range(first[element], first[element] + counts[element])
        headed = own[0] not in linked and not lines[own[0]].prose
        below = own[headed:]
        if below and below[0] in linked and all(i in linked or i - 1 in linked for i in below):
            found.add(element)
    return found


def stacked_in_line(page: Page, lines: Sequence[Line]) -> set[int]:
    """Elements that hold nothing but lines that begin with a linked headline, below a header or none."""
    counts = Counter(page.parents[x.element] for x in lines if _is_led(page, x))
    stacks = {e: n for e, n in counts.items() if n >= LED and page.tags[e] not in PAGE}
    found = set()
    for element, count in stacks.items():
        own = spread(page, lines).lines(element)
        if len(own) - count > 1:
            continue
        if len(own) == count or not (lines[own[0]].prose or _is_led(page, lines[own[0]])):
            found.add(element)
    return found


def _is_led(page: Page, line: Line) -> bool:
    """Whether `line` begins with a linked headline, and goes on with a sentence."""
    if not 0 < line.links <= LINKED or not line.prose or line.links * len(line.text) < HEADLINE:
        return False
    element = line.inner
    while element > line.element and page.tags[element] != "a":
        element = page.parents[element]
    return page.tags[element] == "a"
