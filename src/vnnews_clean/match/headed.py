"""Boxes of a page: blocks of one sort, and the header above each run of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from ..model import HEADER_WORDS, LIKELY, Block, Document, Mark
from ..patterns import pattern

ENDS: Final = (".", "!", "?", "”", '"', ")")
"""What a sentence ends with, and no header."""
_ITEM: Final = pattern(r"\(?\d{1,3}[.)/] ?[^\W\d_]")
"""How an item of the article's own list begins, with a link below: ``1) Tủ sách trăm cuốn``."""
_ANNOUNCES: Final = pattern(r"\b(?:tại|sau|dưới|ở) đây:$|\b(?:như sau|sau|gồm):$")
"""How a sentence ends that announces a list of the article's own."""
_OTHERS: Final = pattern(r"\b(?:bài|(?<!thông )tin|(?:xem|đọc) thêm|video|clip|chủ đề)\b")
"""What it is about if the list is one of other articles."""


def with_headers(document: Document, wanted: Callable[[Block], bool]) -> Iterator[Mark]:
    """Marks of the `wanted` blocks, and of the header above each run of them.

    A run that a sentence of the article announces is the article's own.
    """
    before: Block | None = None
    article: Block | None = None
    announced = False
    for block in document.blocks:
        if not wanted(block):
            article = before if before is not None and before.inside else article
            before = block
            continue
        if before is not None:
            announced = article is not None and _announces(document, before)
            if not announced and _is_header(document, before, block, article):
                yield Mark(before.start, before.end, LIKELY)
            before = None
        if not announced:
            yield Mark(block.start, block.end, LIKELY)


def _announces(document: Document, block: Block) -> bool:
    """Whether `block` is a sentence of the article that announces a list: "… tải mẫu đơn tại đây:"."""
    if not block.inside or block.role:
        return False
    text = document.text_of(block).lower()
    return bool(_ANNOUNCES.search(text)) and not _OTHERS.search(text)


def _is_header(document: Document, block: Block, item: Block, article: Block | None) -> bool:
    """Whether `block` is the header of the box that begins with `item`, not the end of `article`."""
    text = document.text_of(block)
    if not block.inside or block.role or len(text.split()) > HEADER_WORDS:
        return False
    if text.endswith(":"):
        return True
    if _ITEM.match(text):
        return False
    own = {*block.path}
    near = article is None or len(own & {*item.path}) > len(own & {*article.path})
    return near and not text.endswith(ENDS)
