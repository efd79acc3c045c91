"""The way from the front page to the article."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from ..model import SURE, Document, Kind, Mark
from ..rule import rule
from ..shapes import word_count

_SEPARATOR: Final = re.compile(r"\s*(?:>{1,2}|›|»|/|\||→|▸)\s*")
_LONGEST: Final = 200
_NAME: Final = 6
"""Words of the longest name of a section."""


@rule("nav.breadcrumb", kind=Kind.NAV, phrases=["nav.home"])
def breadcrumb(document: Document) -> Iterator[Mark]:
    """A line of sections that begins with the front page; the last one may be the headline.

    Drops:
        Trang chủ > Kinh tế > Nông nghiệp
    Keeps:
        Trang chủ của dự án có bản đồ từng con mương.
    """
    for hit in document.hits["nav.home"]:
        block = document.blocks[hit.block]
        if block.end - block.start > _LONGEST or len(document.blocks) < 2:
            continue
        home, *names = _SEPARATOR.split(document.text_of(block))
        if not names or len(home) > hit.end - block.start:
            continue
        if all(word_count(name) <= _NAME for name in names[:-1]) and not names[-1].endswith("."):
            yield Mark(block.start, block.end, SURE)
