"""Comments without names and buttons: a heading above says what they are.

"Ý kiến bạn đọc (30)" in an ``<h3>``, and below it one element beside another, each with a sentence or
more. Paragraphs are none of them, nor is "Ý kiến chuyên gia", which says more.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from typing import Final

from ...model import HEADINGS
from ...patterns import pattern
from .dom import Page
from .layout import FURNITURE
from .lines import Line
from .prose import is_sentence
from .tree import spread, subtree_sums

FEWEST: Final = 3
"""Comments that make a list."""
NAMED: Final = 2
"""Lines of a comment too short for a sentence: who wrote it, and what. Half of the comments are longer."""
LINES: Final = 8
"""Lines of the largest comment."""
DEEP: Final = 2
"""How far down from what is around the heading the comments stand."""

_TEXTS: Final = HEADINGS | {"p", "blockquote", "table", "figure", "section"}
_HEADER: Final = pattern(
    r"\W*(?:\d+ )?(?:ý kiến|bình luận|phản hồi|thảo luận|comments?)"
    r"(?: (?:của )?(?:bạn|bạn đọc|độc giả))?(?:\W*\d+)?\W*",
    re.IGNORECASE,
)


def headed_records(page: Page, lines: Sequence[Line]) -> set[int]:
    """The elements of the comments below the first such heading that stands below prose."""
    header = _header(page, lines)
    if header < 0:
        return set()
    first, sizes = spread(page, lines)
    said = subtree_sums(page, lines, map(_is_sentence, lines))
    top = lines[header].element
    while top > 0 and first[top] + sizes[top] <= header + 1:
        top = page.parents[top]
    depth = {top: 0}
    lists: defaultdict[tuple[int, str], list[int]] = defaultdict(list)
    for element, parent in enumerate(page.parents):
        if parent in depth and depth[parent] < DEEP and element != top:
            depth[element] = depth[parent] + 1
            if first[element] > header and page.tags[element] not in _TEXTS:
                lists[parent, page.tags[element]].append(element)
    for records in lists.values():
        told = sum(said[r] > 0 for r in records)
        small = all((said[r] or sizes[r] >= NAMED) and sizes[r] <= LINES for r in records)
        if len(records) >= FEWEST and small and told * 2 >= len(records):
            return set(records)
    return set()


def _header(page: Page, lines: Sequence[Line]) -> int:
    """Index of the heading, or -1."""
    below = False
    for index, line in enumerate(lines):
        if line.role not in FURNITURE:
            below = below or line.prose
            heading = below and page.tags[line.element] in HEADINGS
            if heading and not line.links and is_header(line.text):
                return index
    return -1


def is_header(text: str) -> bool:
    """Whether `text` calls what stands below it comments: ``Ý kiến bạn đọc (30)``."""
    return bool(_HEADER.fullmatch(text))


def _is_sentence(line: Line) -> bool:
    return not (line.links or line.folded) and is_sentence(line.text)
