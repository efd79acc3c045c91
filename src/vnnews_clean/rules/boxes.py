"""Where a box of other articles ends: shared by the rules that know how one begins.

A box is a header and its items. Its end is found by what cannot be an item: an empty line after
items that had none between them, a full paragraph that is no teaser, a source credit, a byline,
the header of the next box, the footer.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from itertools import chain
from operator import attrgetter
from typing import Final

from ..model import Block, Document
from ..shapes import (
    is_byline,
    is_caption,
    is_credit,
    is_cut,
    is_headline,
    is_paragraph,
    is_prose,
    word_count,
)
from ..textkey import fold

LONGEST_SUMMARY: Final = 420
_FENCES: Final = (
    "related.header",
    "most_read.header",
    "tags.header",
    "tags.line",
    "footer.line",
    "footer.start",
    "comments.line",
    "share.line",
    "login.line",
    "podcast.line",
)
_STAMP: Final = re.compile(
    r"[\W\d]*(?:\d{1,2}[:/.-]\d{1,2}|\d+ (?:giờ|phút|ngày|tháng) trước)[\W\d]*"
)
_RANK: Final = re.compile(r"#?\d{1,2}[.)]?")
_AREA: Final = 80
_NEAR: Final = 3
_DATED: Final = re.compile(r"\s*\(\d{1,2}[/-]\d{1,2}(?:[/-]\d{2,4})?\)$")


def fences(document: Document) -> frozenset[int]:
    """Indices of the blocks in which another box, a bar or the footer begins."""
    hits = chain.from_iterable(document.hits.get(group, ()) for group in _FENCES)
    return frozenset(hit.block for hit in hits)


def box_blocks(document: Document, header: int, stops: frozenset[int]) -> list[int]:
    """Indices of the header and its items; none where the "header" is a heading of the article.

    "Nổi bật" or "Xu hướng" is the article's own where the article goes on behind the items.
    """
    box = [header, *box_items(document, header, stops)]
    headings = {hit.block for hit in document.hits.get("box.heading", ())}
    if header in headings and not document.markup:
        return [] if _goes_on(document, box[-1] + 1, stops - headings) else box
    return box


def _goes_on(document: Document, index: int, stops: frozenset[int]) -> bool:
    """True where running text stands among the lines from `index` on, before the next box."""
    for at in range(index, min(index + _NEAR, len(document.blocks))):
        if at in stops:
            return False
        if is_prose(document.text_of(document.blocks[at])):
            return True
    return False


def box_items(document: Document, header: int, stops: frozenset[int]) -> Iterator[int]:
    """Indices of the blocks that belong to the box under block `header`; `stops` are `fences`."""
    blocks = document.blocks
    if header + 1 >= len(blocks):
        return
    tight = blocks[header + 1].gap < 2
    headlines: list[str] = []
    dated = 0
    numbered = False
    for index in range(header + 1, min(len(blocks), header + _AREA)):
        block = blocks[index]
        whole = document.text_of(block)
        text = _DATED.sub("", whole) if whole.endswith(")") else whole
        dated += text != whole
        if index in stops or (headlines and tight and block.gap > 1) or _ends_box(text):
            return
        if dated > 1 and text == whole and not is_cut(text):
            return
        if document.markup and not _may_be_item(block, blocks[header]):
            return
        doubled = len(headlines) > 1 and headlines[-1] == headlines[-2]
        if headlines and (doubled or is_cut(text)) and len(text) <= LONGEST_SUMMARY:
            headlines.append(fold(text) if is_headline(text) else "")
        elif is_headline(text) and not is_paragraph(text):
            headlines.append(fold(text))
        elif _RANK.fullmatch(text) and (numbered or _stands_over_item(document, index)):
            numbered = True
        elif not (_STAMP.fullmatch(text.lower()) or _is_section(document, index)):
            return
        yield index


def _is_section(document: Document, index: int) -> bool:
    """Whether a line is the section's name above an item."""
    sections = document.hits.get("nav.section", ())
    at = bisect_left(sections, index, key=attrgetter("block"))
    named = at < len(sections) and sections[at].block == index
    return named and _stands_over_item(document, index)


def _stands_over_item(document: Document, index: int) -> bool:
    """Whether a headline follows, or nothing."""
    below = map(document.text_of, document.blocks[index + 1 : index + 2])
    return all(is_headline(text) and not is_paragraph(text) for text in below)


def _ends_box(text: str) -> bool:
    return is_credit(text) or (is_byline(text) and word_count(text) <= 4) or is_caption(text)


def _may_be_item(block: Block, header: Block) -> bool:
    """In a page, an item is a link, or stands in the innermost container of its header."""
    return block.links >= 0.5 or (
        bool(header.path) and block.path[: len(header.path)] == header.path
    )


def tag_items(document: Document, header: int, stops: frozenset[int]) -> Iterator[int]:
    """Indices of the keyword lines under block `header`: a few words each, no sentence."""
    for index in range(header + 1, min(len(document.blocks), header + 1 + _AREA)):
        text = document.text_of(document.blocks[index])
        if index in stops or len(text) > 45 or word_count(text) > 8 or text[-1] in ".!?:":
            return
        yield index
