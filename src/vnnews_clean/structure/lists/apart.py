"""Whether lines are about something else than the text above them.

The items of a list in an article share pairs of words with its text, or with each other. What a newsroom
puts below an article shares neither, and below it stands nothing but the foot of a page.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Final

from ...line import Line
from ...pairs import Pairs
from ..sorts import RUNNING

APART: Final = 0.12
"""Share of the pairs of headlines that the text above has, at most."""
STRANGE: Final = 0.06
"""The same where the items are texts, or headlines with their summaries: these say more."""
_EACH_OTHER: Final = 0.1
"""Share of the pairs of items that another of them has, at most."""
_IMPRINT: Final = 2
"""Sentences in a foot, at most, of which one may be long."""


def told(lines: Sequence[Line]) -> Pairs:
    """The pairs of words of the running text in lines."""
    running = (line.pairs for line in lines if line.sort in RUNNING)
    return frozenset[tuple[str, str]]().union(*running)


def share_of(items: Sequence[Pairs], known: Pairs) -> float:
    """The share of the pairs of items that are known."""
    total = sum(map(len, items))
    return sum(len(own & known) for own in items) / total if total else 0.0


def are_alike(items: Sequence[Pairs]) -> bool:
    """Whether items say so much that another of them says, too, that they belong together."""
    seen = Counter(pair for own in items for pair in own)
    shared = sum(times for times in seen.values() if times > 1)
    return shared > _EACH_OTHER * max(1, seen.total())


def are_strange(items: Sequence[Pairs], above: Pairs, most: float) -> bool:
    """Whether items share at most so much with the text above, and hardly anything with each other."""
    return share_of(items, above) <= most and not are_alike(items)


def are_foot(below: Sequence[Line], above: Pairs) -> bool:
    """Whether the lines below a list are a page's foot, and no text that goes on."""
    running = [line.sort != "remark" for line in below if line.sort in RUNNING]
    if len(running) > _IMPRINT or sum(running) > 1:
        return False
    return all(share_of([x.pairs], above) <= APART for x in below)


def are_closing(lines: Sequence[Line], span: range, items: Sequence[Pairs], most: float) -> bool:
    """Whether the items in a span of lines are strange to the text above it, with a foot below."""
    above = told(lines[: span.start])
    return bool(above) and are_strange(items, above, most) and are_foot(lines[span.stop :], above)
