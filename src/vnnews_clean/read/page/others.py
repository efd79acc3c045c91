"""Another article below the one that the page is about: a linked headline over paragraphs.

A section of the article may have a linked heading too, but speaks of what the headline says.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from ...model import WHOLLY, Kind
from .cards import HEADLINE
from .clues import Clues
from .dom import Page
from .fitting import ALIEN, KINDRED
from .layout import FURNITURE
from .lines import Line
from .scrolled import next_articles, next_to
from .tree import covered, spread

PARAGRAPHS: Final = 2
"""Lines of prose of the shortest article, this one or another."""

_HEADINGS: Final = frozenset(("h1", "h2", "h3", "h4"))


def with_others(page: Page, lines: Sequence[Line], clues: Clues) -> Sequence[Line]:
    """`lines`, with the role of related ones for those of other articles."""
    if clues.headline < 0:
        return lines
    others = _linked(page, lines, clues) | next_articles(page, lines, clues.headline)
    others |= next_to(page, lines, clues.headline)
    if not others:
        return lines
    inside = covered(page, others)
    role = Kind.RELATED.value
    return [
        x._replace(role=role) if inside[x.element] and x.role not in FURNITURE else x for x in lines
    ]


def _linked(page: Page, lines: Sequence[Line], clues: Clues) -> set[int]:
    """The elements of articles below a linked headline that have nothing to do with this one."""
    heads = [
        index
        for index in range(clues.headline + 1, len(lines))
        if page.tags[lines[index].element] in _HEADINGS and _is_linked(lines[index])
    ]
    if not heads:
        return set()
    own = [x.text for x in lines[clues.headline + 1 : heads[0]] if x.prose]
    kin = clues.topic.share(own)
    if len(own) < PARAGRAPHS or kin < KINDRED:
        return set()
    first, sizes = spread(page, lines)
    others = set()
    for index in heads:
        root = lines[index].element
        begin = index - _is_label(lines[index - 1])
        while root > 0 and begin <= first[page.parents[root]] <= index:
            root = page.parents[root]
        said = [x.text for x in lines[first[root] :][: sizes[root]] if x.prose]
        if len(said) >= PARAGRAPHS and ALIEN * clues.topic.share(said) <= kin:
            others.add(root)
    return others


def _is_label(line: Line) -> bool:
    """Whether a word or two may stand above a headline: ``Bài kế tiếp``."""
    return not (line.links or line.role or line.folded) and len(line.text) < HEADLINE.start


def _is_linked(line: Line) -> bool:
    return line.links >= WHOLLY and len(line.text) in HEADLINE and not line.folded
