"""What a text browser printed and no page said: pictures, fields of forms, numbers of links."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import SURE, Document, Kind, Mark
from ..read.browser import ALONE, FURNITURE, REFERENCES, numbers
from ..rule import rule


@rule("residue.browser", kind=Kind.UI, needs="text")
def browser_furniture(document: Document) -> Iterator[Mark]:
    """What w3m or lynx prints for a picture, a field of a form, a link's number and its target.

    Drops:
        [image]
        [logo_bao.png]

    Keeps:
        [Thông báo] Lịch nghỉ Tết của các trường

    Only where the whole text is such a browser's.
    """
    if "browser" not in document.dialect:
        return
    for block in document.blocks:
        if ALONE.fullmatch(document.view, block.start, block.end):
            yield Mark(block.start, block.end, SURE)
    for pattern in (FURNITURE.finditer(document.text), numbers(document.text)):
        for found in pattern:
            yield Mark(found.start(), found.end(), SURE)
    for index in _references(document):
        block = document.blocks[index]
        yield Mark(block.start, block.end, SURE)


def _references(document: Document) -> Iterator[int]:
    """The blocks of the list of targets that ends a text."""
    last = len(document.blocks)
    while last and REFERENCES.fullmatch(document.text_of(document.blocks[last - 1])):
        last -= 1
    listed = range(last, len(document.blocks))
    if any(document.key_of(document.blocks[i]).startswith("references") for i in listed):
        yield from listed
