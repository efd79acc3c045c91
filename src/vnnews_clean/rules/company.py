"""Lines that are a phrase of the page, not of the article: shared by the rules of bars and forms.

A phrase that could also be a heading ("Giới thiệu", "Đánh giá") counts only in company: beside
another such line, or at the edge of the document.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from ..model import LIKELY, SURE, Document, Mark
from ..shapes import word_count

_GROUPS: Final = (
    "follow.line", "share.line", "save.line", "comments.line", "rating.line", "login.line",
    "newsletter.line", "ui.line", "footer.line", "footer.start", "player.line", "ad.line",
)  # fmt: skip


def bar_lines(document: Document, group: str, *, alone: bool) -> Iterator[Mark]:
    """The lines of a phrase group; with `alone`, also those in the middle of running text."""
    blocks = document.blocks
    company = {h.block for g in _GROUPS for h in document.hits.get(g, ())}
    for hit in document.hits[group]:
        block = blocks[hit.block]
        near = company & set(range(hit.block - 2, hit.block + 3)) - {hit.block}
        edge = hit.block < 2 or hit.block >= len(blocks) - 3
        if len(blocks) > 1 and (alone or near or edge or word_count(hit.phrase) > 3):
            yield Mark(block.start, block.end, SURE if near or alone else LIKELY)
