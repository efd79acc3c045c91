"""Keywords of an article, as a box or behind a label."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from ..evidence import Hit
from ..match import Box
from ..model import LIKELY, Document, Kind, Mark
from ..patterns import pattern
from ..rule import rule

_REACH: Final = 400  # characters of the longest line of keywords
_FACTS: Final = frozenset(("sự kiện:", "chủ đề:", "chuyên đề:"))  # announcements use them as well
_FACT: Final = pattern(r"\W{0,3}(?!Tag|Từ kh|Chủ đề|Sự kiện|Chuyên đề)\w[\w ]{2,24}: \S")
_BOX: Final = Box("tags.header", keywords=True)


@rule("tags.box", kind=Kind.TAGS, phrases=["tags.header", "tags.line"])
def tags_box(document: Document) -> Iterator[Mark]:
    """Keywords: under a header such as "Bài viết cùng chủ đề", or behind "Tags:".

    Drops:
        Từ khóa: bóng đá, đội tuyển, vòng loại
    Keeps:
        Chủ đề của hội thảo năm nay là nước sạch.
    """
    yield from _BOX(document)
    for hit in document.hits.get("tags.line", ()):
        line = document.lines[hit.block]
        if len(line.text) > _REACH or line.text.endswith("."):
            continue
        if hit.phrase not in _FACTS or not (_is_fact(document, hit) or _is_theme(document, hit)):
            yield Mark(line.start, line.end, LIKELY, evidence=hit.evidence)


def _is_theme(document: Document, hit: Hit) -> bool:
    """True for a single theme over running text: ``Chủ đề: Người bến sông``."""
    below = document.lines[hit.block + 1 : hit.block + 2]
    keywords = document.view[hit.end : document.blocks[hit.block].end]
    return any(line.is_paragraph for line in below) and set(",;|#").isdisjoint(keywords)


def _is_fact(document: Document, hit: Hit) -> bool:
    """True in a list such as ``Thời gian: …`` / ``Địa điểm: …`` / ``Chủ đề: …``."""
    near = document.lines[max(0, hit.block - 1) : hit.block + 2]
    beside = (x for x in near if x.index != hit.block and not x.is_credit and not x.is_byline)
    return any(_FACT.match(x.text) for x in beside)
