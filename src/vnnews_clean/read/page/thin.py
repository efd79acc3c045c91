"""Articles without prose: verse, notices, lists, captions, a single short sentence.

Where nothing on a page reads like prose, or what does has nothing to do with the headline, any text
counts that is no link. The body is then what an ``<article>`` holds or a name calls the body, else
what stands below the headline, else the largest run of text.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Final

from ...model import LINKED
from .dom import Page
from .layout import FURNITURE, Layout
from .lines import Line
from .tree import around, below, subtree_sums

SMALLEST: Final = 30
"""Characters of text that are an article on a page without a headline; with many links it is an index."""
LOSS: Final = 20
"""The most that a piece of furniture weighs."""

_FRONT: Final = frozenset(("byline", "date", "section", "source"))


def thin_bodies(
    page: Page,
    layout: Layout,
    lines: Sequence[Line],
    cards: Collection[int],
    headline: int,
) -> list[int]:
    """The elements that may hold an article without prose, the likeliest first."""
    weights = [_weight(line, index in cards) for index, line in enumerate(lines)]
    if headline >= 0:
        weights[headline] = 0
    sums = subtree_sums(page, lines, weights)
    best = max(sums, default=0)
    if best <= 0:
        return []
    articles = [e for e, tag in enumerate(page.tags) if tag == "article"]
    named = [*layout.containers, *(articles if len(articles) == 1 else ())]
    found = [element for element in named if sums[element] > 0][:1]
    if headline >= 0:
        return found + _below(page, lines, weights, sums, headline)
    if not found and best >= SMALLEST:
        return [len(sums) - 1 - sums[::-1].index(best)]  # the innermost
    return found


def _below(
    page: Page, lines: Sequence[Line], weights: Sequence[int], sums: Sequence[int], headline: int
) -> list[int]:
    """The best of the elements around the first text below the headline, but none above it."""
    inner = around(page, lines[headline].element)
    for element in inner:
        inside = below(page, element)
        text = next(
            (
                i
                for i in range(headline + 1, len(lines))
                if weights[i] > 0 and inside[lines[i].element]
            ),
            -1,
        )
        if text >= 0:
            chain = around(page, lines[text].element)
            chain = chain[: chain.index(element) + 1]
            return [max(chain, key=sums.__getitem__)]
    return []


def _weight(line: Line, card: bool) -> int:
    length = len(line.text)
    if line.role in FURNITURE or line.role in _FRONT:
        return -min(length, LOSS) if line.role in FURNITURE else 0
    if card or line.folded or line.links > LINKED:
        return -length
    return length
