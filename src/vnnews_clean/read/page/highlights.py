"""What an article is about, as a list between its headline and its body, where the body says it again."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from ...model import HEADER_WORDS, LINKED
from ...textkey import word_pairs
from .dom import LISTS, Page
from .layout import FURNITURE
from .lines import Line
from .tree import around, spread

SAID: Final = 0.5
"""Share of a list's pairs of words that the body has as well, at least."""
WORDS: Final = 12
"""Words of the shortest list that is looked for in the body."""


def highlights(
    page: Page, lines: Sequence[Line], inside: Sequence[bool], headline: int
) -> list[range]:
    """The lines of such lists, each with the header above it; `headline` is a line's index."""
    begin = next((i for i, line in enumerate(lines) if inside[line.element]), 0)
    lists: dict[int, None] = {}
    for line in lines[headline + 1 : begin] if headline >= 0 else ():
        if not (line.links or line.role):
            chain = around(page, line.element)
            lists.update(dict.fromkeys([e for e in chain if page.tags[e] in LISTS][-1:]))
    if not lists:  # for speed
        return []
    within = spread(page, lines)
    said = {pair for x in lines if inside[x.element] for pair in _pairs(x)}
    found = []
    for element in lists:
        span = within.lines(element)
        if span.stop > begin:
            continue  # the body is in it
        pairs = [pair for i in span for pair in _pairs(lines[i])]
        if len(pairs) >= WORDS and sum(pair in said for pair in pairs) >= SAID * len(pairs):
            headed = span.start - 1 > headline and _may_head(lines[span.start - 1])
            found.append(range(span.start - headed, span.stop))
    return found


def _pairs(line: Line) -> Iterator[tuple[str, str]]:
    return word_pairs(line.text) if line.links <= LINKED else iter(())


def _may_head(line: Line) -> bool:
    plain = not (line.links or line.folded) and line.role not in FURNITURE
    return plain and len(line.text.split()) <= HEADER_WORDS
