"""Furniture in name only: a wrapper called after the sidebar or the comments that holds the article."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import Final

from ...model import LINKED, Kind
from .clues import FEW, Clues
from .container import SUBSTANTIAL
from .dom import Page
from .fitting import KINDRED
from .layout import FURNITURE, HIDDEN, Layout
from .lines import Line
from .prose import ENDS, PROSE, is_prose
from .tree import spread, subtree_sums

COMMENTS: Final = Kind.COMMENTS.value
_MISCALLED: Final = FURNITURE - {HIDDEN, Kind.AD, Kind.PROMO}
"""What a paragraph may be called for its looks or its words; an offer reads like one, and is none."""
BETWEEN: Final = 2
"""How many lines below the headline what is called comments begins, if it is none: there is a date."""


def called_furniture(
    page: Page, layout: Layout, lines: Sequence[Line], clues: Clues
) -> Collection[int]:
    """Furniture that cannot be furniture: most of the prose is in it, all that is on the topic, or it is
    one of the paragraphs.
    """
    return {*_wrappers(page, layout, lines, clues), *_paragraphs(page, layout, lines)}


def _paragraphs(page: Page, layout: Layout, lines: Sequence[Line]) -> Iterator[int]:
    """Sentences without a link that stand as ``<p>`` between two others of the same element."""
    for above, line, below in zip(lines, lines[1:], lines[2:], strict=False):
        element = line.element
        if layout.own[element] not in _MISCALLED or page.tags[element] != "p":
            continue
        folded = page.folded.get(element)
        if folded.css_first("a") if folded else line.links:
            continue
        if is_prose(line.text, 0.0) and all(
            x.prose
            and x.role not in FURNITURE
            and page.tags[x.element] == "p"
            and page.parents[x.element] == page.parents[element]
            for x in (above, below)
        ):
            yield element


def _wrappers(page: Page, layout: Layout, lines: Sequence[Line], clues: Clues) -> Collection[int]:
    """Furniture with most of the prose in it, or with all that is on the topic."""
    long = sum([n for x in lines if x.role in FURNITURE and (n := len(x.text)) >= PROSE])
    outside = _prose(lines)
    most = long > outside  # not so on most pages, even if every long line were prose
    alone = long >= SUBSTANTIAL and not _is_spoken_of(lines, clues)
    if not (most or alone):
        return ()
    folded = {run[0]: _folded_prose(run[3]) for run in page.runs if run[0] in page.folded}
    prose = [folded[line.element] if line.folded else len(line.text) * line.prose for line in lines]
    sums = subtree_sums(page, lines, prose)
    if found := _with_most(page, layout, lines, sums) if most else ():
        return found
    return _on_topic(page, layout, lines, sums, clues) if alone else ()


def _with_most(
    page: Page, layout: Layout, lines: Sequence[Line], sums: Sequence[int]
) -> Collection[int]:
    """Furniture with more than half of the prose. Comments may have that, below an article."""
    most = [e for e, role in enumerate(layout.own) if role in FURNITURE and 2 * sums[e] > sums[0]]
    first = spread(page, lines).first if most else []
    return [
        element
        for element in most
        if layout.own[element] != COMMENTS or _prose(lines[: first[element]]) < SUBSTANTIAL
    ]


def _on_topic(
    page: Page, layout: Layout, lines: Sequence[Line], sums: Sequence[int], clues: Clues
) -> Collection[int]:
    """The outermost furniture that speaks of what the headline says.

    Comments do so too, but not right below the headline.
    """
    first, sizes = spread(page, lines)
    tried = set()
    for element, role in enumerate(layout.own):
        if page.parents[element] in tried:
            tried.add(element)
        elif role in FURNITURE and sums[element] >= SUBSTANTIAL:
            tried.add(element)
            if role == COMMENTS and first[element] > clues.headline + BETWEEN:
                continue
            own = lines[first[element] : first[element] + sizes[element]]
            texts = (text for x in own for text in x.text.split(". "))
            if any(clues.topic.share([text]) >= KINDRED for text in texts):
                return (element,)
    return ()


def _is_spoken_of(lines: Sequence[Line], clues: Clues) -> bool:
    """Whether a line outside of links and furniture speaks of what the headline says."""
    if clues.headline < 0 or clues.topic.size < FEW:
        return True
    return any(
        clues.topic.share([x.text]) >= KINDRED
        for i, x in enumerate(lines)
        if i != clues.headline and x.links <= LINKED and not x.folded and x.role not in FURNITURE
    )


def _prose(lines: Sequence[Line]) -> int:
    """Characters of prose that stand in no furniture."""
    return sum(len(x.text) for x in lines if x.role not in FURNITURE and x.prose)


def _folded_prose(text: str) -> int:
    """Characters of the lines of a folded box that read like sentences."""
    long = [s for s in text.split("\n") if len(s) >= PROSE]
    return sum(len(s) for s in long if s.endswith(ENDS)) if long else 0
