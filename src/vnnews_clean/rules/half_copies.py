"""Copies that are shorter or longer than a line: a cut description, a doubled lede, a doubled article."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice, pairwise
from typing import Final

from ..model import LIKELY, SURE, Document, Kind, Mark
from ..rule import rule
from ..shapes import is_cut

_SHORTEST: Final = 60
_MOST: Final = 40
"""Cut lines that are looked up in the whole text, at most: the search stays linear."""
_LEDE: Final = 1
"""Index up to which a line that ends in dots is the paper's own lede, not a copy."""


@rule("duplicate.truncated", kind=Kind.DUPLICATE)
def duplicate_truncated(document: Document) -> Iterator[Mark]:
    """A description that is the cut-off beginning of what stands in full below or above.

    Drops:
        Con tàu dài hai mươi mốt mét, đóng toàn bằng gỗ sao, là chiếc cuối cùng ...
    Keeps:
        Ông bảo: “Nghề này, nếu không ai giữ thì rồi cũng sẽ mất...”
    """
    if len(document.blocks) < 2:
        return
    candidates = (
        block
        for block in document.blocks[_LEDE + 1 :]
        if block.end - block.start >= _SHORTEST and is_cut(document.text[block.end - 3 : block.end])
    )
    for block in islice(candidates, _MOST):
        stem = document.key_of(block).rstrip(" .…")
        elsewhere = document.key.find(stem)
        if elsewhere == block.start:
            elsewhere = document.key.find(stem, block.end)
        if elsewhere >= 0 and not document.key[elsewhere + len(stem) :].startswith("..."):
            yield Mark(block.start, block.end, SURE)


@rule("duplicate.lede", kind=Kind.DUPLICATE)
def duplicate_lede(document: Document) -> Iterator[Mark]:
    """The lede said once more in full at the beginning of the body's line.

    Drops:
        Hai mươi bảy hộ đan lát ở xóm Trại vừa góp vốn lập hợp tác xã đầu tiên của huyện.
    Keeps:
        Hai mươi bảy hộ đan lát ở xóm Trại vừa góp vốn lập hợp tác xã đầu tiên của huyện, đó là tin vui nhất ở đây trong nhiều năm.
    """
    for before, block in pairwise(document.blocks[:6]):
        size = before.end - before.start
        if 60 <= size < block.end - block.start - 40:
            lede = document.key_of(before)
            if document.key.startswith(lede, block.start) and lede[-1] in '.!?…”"':
                yield Mark(block.start, block.start + size, LIKELY)


@rule("duplicate.document", kind=Kind.DUPLICATE)
def duplicate_document(document: Document) -> Iterator[Mark]:
    """The whole article once more, back to back in one flat line; or its head said twice.

    Drops:
        Sáng nay, ba trăm người đã đi bộ qua cây cầu mới trước khi cầu chính thức thông xe.
    Keeps:
        Ai về, ai về, ai về bến cũ.
    """
    for block in document.blocks:
        size = block.end - block.start
        if size < 400:
            continue
        text = document.key_of(block)
        copy = text.find(text[:60], 60)
        if copy < 0:
            continue
        if size - copy >= 200 and 3 * (size - copy) >= size and text.startswith(text[copy:]):
            yield Mark(block.start + copy, block.end, SURE)
        elif copy >= 60 and text[:copy].strip() == text[copy : copy + len(text[:copy].strip())]:
            yield Mark(block.start, block.start + copy, LIKELY)
