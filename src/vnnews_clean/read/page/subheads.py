"""Subheads that read like buttons: "Bình luận", "Chia sẻ", "Đăng nhập" in a guide to an application.

A box has one header, and what stands below it is no sentence. Where several headings of a sort stand
side by side, each over a sentence of its own, they are the article's, whatever they say.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from ...model import HEADINGS, Kind
from .dom import Page
from .lines import Line
from .prose import is_sentence

FEWEST: Final = 2
"""Headings of a sort from which on they divide a text."""


def with_subheads(page: Page, lines: Sequence[Line]) -> Sequence[Line]:
    """`lines`, with the role of headings for those that divide a text."""
    sorts: dict[int, tuple[str, int]] = {}
    for index, (line, below) in enumerate(pairwise(lines)):
        tag, parent = page.tags[line.element], page.parents[line.element]
        if tag in HEADINGS and page.parents[below.element] == parent and _is_over(line, below):
            sorts[index] = tag, parent
    if len(sorts) < FEWEST:
        return lines
    counts = Counter(sorts.values())
    found = list(lines)
    for index, sort in sorts.items():
        if counts[sort] >= FEWEST:
            found[index] = lines[index]._replace(role=Kind.HEADING.value)
    return found


def _is_over(line: Line, below: Line) -> bool:
    """Whether `line` is plain text, and a sentence stands `below` it."""
    if line.role or line.links or line.folded or below.role or below.links or below.folded:
        return False
    return is_sentence(below.text)
