"""How much a line of a page dump weighs as prose, and the heaviest run of lines.

Prose weighs above nought and everything else below; the run with the greatest sum is the article
(Kadane's maximum-sum segment, linear).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from ..model import BOILERPLATE, Document, Label

SHORT: Final = 8.0
_BUTTON: Final = 8
LONGEST_SUMMARY: Final = 240
_SENTENCE: Final = 330
"""Characters of the longest teaser sentence."""
_HEADLINE_WORDS: Final = 5
_PERIOD: Final = 4
"""Lines from one teaser to the next, at most."""
_FEWEST: Final = 2
_LIGHTEST: Final = 40
"""Weight of the lightest article."""


def weigh(document: Document, labels: Sequence[Label], bars: frozenset[int]) -> list[float]:
    """One weight a block: prose positive by its length, other lines negative, captions nought."""
    gone = {x.start for x in labels if x.kind in BOILERPLATE}
    weights: list[float] = []
    for line in document.lines:
        size = len(line.text)
        if line.index in bars or line.start in gone or size <= _BUTTON:
            weights.append(-1.0)
        elif line.is_cut and size <= LONGEST_SUMMARY:
            weights.append(-SHORT)
        elif size >= 70 and line.is_closed:
            weights.append(min(size, 320) / 10)
        elif size >= 160:
            weights.append(min(size, 320) / 16)
        elif line.is_caption or line.is_credit:
            weights.append(0.0)
        elif line.ends_sentence and line.words >= 6:
            weights.append(2.0)
        else:
            weights.append(-SHORT)
    for index in _teasers(document, weights):
        weights[index] = -SHORT
    return weights


def _teasers(document: Document, weights: Sequence[float]) -> Iterator[int]:
    """Sentences that alternate with headlines, three times or more: a list of teasers."""
    lines = document.lines
    prose = [i for i, w in enumerate(weights) if w > 0 and i and len(lines[i].text) <= _SENTENCE]
    run: list[int] = []
    for index in [*prose, len(weights) + 9]:
        above = lines[index - 1] if index < len(weights) else None
        is_item = (
            above is not None
            and weights[index - 1] == -SHORT
            and above.is_headline
            and above.words >= _HEADLINE_WORDS
        )
        if not is_item or (run and index - run[-1] > _PERIOD):
            yield from run if len(run) > _FEWEST else ()
            run = []
        if is_item:
            run.append(index)


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
    return found if best >= _LIGHTEST else None
