"""Alt texts of images, and what a CMS glues them to."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from ..model import LIKELY, SURE, Document, Kind, Mark
from ..rule import rule
from ..shapes import is_cut, word_count
from ..textkey import slug
from .headline import headlines

_NUMBERED_IMAGE: Final = re.compile(
    r"(.{20,220}?)\s*[-–]\s*(?:ảnh|hình)\s+\d{1,2}\s*\.?", re.IGNORECASE
)


@rule("duplicate.alt_text", kind=Kind.DUPLICATE)
def duplicate_alt_text(document: Document) -> Iterator[Mark]:
    """Alt texts of images: the headline without diacritics, or numbered ("… - Ảnh 3.").

    Drops:
        lang gom hoi sinh sau muoi nam im ang
        Người lái đò già trên chuyến cuối cùng qua sông - Ảnh 2.
    Keeps:
        Nghệ nhân bên lò nung - Ảnh: Báo Sông Quê
    """
    if len(document.blocks) < 2:
        return
    slugs: set[str] | None = None
    for block in document.blocks:
        size = block.end - block.start
        if size > 240:
            continue
        text = document.text_of(block)
        if text.isascii() and text[0].islower() and word_count(text) > 3:
            slugs = _slugs(document) if slugs is None else slugs
            if text in slugs:
                yield Mark(block.start, block.end, SURE)
        elif text.rstrip(". ")[-1:].isdigit() and _NUMBERED_IMAGE.fullmatch(text):
            yield Mark(block.start, block.end, LIKELY)


@rule("duplicate.slug_item", kind=Kind.RELATED)
def slug_item(document: Document) -> Iterator[Mark]:
    """A related item with the slug of this article's headline glued in front, and its summary.

    Drops:
        lang gom hoi sinh sau muoi nam im ang Ba thế hệ giữ lửa lò nung
    Keeps:
        lang gom hoi sinh
    """
    slugs: set[str] | None = None
    for index, block in enumerate(document.blocks):
        if not index or not document.text[block.start].islower():
            continue
        text = document.text_of(block)
        if not text[:13].isascii():
            continue
        slugs = _slugs(document) if slugs is None else slugs
        if not any(len(s) > 12 and text.startswith(s + " ") for s in slugs):
            continue
        yield Mark(block.start, block.end, SURE)
        following = document.blocks[index + 1 : index + 2]
        for summary in following:
            if is_cut(document.text_of(summary)) and summary.end - summary.start < 400:
                yield Mark(summary.start, summary.end, LIKELY)


def _slugs(document: Document) -> set[str]:
    """Slugs of the headlines that have diacritics: one without is no alt text of itself."""
    return {s for _, title in headlines(document) if (s := slug(title)) != title}
