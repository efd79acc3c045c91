"""Counting along lines: distances to the next of a sort, running sums, buckets, rhythm. All linear."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from itertools import accumulate
from operator import sub
from typing import Final

FAR: Final = 10**9
"""The distance to what is not there."""
_ROUGH: Final = {
    "headline": "h", "asks": "h", "cut": "s", "sentence": "s", "open": "s", "paragraph": "s", "long": "P",
    "stamp": "d", "number": "d", "menu": "m", "short": "m", "byline": "m", "credit": "m",
    "caption": "c", "label": "l", "remark": "r",
}  # fmt: skip
"""Sorts that take the same place in an item of a list."""
_LONGEST_PERIOD: Final = 3
_REPEATS: Final = 6


def bucket(value: int, borders: tuple[int, ...]) -> int:
    """The number of `borders` that `value` exceeds."""
    return bisect_left(borders, value)


def part(some: int, whole: int) -> int:
    """How much of `whole` is `some`: 0 nothing, 1 to 5 by fifths, 6 all."""
    if not some:
        return 0
    return 6 if some >= whole else 1 + min(4, 5 * some // whole)


def sums(values: Iterable[int]) -> list[int]:
    """Running sums, a nought in front: the sum of ``[i, j)`` is ``sums[j] - sums[i]``."""
    return list(accumulate(values, initial=0))


def around(marks: Sequence[bool], above: int, below: int) -> list[int]:
    """How many lines are marked among each one, as many `above` it and as many `below`."""
    counts = sums(marks)
    until = [*counts[below + 1 :], *[counts[-1]] * below]
    return list(map(sub, until, [*[0] * above, *counts]))[: len(marks)]


def distances(marks: Sequence[bool]) -> list[int]:
    """For each line the lines between it and the next one below that is marked, or `FAR`."""
    found = [FAR] * len(marks)
    distance = FAR
    for index in range(len(marks) - 1, -1, -1):
        found[index] = distance
        distance = 0 if marks[index] else distance + (distance < FAR)
    return found


def latest(marks: Iterable[bool]) -> list[int]:
    """For each line the last one up to it that is marked, or -1."""
    found: list[int] = []
    last = -1
    for index, mark in enumerate(marks):
        last = index if mark else last
        found.append(last)
    return found


def rhythm(sorts: Sequence[str]) -> list[str]:
    """How sorts repeat around each line, where headlines take part: ``2:4s`` is the summary of
    one of four items of two lines. ``-`` where nothing repeats. The shortest period wins.
    """
    rough = [_ROUGH[sort] for sort in sorts]
    found = ["-"] * len(rough)
    for period in range(_LONGEST_PERIOD, 0, -1):
        run = 0
        for index in range(period, len(rough) + 1):
            if index < len(rough) and rough[index] == rough[index - period]:
                run += 1
                continue
            start = index - run - period
            if run >= 2 * period - (period > 1) and _has_items(rough[start:index], period):
                times = min((run + period) // period, _REPEATS)
                found[start:index] = [f"{period}:{times}{rough[at]}" for at in range(start, index)]
            run = 0
    return found


def _has_items(members: Sequence[str], period: int) -> bool:
    """Whether headlines are among the lines, and something else where an item has several."""
    return "h" in members and (period == 1 or len(set(members[:period])) > 1)
