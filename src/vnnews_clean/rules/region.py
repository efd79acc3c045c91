"""A whole page as lines: where the article begins and ends, by structure alone.

A dump of a page is told by its menus and bars (names of sections, buttons, imprint), many of them
and each alone on a line. In such a dump the heaviest run of prose is the article; the headline is
looked for above it, byline and credit below.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from ..model import BOILERPLATE, SURE, Document, Kind, Label, Mark
from ..phrases import builtin
from ..rule import context_rule
from .prose import LONGEST_SUMMARY, heaviest, weigh

CONFIDENCE: Final = 0.95
"""Above editorial look-alikes: a menu's "Thể Thao" is no byline, whatever it looks like."""
_FEWEST_LINES: Final = 24
_FEWEST_BARS: Final = 8
_BARS_BESIDE_MENU: Final = 3
_MENU: Final = 9
"""Lines in a row that make a menu."""
_DIP: Final = 48.0
_CARD_WORDS: Final = 10
_TITLE_REACH: Final = 16


@context_rule(
    "page.outside_region",
    kind=[Kind.NAV, Kind.RELATED, Kind.COMMENTS, Kind.FOOTER],
    phrases=sorted(builtin().acts["page"]),
    needs="text",
)
def outside_region(document: Document, labels: Sequence[Label]) -> Iterator[Mark]:
    """Everything above and below the article in a dump of a whole page.

    Drops:
        Thể thao
        Chợ hoa xuống phố sớm hơn mọi năm
    Keeps:
        Hậu vệ
        Giá (đồng/kg)
    """
    blocks = document.blocks
    bars = document.hits.acting("page")
    phrases = {hit.phrase for hit in document.hits.saying("page")}
    if not _is_page(document, labels, len(phrases), len(bars)):
        return
    weights = weigh(document, labels, bars)
    region = heaviest(weights)
    if region is None:
        return
    region = _without_card(document, _with_head(weights, region))
    first, last = _with_signature(document, region, bars)
    title = _title_above(document, first, bars)
    signed = set(_signatures(document, title, first, bars))
    openers = _kinds(document)
    kind = Kind.NAV
    for index, block in enumerate(blocks):
        if first <= index <= last or index == title or index in signed:
            kind = Kind.RELATED
        else:
            kind = openers.get(index, kind)
            yield Mark(block.start, block.end, CONFIDENCE, kind)


def _is_page(document: Document, labels: Sequence[Label], phrases: int, bars: int) -> bool:
    """Many different bars; or a few, and a menu, or an imprint under lines of which most are open.

    Lines that a rule is sure of do not count as open: a long box under an article is no page.
    """
    lines = len(document.blocks)
    if lines < _FEWEST_LINES or phrases < _BARS_BESIDE_MENU:
        return False
    if phrases >= _FEWEST_BARS:
        return bars >= lines // 12
    if any(block > lines * 2 // 3 for block in document.hits.acting("imprint")):
        sure = {x.start for x in labels if x.kind in BOILERPLATE and x.confidence >= SURE}
        rest = [line for line in document.lines if line.start not in sure]
        return sum(line.is_closed for line in rest) * 2 < len(rest)
    run = longest = 0
    for line in document.lines:
        run = run + 1 if line.is_menu_word else 0
        longest = max(longest, run)
    return longest >= _MENU


def _with_head(weights: Sequence[float], region: tuple[int, int]) -> tuple[int, int]:
    """The region with prose above it from which only a few lines part it: a box, a player."""
    first, last = region
    total = 0.0
    for index in range(first - 1, -1, -1):
        total += weights[index]
        if total < -_DIP:
            break
        if weights[index] >= 10:
            first, total = index, max(total, 0.0)
    return first, last


def _without_card(document: Document, region: tuple[int, int]) -> tuple[int, int]:
    """The region without a teaser card at its very end: a long headline and one short sentence."""
    first, last = region
    headline, summary = document.lines[last - 1], document.lines[last]
    if (
        last - first > 3
        and len(summary.text) <= LONGEST_SUMMARY
        and headline.is_headline
        and not headline.ends_sentence
        and headline.words >= _CARD_WORDS
    ):
        return first, last - 2
    return region


def _with_signature(
    document: Document, region: tuple[int, int], bars: frozenset[int]
) -> tuple[int, int]:
    """The region with the byline and the credit below it."""
    first, last = region
    for index in range(last + 1, min(last + 3, len(document.blocks))):
        if index in bars:
            break
        line = document.lines[index]
        if line.is_credit or (line.is_byline and line.words >= 2):
            last = index
    return first, last


def _title_above(document: Document, first: int, bars: frozenset[int]) -> int:
    """Index of the headline above the region, or of its first line where there is none."""
    for index in range(first - 1, max(-1, first - _TITLE_REACH), -1):
        line = document.lines[index]
        if index not in bars and line.is_headline and line.words >= 5:
            return index
    return first


def _signatures(document: Document, title: int, first: int, bars: frozenset[int]) -> Iterator[int]:
    """Indices of the bylines between the headline and the region."""
    for index in range(title + 1, first):
        line = document.lines[index]
        if index not in bars and line.words >= 2 and line.is_byline:
            yield index


def _kinds(document: Document) -> dict[int, Kind]:
    """What the lines say that open a part of the page, by block index."""
    kinds = (Kind.NAV, Kind.RELATED, Kind.COMMENTS, Kind.FOOTER)
    return {index: kind for kind in kinds for index in document.hits.acting(f"opens_{kind}")}
