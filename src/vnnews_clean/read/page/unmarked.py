"""A headline that nothing marks: the page's head gives the site's name alone, and there is no ``<h1>``.

It is the line above the text whose pairs of words the text repeats most, and enough of them. Below a
line of prose, such as the sapo, a line is a subhead.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from ...textkey import word_pairs
from .layout import FURNITURE
from .lines import Line
from .prose import ENDS

HEADLINE: Final = 20
"""Characters of the shortest headline; the longest are no prose yet."""
WORDS: Final = 5
"""Words of the shortest one."""
REPEATED: Final = 0.4
"""Share of its pairs of words that the text repeats, at least."""
TOLD: Final = 2
"""Lines of prose of the shortest text that tells which line above it is its headline."""


def find_unmarked(lines: Sequence[Line], above: range, text: Sequence[int]) -> int:
    """The line among those `above` that the `text`, lines by index, repeats most; or -1."""
    first = next((i for i in above if lines[i].prose), above.stop)
    told = [i for i in text if lines[i].prose and lines[i].role not in FURNITURE]
    candidates = [i for i in range(above.start, first) if _may_be(lines[i])]
    if not candidates or len(told) < TOLD:
        return -1
    said = {pair for i in told if i not in candidates for pair in word_pairs(lines[i].text)}
    best, most = -1, REPEATED
    for index in candidates:
        pairs = set(word_pairs(lines[index].text))
        share = len(pairs & said) / max(1, len(pairs))
        if share >= most:
            best, most = index, share
    return best


def _may_be(line: Line) -> bool:
    """Whether `line` is as long as a headline, no link, and no sentence."""
    return (
        not line.role
        and not line.folded
        and line.links <= 0
        and len(line.text) >= HEADLINE
        and len(line.text.split()) >= WORDS
        and not line.text.endswith(ENDS[:2])
        and not line.text.endswith((":", ";", ","))
    )
