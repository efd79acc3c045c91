"""Teaser cards: small elements, side by side or alone, that begin with a linked headline."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Final

from ...model import CONTENT, LINKED, WHOLLY
from .dom import Page
from .layout import FURNITURE
from .lines import Line
from .prose import is_prose
from .tree import around, covered, first_lines, subtree_sums

HEADLINE: Final = range(18, 220)
"""Characters of a linked headline."""
CARD_LINES: Final = 4
CARD_CHARACTERS: Final = 700
"""A teaser card is no larger: headline, summary, section, date."""

_OTHER: Final = FURNITURE | CONTENT
_PAGE: Final = frozenset(("html", "body"))


def find_cards(page: Page, lines: Sequence[Line]) -> frozenset[int]:
    """Lines of teaser cards: small elements, side by side or alone, that begin with a linked headline."""
    roots = _card_roots(page, lines)
    if not roots:
        return frozenset()
    in_card = covered(page, roots)
    return frozenset(i for i, line in enumerate(lines) if in_card[line.element])


def _card_roots(page: Page, lines: Sequence[Line]) -> set[int]:
    headlines = [
        (index, line)
        for index, line in enumerate(lines)
        if line.links > LINKED and len(line.text) in HEADLINE and line.role not in _OTHER
        if line.links >= WHOLLY or not line.text.endswith(".")  # that is a sentence with a link
    ]
    if not headlines:
        return set()
    parents = page.parents
    counts = subtree_sums(page, lines, [1] * len(lines))
    characters = subtree_sums(page, lines, [len(line.text) for line in lines])
    first = first_lines(page, lines)
    topped = {e for x in lines if page.tags[x.element] == "h1" for e in around(page, x.element)}
    lists: defaultdict[tuple[int, str], set[int]] = defaultdict(set)
    roots: set[int] = set()
    prose = [is_prose(line) for line in lines]
    for index, line in headlines:
        root = line.element
        if counts[root] > CARD_LINES or characters[root] > CARD_CHARACTERS:
            continue  # a line between the paragraphs
        above = parents[root]
        alone = root if first[root] == index else -1
        while (
            counts[above] <= CARD_LINES
            and characters[above] <= CARD_CHARACTERS
            and above not in topped
            and page.tags[above] not in _PAGE
            and not any(prose[first[above] : index])  # a card has no text above its headline
        ):
            root, above = above, parents[above]
            alone = root if first[root] == index else alone
        lists[above, page.tags[root]].add(root)
        if alone >= 0 and counts[alone] > 1 and page.tags[line.element] != "h1":
            roots.add(alone)
    return roots.union(*(group for group in lists.values() if len(group) > 1))
