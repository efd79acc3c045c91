"""How much a line of a page dump weighs as prose, and the heaviest run of lines.

Prose weighs above nought and everything else below; the run with the greatest sum is the article
(Kadane's maximum-sum segment, linear).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from ..model import BOILERPLATE, Document, Label
from ..shapes import (
    ends_sentence,
    is_caption,
    is_closed,
    is_credit,
    is_cut,
    is_headline,
    word_count,
)

SHORT: Final = 8.0
_BUTTON: Final = 8
LONGEST_SUMMARY: Final = 240


def weigh(document: Document, labels: Sequence[Label], bars: set[int]) -> list[float]:
    """One weight a block: prose positive by its length, other lines negative, captions nought."""
    gone = {x.start for x in labels if x.kind in BOILERPLATE}
    weights: list[float] = []
    for index, block in enumerate(document.blocks):
        text = document.text_of(block)
        size = len(text)
        if index in bars or block.start in gone or size <= _BUTTON:
            weights.append(-1.0)
        elif is_cut(text) and size <= LONGEST_SUMMARY:
            weights.append(-SHORT)
        elif size >= 70 and is_closed(text):
            weights.append(min(size, 320) / 10)
        elif size >= 160:
            weights.append(min(size, 320) / 16)
        elif is_caption(text) or is_credit(text):
            weights.append(0.0)
        elif ends_sentence(text) and word_count(text) >= 6:
            weights.append(2.0)
        else:
            weights.append(-SHORT)
    for index in _teasers(document, weights):
        weights[index] = -SHORT
    return weights


def _teasers(document: Document, weights: Sequence[float]) -> Iterator[int]:
    """Sentences that alternate with headlines, three times or more: a list of teasers."""
    prose = [
        i
        for i, w in enumerate(weights)
        if w > 0 and i and len(document.text_of(document.blocks[i])) <= 330
    ]
    run: list[int] = []
    for index in [*prose, len(weights) + 9]:
        above = (
            document.text_of(document.blocks[index - 1]) if index <= len(document.blocks) else ""
        )
        if (
            index < len(weights)
            and weights[index - 1] == -SHORT
            and is_headline(above)
            and word_count(above) >= 5
        ):
            if run and index - run[-1] > 4:
                yield from run if len(run) > 2 else ()
                run = []
            run.append(index)
            continue
        yield from run if len(run) > 2 else ()
        run = []


def heaviest(weights: Sequence[float]) -> tuple[int, int] | None:
    """First and last index of the run of lines with the greatest sum."""
    best, found = 0.0, None
    total, start = 0.0, 0
    for index, weight in enumerate(weights):
        if total <= 0:
            total, start = 0.0, index
        total += weight
        if total > best:
            best, found = total, (start, index)
    return found if best >= 40 else None
