"""Keywords of an article, as a box, behind a label, or as hashtags."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from ..model import LIKELY, Document, Kind, Mark
from ..rule import rule
from ..shapes import is_byline, is_credit
from .boxes import fences, tag_items

_HASHTAGS: Final = re.compile(r"#[^\s#]{2,40}(?:[\s,]*#[^\s#]{2,40})+$")

_FACTS: Final = frozenset(("sự kiện:", "chủ đề:", "chuyên đề:"))
"""Labels of keywords that announcements use as well."""
_FACT: Final = re.compile(r"\W{0,3}(?!Tag|Từ kh|Chủ đề|Sự kiện|Chuyên đề)\w[\w ]{2,24}: \S")


@rule("tags.box", kind=Kind.TAGS, phrases=["tags.header", "tags.line"])
def tags_box(document: Document) -> Iterator[Mark]:
    """Keywords: under a header such as "Bài viết cùng chủ đề", or behind "Tags:".

    Drops:
        Từ khóa: bóng đá, đội tuyển, vòng loại
    Keeps:
        Chủ đề của hội thảo năm nay là nước sạch.
    """
    stops = fences(document)
    for hit in document.hits.get("tags.header", ()):
        block = document.blocks[hit.block]
        yield Mark(block.start, block.end, LIKELY)
        for index in tag_items(document, hit.block, stops):
            item = document.blocks[index]
            yield Mark(item.start, item.end, LIKELY)
    for hit in document.hits.get("tags.line", ()):
        block = document.blocks[hit.block]
        if block.end - block.start > 400 or document.text_of(block).endswith("."):
            continue
        if hit.phrase not in _FACTS or not _among_facts(document, hit.block):
            yield Mark(block.start, block.end, LIKELY)


def _among_facts(document: Document, index: int) -> bool:
    """True in a list such as ``Thời gian: …`` / ``Địa điểm: …`` / ``Chủ đề: …``."""
    beside = (i for i in (index - 1, index + 1) if 0 <= i < len(document.blocks))
    texts = [document.text_of(document.blocks[i]) for i in beside]
    return any(_FACT.match(t) and not is_credit(t) and not is_byline(t) for t in texts)


@rule("tags.hashtags", kind=Kind.TAGS)
def hashtags(document: Document) -> Iterator[Mark]:
    """Two or more hashtags at the end of a line.

    Drops:
        #songque #langgom #dulich
    Keeps:
        Chiến dịch #songque thu hút hàng nghìn bạn trẻ.
    """
    if "#" not in document.text:
        return
    for block in document.blocks:
        tail = document.text.find("#", max(block.start, block.end - 400), block.end)
        found = _HASHTAGS.match(document.text, tail, block.end) if tail >= 0 else None
        if found:
            yield Mark(found.start(), found.end(), LIKELY)
