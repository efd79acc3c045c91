"""Headlines glued to a lede that trails off in dots."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from ..borders import last_sentence
from ..model import LIKELY, Document, Kind, Mark
from ..rule import rule
from ..shapes import is_caption, is_closed, is_cut, word_count

_LEDE: Final = 2
"""Lines among which the lede stands."""
_REACH: Final = 700
"""Characters of the longest run of glued headlines."""
_FEWEST_WORDS: Final = 12


@rule("related.lede_tail", kind=Kind.RELATED, needs="text")
def lede_tail(document: Document) -> Iterator[Mark]:
    """What stands behind the dots of a lede, up to the end of its line and without any stop.

    A lede that ends in dots has said all it will say; the headlines of related articles come next.
    Of 4,214 texts one had such a tail, and it was such a box.

    Drops:
        Ba nhà vườn cùng mất trộm một đêm Bắt nhóm trộm cây cảnh liên huyện
    Keeps:
        Nhiệt độ cao nhất ở các tỉnh miền núi phía bắc chỉ còn 12 đến 14 độ
    """
    for lede in document.blocks[:_LEDE] if len(document.blocks) > _LEDE else ():
        start = last_sentence(document.text, lede.end, lede.start, _REACH)
        if start is None or start == lede.start:
            continue
        if not is_cut(document.text[lede.start : start].rstrip()):
            continue
        tail = document.text[start : lede.end]
        if word_count(tail) >= _FEWEST_WORDS and not is_closed(tail) and not is_caption(tail):
            yield Mark(start, lede.end, LIKELY)
