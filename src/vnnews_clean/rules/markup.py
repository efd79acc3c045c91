"""What markup says of the lines inside the article."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from ..model import BOILERPLATE, EDITORIAL, LIKELY, SURE, Block, Document, Kind, Mark
from ..rule import rule

WHOLLY: Final = 0.9
"""Share of linked characters from which on a line is nothing but a link."""
HEADER_WORDS: Final = 12
"""The longest header of a box."""
SENTENCE: Final = 160
"""Characters from which on a linked line is rather a linked sentence of the article."""


@rule("markup.furniture", kind=sorted(BOILERPLATE), needs="markup")
def markup_furniture(document: Document) -> Iterator[Mark]:
    """A box inside the article that a site pack, a class name or a tag calls what it is.

    ``<div class="box-tinlienquan">``, ``<nav>``, ``<button>``, ``<div style="display:none">`` …
    """
    for block in document.blocks:
        if block.inside and block.role in BOILERPLATE:
            yield Mark(block.start, block.end, SURE, Kind(block.role))


@rule("markup.editorial", kind=sorted(EDITORIAL), needs="markup")
def markup_editorial(document: Document) -> Iterator[Mark]:
    """A caption, byline, date or source that a pack, a class name or a tag calls so."""
    for block in document.blocks:
        if block.role in EDITORIAL:
            yield Mark(block.start, block.end, SURE, Kind(block.role))


@rule("markup.teaser_card", kind=Kind.RELATED, needs="markup")
def markup_teaser_card(document: Document) -> Iterator[Mark]:
    """Teaser cards: small elements, side by side, that each begin with a linked headline.

    With them goes the header of the box, a short line right above.
    """
    for index, block in enumerate(document.blocks):
        if block.inside and block.role == "card":
            yield Mark(block.start, block.end, LIKELY)
            header = document.blocks[index - 1] if index else block
            if _is_header(document, header, block):
                yield Mark(header.start, header.end, LIKELY)


@rule("markup.link_line", kind=Kind.RELATED, needs="markup")
def markup_link_line(document: Document) -> Iterator[Mark]:
    """A line of the article that is nothing but a link, and the header above it.

    A heading that is linked, a credit, and a whole linked sentence are left alone.
    """
    for index, block in enumerate(document.blocks):
        if not _is_link_line(document, block):
            continue
        yield Mark(block.start, block.end, LIKELY)
        header = document.blocks[index - 1] if index else block
        if document.text_of(header).endswith(":") and _is_header(document, header, block):
            yield Mark(header.start, header.end, LIKELY)


def _is_link_line(document: Document, block: Block) -> bool:
    if not block.inside or block.role or block.links < WHOLLY or block.tag[:1] == "h":
        return False
    text = document.text_of(block)
    return len(text) < SENTENCE and not text.startswith(("(", "Theo ", "Nguồn", "Ảnh"))


def _is_header(document: Document, block: Block, item: Block) -> bool:
    """Whether `block` may be the header of a box that `item` stands in: short, beside it, no sentence."""
    text = document.text_of(block)
    return (
        block is not item
        and block.inside is True
        and not block.role
        and len(text.split()) <= HEADER_WORDS
        and not text.endswith((".", "!", "?", "”", '"', ")"))
        and (block.path[:-2] == item.path[: len(block.path) - 2])
    )
