"""Headlines between the lede and the body: links that a dump left without any header."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from ..model import LIKELY, Document, Kind, Mark
from ..rule import rule
from ..shapes import is_caption, is_closed, is_headline, is_paragraph, word_count

_NEAR_HEAD: Final = 5
_FEWEST: Final = 2
_FEWEST_WORDS: Final = 8


@rule("related.under_lede", kind=Kind.RELATED, needs="text")
def under_lede(document: Document) -> Iterator[Mark]:
    """Two or more headlines, line under line, between empty lines right under the lede.

    Where paragraphs have empty lines between them, such a tight group is a list of links.

    Drops:
        Ba thế hệ giữ lửa cho lò gốm cổ bên sông
        Người trẻ trở về làng học nghề nặn đất của ông bà
    Keeps:
        Để ngỏ các lựa chọn
    """
    blocks = document.blocks
    for first in range(1, min(_NEAR_HEAD, len(blocks) - _FEWEST)):
        if blocks[first].gap < 2 or not is_paragraph(document.text_of(blocks[first - 1])):
            continue
        last = first
        while last < len(blocks) and (last == first or blocks[last].gap == 1):
            if not _is_link(document.text_of(blocks[last])):
                break
            last += 1
        if last - first >= _FEWEST and last < len(blocks) and blocks[last].gap > 1:
            for block in blocks[first:last]:
                yield Mark(block.start, block.end, LIKELY)
            return


def _is_link(text: str) -> bool:
    return (
        is_headline(text)
        and word_count(text) >= _FEWEST_WORDS
        and not is_closed(text)
        and not text.endswith(")")
        and not is_caption(text)
    )
