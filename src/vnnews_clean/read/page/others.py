"""Another article below the one that the page is about: a linked headline over paragraphs.

A section of the article may have a linked heading too, but speaks of what the headline says. Where a
page goes on with the next articles while one scrolls, nothing is linked: each stands in an element of
the make of the first one's, with a headline of the make of its headline, and a date.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from ...model import LINKED, WHOLLY, Kind
from .cards import HEADLINE
from .clues import Clues
from .dated import NEAR, is_date
from .dom import Page
from .fitting import ALIEN, KINDRED
from .layout import FURNITURE
from .lines import Line
from .tree import covered, spread

PARAGRAPHS: Final = 2
"""Lines of prose of the shortest article, this one or another."""

_HEADINGS: Final = frozenset(("h1", "h2", "h3", "h4"))


def with_others(page: Page, lines: Sequence[Line], clues: Clues) -> Sequence[Line]:
    """`lines`, with the role of related ones for those of other articles."""
    if clues.headline < 0:
        return lines
    others = _linked(page, lines, clues) | _next(page, lines, clues.headline)
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


def _next(page: Page, lines: Sequence[Line], headline: int) -> set[int]:
    """The elements below that of the `headline` that are made as it is, each with its own and a date."""
    element = lines[headline].element
    if page.tags[element] not in _HEADINGS and not page.attributes[element].get("class"):
        return set()
    heads = [
        index
        for index in range(headline + 1, len(lines))
        if _is_alike(page, lines[index].element, element) and lines[index].links <= LINKED
    ]
    if not heads:
        return set()
    within = spread(page, lines)
    bounds = [headline, *heads, len(lines)]
    roots = []
    for above, head, below in zip([-1, *bounds], bounds, bounds[1:], strict=False):
        root = lines[head].element
        while (up := page.parents[root]) > 0:
            span = within.lines(up)
            if span.start <= above or span.stop > below:
                break
            root = up
        roots.append(root)
    own = roots[0]
    dated = [any(map(is_date, lines[i + 1 : i + NEAR])) for i in bounds[:-1]]
    return {
        root
        for root, is_dated in zip(roots[1:], dated[1:], strict=True)
        if is_dated
        and dated[0]
        and page.parents[root] == page.parents[own]
        and _is_alike(page, root, own)
        and any(lines[i].prose for i in within.lines(root))
    }


def _is_alike(page: Page, element: int, other: int) -> bool:
    """Whether two elements are of one make: the same tag, and a class in common if they have any."""
    if page.tags[element] != page.tags[other]:
        return False
    one, two = (page.attributes[e].get("class") or "" for e in (element, other))
    return one == two or not set(one.split()).isdisjoint(two.split())


def _is_label(line: Line) -> bool:
    """Whether a word or two may stand above a headline: ``Bài kế tiếp``."""
    return not (line.links or line.role or line.folded) and len(line.text) < HEADLINE.start


def _is_linked(line: Line) -> bool:
    return line.links >= WHOLLY and len(line.text) in HEADLINE and not line.folded
