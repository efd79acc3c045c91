"""Copies that are shorter or longer than a line: a cut description, a doubled head, a doubled article."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import Final

from ..model import LIKELY, SURE, Document, Kind, Mark
from ..outline import BULKY, SAME
from ..rule import rule
from ..shapes import is_cut
from ..signs import dots, restarts

_SHORTEST: Final = 60  # characters of a description, at least: what is shorter may be a refrain
_MOST: Final = 40
"""Cut lines that are looked up in the whole text, at most: the search stays linear."""
_HEAD: Final = 2
"""Lines at the head among which one that ends in dots is the paper's own lede, not a copy."""
_COPY: Final = 200  # characters of the second copy, at least


@rule("duplicate.truncated", kind=Kind.DUPLICATE, sign=dots)
def duplicate_truncated(document: Document) -> Iterator[Mark]:
    """A description that is the cut-off beginning of what stands in full below or above.

    Drops:
        Con tàu dài hai mươi mốt mét, đóng toàn bằng gỗ sao, là chiếc cuối cùng ...
    Keeps:
        Ông bảo: “Nghề này, nếu không ai giữ thì rồi cũng sẽ mất...”
    """
    candidates = (
        block
        for block in document.blocks[_HEAD:]
        if block.end - block.start >= _SHORTEST and is_cut(document.view[block.end - 3 : block.end])
    )
    for block in islice(candidates, _MOST):
        stem = document.key_of(block).rstrip(" .…")
        elsewhere = document.key.find(stem)
        if elsewhere == block.start:
            elsewhere = document.key.find(stem, block.end)
        if elsewhere >= 0 and not document.key.startswith("...", elsewhere + len(stem)):
            yield Mark(block.start, block.end, SURE)


@rule("duplicate.document", kind=Kind.DUPLICATE, sign=restarts)
def duplicate_document(document: Document) -> Iterator[Mark]:
    """The whole article once more, back to back in one flat line; or its head said twice.

    Drops:
        Sáng nay, ba trăm người đã đi bộ qua cây cầu mới trước khi cầu chính thức thông xe.
    Keeps:
        Ai về, ai về, ai về bến cũ.
    """
    for block in document.blocks:
        size = block.end - block.start
        if size < BULKY:
            continue
        text = document.key_of(block)
        copy = text.find(text[:SAME], SAME)
        if copy < 0:
            continue
        head = text[:copy].strip()
        if size - copy >= max(_COPY, size / 3) and text.startswith(text[copy:]):
            yield Mark(block.start + copy, block.end, SURE)
        elif text.startswith(head, copy):
            yield Mark(block.start, block.start + copy, LIKELY)
