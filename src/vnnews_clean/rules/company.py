"""Lines that are a phrase of the page, not of the article: shared by the rules of bars and forms.

A phrase that could also be a heading ("Giới thiệu", "Đánh giá") counts only in company: beside
another such line, or at the edge of the document.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from ..model import LIKELY, SURE, Document, Mark
from ..shapes import is_prose, word_count

_GROUPS: Final = (
    "follow.line", "share.line", "save.line", "comments.line", "rating.line", "login.line",
    "newsletter.line", "ui.line", "ui.start", "footer.line", "footer.start", "player.line", "ad.line",
)  # fmt: skip


def bar_lines(document: Document, group: str, *, alone: bool) -> Iterator[Mark]:
    """The lines of a phrase group; with `alone`, also those in the middle of running text."""
    blocks = document.blocks
    if len(blocks) < 2:
        return
    company = {h.block for g in _GROUPS for h in document.hits.get(g, ())}
    for hit in document.hits[group]:
        block = blocks[hit.block]
        if _goes_on(document.text_of(block)):
            continue
        near = any(_beside(document, hit.block, step, company) for step in (-1, 1))
        if alone or near or word_count(hit.phrase) > 3 or _at_edge(document, hit.block):
            yield Mark(block.start, block.end, SURE if near or alone else LIKELY)


def _goes_on(text: str) -> bool:
    """True for the end of a sentence that was broken into lines: ``… ông nói và`` / ``chia sẻ.``"""
    return text[0].islower() and text.endswith(".") and not text.endswith("..")


def _beside(document: Document, index: int, step: int, company: set[int]) -> bool:
    """True where the next line that way, or the one behind a short line, is of the page too."""
    if index + step in company:
        return True
    return index + 2 * step in company and not _is_prose(document, index + step)


def _at_edge(document: Document, index: int) -> bool:
    """True among the first two lines, or the last three with no running text below.

    ``Trả lời:`` over running text is a heading of the article.
    """
    last = len(document.blocks) - 1
    if document.text_of(document.blocks[index]).endswith(":") and index < last:
        return not _is_prose(document, index + 1)
    return index < 2 or (
        index >= last - 2 and not any(_is_prose(document, i) for i in range(index + 1, last + 1))
    )


def _is_prose(document: Document, index: int) -> bool:
    return is_prose(document.text_of(document.blocks[index]))
