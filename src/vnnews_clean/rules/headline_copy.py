"""The headline, printed again."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from ..model import SURE, Document, Kind, Mark
from ..rule import rule
from ..textkey import fold, initial
from .headline import headlines, uncovered

_COPY_SUFFIX: Final = re.compile(
    r"\W*(?:\(\s*(?:ảnh|nguồn|hình|video|clip)[^()]{0,80}\)|[-–]?\s*(?:ảnh|hình|video|clip)\s*\d{0,2}|(?:ảnh|nguồn)\s*:.{1,60})?\W*",
    re.IGNORECASE,
)

_VERSE: Final = 4
"""Lines like headlines from which on they are verse: only the first is a headline, and refrains stay."""


@rule("duplicate.headline", kind=Kind.DUPLICATE)
def duplicate_headline(document: Document) -> Iterator[Mark]:
    """The headline printed again: as a player's title, as the text of an image, with a credit.

    Drops:
        cover of Làng gốm hồi sinh sau mười năm im ắng
        Làng gốm hồi sinh sau mười năm im ắng. (Nguồn: Báo Sông Quê)
    Keeps:
        Làng gốm hồi sinh sau mười năm im ắng là câu chuyện của cả vùng.
    """
    titles = headlines(document) if len(document.blocks) > 1 else []
    if not titles:
        return
    first: dict[str, int] = {}
    for index, title in titles:
        if title not in first or _is_covered(document, first[title]):
            first[title] = index
    longest = max(len(title) for title in first) * 2 + 120
    initials = {initial(title) for title in first}
    for index, block in enumerate(document.blocks):
        if block.end - block.start > longest:
            continue
        text = uncovered(document.text_of(block))
        if initial(text) not in initials:
            continue
        folded = fold(text)
        for title, at in first.items():
            if index == at or not folded.startswith(title) or not _is_copy(text, title):
                continue
            if at == titles[0][0] or len(titles) < _VERSE or folded != title:
                yield Mark(block.start, block.end, SURE)
                break


def _is_covered(document: Document, index: int) -> bool:
    """Whether a player's word stands in front of the line; -1 is no line."""
    text = document.text_of(document.blocks[index])
    return index >= 0 and uncovered(text) != text


def _is_copy(text: str, title: str) -> bool:
    """True where `text` is `title` and at most an image's credit or number behind it."""
    words = len(title.split())
    ends = [m.end() for m in re.finditer(r"\w+", text)]
    return len(ends) >= words and bool(_COPY_SUFFIX.fullmatch(text, ends[words - 1]))
