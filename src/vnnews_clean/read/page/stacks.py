"""Stacks of headlines: cards without an element of their own, one below the other in one box."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from typing import Final

from .dom import Page
from .lines import Line

STACK: Final = 2
"""Headlines of the smallest stack."""
_PAGE: Final = frozenset(("html", "body"))


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
        if count < STACK or page.tags[element] in _PAGE:
            continue
        own = range(first[element], first[element] + counts[element])
        headed = own[0] not in linked and not lines[own[0]].prose
        below = own[headed:]
        if below and below[0] in linked and all(i in linked or i - 1 in linked for i in below):
            found.add(element)
    return found
