"""Teasers without a header, known by their shape and place."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from ..model import LIKELY, Document, Kind, Mark
from ..rule import rule
from ..signs import dots, mixed

_SUMMARY: Final = range(40, 321)  # characters of a summary that the CMS cut off
_NEAR_HEAD: Final = 5
_LINKS: Final = 2
_LINK_WORDS: Final = 8


@rule("teaser.cut_summary", kind=Kind.RELATED, sign=dots)
def teaser_cut_summary(document: Document) -> Iterator[Mark]:
    """Related items in the middle of a body: a headline, and a summary that the CMS cut off.

    At least two such pairs in a row; one alone could be a heading and a trailing thought.

    Drops:
        Lũ về sớm ở thượng nguồn
        Mực nước các sông đang lên nhanh và dự báo sẽ vượt báo động hai trong ...
    Keeps:
        Ông ngập ngừng: “Tôi cũng không biết phải nói gì nữa...”
    """
    pairs = {
        line.index
        for line in document.lines[1:]
        if len(line.text) in _SUMMARY
        and line.text.endswith((" ...", " …"))
        and document.lines[line.index - 1].is_headline
    }
    for index in sorted(index for index in pairs if {index - 2, index + 2} & pairs):
        for line in document.lines[index - 1 : index + 1]:
            yield Mark(line.start, line.end, LIKELY)


@rule("related.under_lede", kind=Kind.RELATED, needs="text", sign=mixed)
def under_lede(document: Document) -> Iterator[Mark]:
    """Two or more headlines, line under line, between empty lines right under the lede.

    Where paragraphs have empty lines between them, such a tight group is a list of links. What a text
    browser wrote has bullets in front of those: there, it is the captions of pictures.

    Drops:
        Ba thế hệ giữ lửa cho lò gốm cổ bên sông
        Người trẻ trở về làng học nghề nặn đất của ông bà
    Keeps:
        Để ngỏ các lựa chọn
    """
    if "browser" in document.dialect:
        return
    blocks = document.blocks
    for first in range(1, min(_NEAR_HEAD, len(blocks) - _LINKS)):
        if blocks[first].gap < 2 or not document.lines[first - 1].is_paragraph:
            continue
        last = first
        while last < len(blocks) and (last == first or blocks[last].gap == 1):
            line = document.lines[last]
            closed = line.is_closed or line.is_caption or line.text.endswith(")")
            broken = line.text[0].islower()  # a caption that goes on
            if closed or broken or not line.is_headline or line.words < _LINK_WORDS:
                break
            last += 1
        if last - first >= _LINKS and last < len(blocks) and blocks[last].gap > 1:
            for block in blocks[first:last]:
                yield Mark(block.start, block.end, LIKELY)
            return
