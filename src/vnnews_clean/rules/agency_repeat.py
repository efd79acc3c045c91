"""Ledes of other articles behind the end of this one, each with the channel's mark in front."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from ..model import LIKELY, Document, Kind, Mark
from ..rule import rule
from ..textkey import LOWER, UPPER

_MARK: Final = re.compile(
    rf"[{UPPER}][{UPPER}{LOWER}&]{{1,11}}\.(?:vn|VN|com\.vn)\s?[-–—]\s?(?=\S)"
)
_HEAD: Final = 260
"""Characters within which the article's own mark stands."""
_LONGEST: Final = 330
"""Characters of one foreign lede, at most."""


@rule("related.agency_repeat", kind=Kind.RELATED)
def agency_repeat(document: Document) -> Iterator[Mark]:
    """The channel's mark once more, far behind the lede: related ledes up to the end.

    Drops:
        … VTV.vn - Đàn bò tót trở lại rừng quốc gia.VTV.vn - Nông dân trúng mùa hành tím.
    Keeps:
        VTV.vn - Chợ nổi trên sông đông khách trở lại sau mùa lũ.
    """
    text = document.text
    if document.key.find(".vn", 0, _HEAD) < 0:
        return
    own = _MARK.search(text, 0, _HEAD)
    if own is None or text.count(own.group().strip(" -–—")) < 2:
        return
    marks = [m.start() for m in _MARK.finditer(text, _HEAD) if m.group()[:4] == own.group()[:4]]
    end = document.blocks[-1].end
    run: list[int] = []
    following = end
    for start in reversed(marks):
        if following - start > _LONGEST:
            break
        run.append(start)
        following = start
    if run:
        yield Mark(run[-1], end, LIKELY)
