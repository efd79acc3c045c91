"""Teasers without a header, known by their repetition."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import LIKELY, SURE, Document, Kind, Mark
from ..rule import rule
from ..shapes import is_headline, is_paragraph
from .boxes import LONGEST_SUMMARY, fences


@rule("teaser.doubled", kind=Kind.RELATED)
def teaser_doubled(document: Document) -> Iterator[Mark]:
    """Teasers whose headline is printed twice, once for the image and once for the link.

    At least three of them make a list, up to the end or the next box; each may have a summary.

    Drops:
        Ngôi làng nghìn tuổi mở cửa đón khách
        Ngôi làng nghìn tuổi mở cửa đón khách
    Keeps:
        Ai ơi về miền sông nước!
    """
    blocks = document.blocks
    if len(blocks) < 6:
        return
    pairs = _doubled(document)
    stops = fences(document) if pairs else frozenset()
    for run in _runs(pairs, len(blocks), stops):
        for index in run:
            for at in (index - 1, index):
                yield Mark(blocks[at].start, blocks[at].end, SURE)
            summary = blocks[index + 1 : index + 2]
            if (
                summary
                and index + 1 not in stops
                and summary[0].end - summary[0].start <= LONGEST_SUMMARY
            ):
                yield Mark(summary[0].start, summary[0].end, LIKELY)


def _doubled(document: Document) -> list[int]:
    """Indices of headlines that repeat the block before them."""
    pairs: list[int] = []
    previous = ""
    for index, block in enumerate(document.blocks):
        current = document.key_of(block) if block.end - block.start <= 230 else ""
        if current and current == previous and index > 2 and is_headline(document.text_of(block)):
            pairs.append(index)
            previous = ""
        else:
            previous = current
    return pairs


def _runs(pairs: list[int], size: int, stops: frozenset[int]) -> Iterator[list[int]]:
    """Runs of at least three pairs with one block between them, up to the end or the next box.

    An image's alt text and its caption look the same; but an article goes on behind them.
    """
    run: list[int] = []
    for index in [*pairs, size + 9]:
        if run and index - run[-1] > 3:
            if len(run) > 2 and any(at in stops or at >= size for at in (run[-1] + 1, run[-1] + 2)):
                yield run
            run = []
        run.append(index)


@rule("teaser.cut_summary", kind=Kind.RELATED)
def teaser_cut_summary(document: Document) -> Iterator[Mark]:
    """Related items in the middle of a body: a headline, and a summary that the CMS cut off.

    At least two such pairs in a row; one alone could be a heading and a trailing thought.

    Drops:
        Lũ về sớm ở thượng nguồn
        Mực nước các sông đang lên nhanh và dự báo sẽ vượt báo động hai trong ...
    Keeps:
        Ông ngập ngừng: “Tôi cũng không biết phải nói gì nữa...”
    """
    blocks = document.blocks
    cut = [
        i
        for i, b in enumerate(blocks)
        if i
        and 40 <= b.end - b.start <= 320
        and (tail := document.text[b.end - 6 : b.end]).endswith((" ...", " …"))
        and '"' not in tail
    ]
    pairs = {
        i for i in cut if is_headline(t := document.text_of(blocks[i - 1])) and not is_paragraph(t)
    }
    for index in sorted(pairs):
        if index - 2 in pairs or index + 2 in pairs:
            for at in (index - 1, index):
                yield Mark(blocks[at].start, blocks[at].end, LIKELY)
