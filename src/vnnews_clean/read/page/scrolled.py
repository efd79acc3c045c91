"""The next articles of a page that goes on while one scrolls.

Nothing of them is linked: each stands in an element of the make of the first one's, with a headline of
the make of its headline, and a date. Or each is an ``<article>``, with a heading of any make, and what
stands right below that, a name or a date, is made as it is in the first one.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from ...model import LINKED
from .dated import DATE, NEAR, is_date
from .dom import Page
from .lines import Line
from .tree import around, spread

TOLD: Final = 2
"""Lines of prose of the shortest ``<article>`` below which another may stand."""

_HEADINGS: Final = frozenset(("h1", "h2", "h3", "h4"))


def next_articles(page: Page, lines: Sequence[Line], headline: int) -> set[int]:
    """The elements below that of the `headline` that are made as it is, each with its own and a date."""
    element = lines[headline].element
    if page.tags[element] not in _HEADINGS and not page.attributes[element].get("class"):
        return set()
    heads = [
        index
        for index in range(headline + 1, len(lines))
        if page.tags[lines[index].element] == page.tags[element]
        and lines[index].links <= LINKED
        and _is_alike(page, lines[index].element, element)
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


def next_to(page: Page, lines: Sequence[Line], headline: int) -> set[int]:
    """The ``<article>`` elements beside that of the `headline`, and below it, that are made as it is."""
    own = next((e for e in around(page, lines[headline].element) if page.tags[e] == "article"), 0)
    if not own:
        return set()
    within = spread(page, lines)
    span = within.lines(own)
    if not _is_credit(lines, headline + 1, span) or sum(lines[i].prose for i in span) < TOLD:
        return set()
    credit = lines[headline + 1].element
    found = set()
    for element in range(own + 1, len(page.tags)):
        beside = page.tags[element] == "article" and page.parents[element] == page.parents[own]
        inner = within.lines(element) if beside and _is_alike(page, element, own) else range(0)
        if len(inner) <= TOLD or page.tags[lines[inner[0]].element] not in _HEADINGS:
            continue
        alike = _is_credit(lines, inner[1], inner) and lines[inner[1]].links <= LINKED
        made = (
            page.tags[lines[inner[1]].element],
            page.attributes[lines[inner[1]].element].get("class"),
        )
        if alike and made == (page.tags[credit], page.attributes[credit].get("class")):
            found.add(element)
    return found


def _is_credit(lines: Sequence[Line], index: int, span: range) -> bool:
    """Whether a line of an element is so short as a name or a date is."""
    return index in span and len(lines[index].text) <= DATE and not lines[index].prose


def _is_alike(page: Page, element: int, other: int) -> bool:
    """Whether two elements are of one make: the same tag, and a class in common if they have any."""
    if page.tags[element] != page.tags[other]:
        return False
    one, two = (page.attributes[e].get("class") or "" for e in (element, other))
    return one == two or not set(one.split()).isdisjoint(two.split())
