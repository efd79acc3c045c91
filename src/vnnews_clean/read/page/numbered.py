"""Linked headings that are numbered one by one, each over a text: the parts of an article, no teasers.

Lists of what others read are numbered, too, but say no more than their headlines.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from ...model import LINKED, Kind
from ...patterns import pattern
from .dom import Page
from .layout import FURNITURE
from .lines import Line
from .prose import is_sentence

FEWEST: Final = 3
"""Headings of the shortest run of them."""

_NUMBER: Final = pattern(r"(\d{1,2})[.)]\s+[^\W\d_]")


def with_numbered(page: Page, lines: Sequence[Line]) -> Sequence[Line]:
    """`lines`, with the role of headings, and as no links, for those that are."""
    likely = [
        (i, int(found[1]))
        for i, x in enumerate(lines)
        if x.links > LINKED and x.role not in FURNITURE and not x.folded
        if (found := _NUMBER.match(x.text))
    ]
    if len(likely) < FEWEST:  # for speed
        return lines
    headings = {i for run in _runs(page, lines, likely) if len(run) >= FEWEST for i in run}
    role = Kind.HEADING.value
    return [x._replace(role=role, links=0.0) if i in headings else x for i, x in enumerate(lines)]


def _runs(
    page: Page, lines: Sequence[Line], likely: Sequence[tuple[int, int]]
) -> Iterator[list[int]]:
    """The lines of `likely`, with their numbers, that count on, each over a sentence and with one tag."""
    run: list[int] = []
    for (index, number), (below, next_) in pairwise((*likely, (len(lines), 0))):
        told = any(is_sentence(x.text) and x.links <= LINKED for x in lines[index + 1 : below])
        run = [*run, index] if told else []
        alike = (
            below < len(lines)
            and page.tags[lines[below].element] == page.tags[lines[index].element]
        )
        if next_ != number + 1 or not alike:
            yield run
            run = []
