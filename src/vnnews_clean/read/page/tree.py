"""Sums and reaches over the elements of a page, each in one pass over its columns."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from typing import NamedTuple

from .dom import Page, Spread
from .lines import Line


class Weighed(NamedTuple):
    """The lines of a page with what each speaks for or against its being article."""

    page: Page
    lines: Sequence[Line]
    weights: Sequence[int]
    """By line: characters of prose, negative where it is none."""
    sums: Sequence[int]
    """By element: the sum of the weights of the lines in it."""
    shared: dict[int, int]
    """By element: how many of the headline's words stand in it, where somebody has asked."""


def subtree_sums(page: Page, lines: Sequence[Line], weights: Iterable[int]) -> list[int]:
    """For every element the sum of the `weights` of all lines in it."""
    sums = [0] * len(page.tags)
    for line, weight in zip(lines, weights, strict=True):
        sums[line.element] += weight
    parents = page.parents
    for element in range(len(sums) - 1, 0, -1):
        if own := sums[element]:
            sums[parents[element]] += own
    return sums


def below(page: Page, element: int) -> list[bool]:
    """For every element whether it is `element` or stands in it; for -1, none does."""
    return covered(page, (element,))


def covered(page: Page, roots: Collection[int]) -> list[bool]:
    """For every element whether it is one of `roots` or stands in one."""
    parents = page.parents
    inside = [False] * len(parents)
    known = [root for root in roots if root >= 0]
    for root in known:
        inside[root] = True
    for element in range(min(known, default=len(parents)) + 1, len(parents)):
        if inside[parents[element]]:
            inside[element] = True
    return inside


def around(page: Page, element: int) -> list[int]:
    """`element` and its ancestors, innermost first."""
    chain = []
    while element >= 0:
        chain.append(element)
        element = page.parents[element]
    return chain


def spread(page: Page, lines: Sequence[Line]) -> Spread:
    """Which of `lines`, in their order, stand in which element. Remembered while they stay there."""
    where = [line.element for line in lines]
    parents = page.parents
    size = len(parents)
    if page.spread and page.spread[0] == where and len(page.spread[1].first) == size:
        return page.spread[1]
    first, counts = [len(where)] * size, [0] * size
    for index in range(len(where) - 1, -1, -1):
        element = where[index]
        first[element] = index
        counts[element] += 1
    for element in range(size - 1, 0, -1):
        if own := counts[element]:
            parent = parents[element]
            counts[parent] += own
            first[parent] = min(first[parent], first[element])
    found = Spread(first, counts)
    page.spread = where, found
    return found


def characters(lines: Sequence[Line], span: range) -> int:
    """How many characters the `lines` of a short `span` have."""
    return sum([len(lines[index].text) for index in span])
