"""A page that links all its paragraphs, as previews do that lead to the whole story: they are its text."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Final

from ...model import LINKED
from .dom import Page
from .layout import FURNITURE
from .lines import Line
from .prose import is_prose
from .tree import around

PARAGRAPHS: Final = 3
"""Linked sentences beside each other that are an article."""
OUTWEIGHS: Final = 2
"""How many times as much as all prose without a link they say, at least."""


def with_linked_paragraphs(page: Page, lines: Sequence[Line]) -> Sequence[Line]:
    """`lines`, where the paragraphs of such a page are no links.

    A card's summary has its headline in the same link, and cards stand beside each other, not their
    summaries.
    """
    plain = sum([len(x.text) for x in lines if x.prose])
    beside: defaultdict[int, list[int]] = defaultdict(list)
    for index, line in enumerate(lines):
        if line.links > LINKED and not line.folded and _is_sentence(line):
            beside[_outside(page, line.element)].append(index)
    best = max(beside.values(), key=len, default=[])
    if len(best) < PARAGRAPHS:
        return lines
    said = sum(len(lines[i].text) for i in best)
    alone = {_box(page, lines[i].element) for i in best}
    others = sum(_box(page, x.element) in alone for x in lines)
    if said < OUTWEIGHS * plain or others > len(best):
        return lines
    chosen = set(best)
    return [x._replace(links=0.0, prose=True) if i in chosen else x for i, x in enumerate(lines)]


def _is_sentence(line: Line) -> bool:
    stopped = line.text.endswith((".", "”", '"', "!")) and not line.text.endswith("..")
    return line.role not in FURNITURE and stopped and is_prose(line.text, 0.0)


def _box(page: Page, element: int) -> int:
    """The link that `element` stands in, or itself."""
    links = (e for e in around(page, element) if page.tags[e] == "a")
    return next(links, element)


def _outside(page: Page, element: int) -> int:
    return page.parents[_box(page, element)]
