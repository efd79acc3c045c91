"""Links to other articles inside flat text: arrows, "Xem thêm:", headlines in brackets."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from ..borders import has_break
from ..links import begins_link, is_last_link, link_end
from ..model import LIKELY, SURE, Document, Kind, Mark
from ..patterns import pattern
from ..rule import rule
from ..shapes import begins_small, word_count
from ..signs import Unusual
from ..textkey import UPPER

_ARROW: Final = pattern(r"(?:>{2,}|=>>|»)")
_BRACKET: Final = pattern(
    rf"(?<=[.!?”\"…/]\s)\s*+\[\s?(?:\[?(?:Photo|Video|Infographics?)\]?\s*)?[\"“']?[{UPPER}\d][^\[\]]{{22,140}}\](?=\s*(?:[\"“'(\[]*[{UPPER}\d]|$))",
    re.MULTILINE,
)
_BEGINNING: Final = 60  # for speed: so many characters tell how a headline begins
_WORDS: Final = 5  # words of a headline in brackets, at least
_QUOTATION: Final = 400  # characters within which the beginning of a quotation is looked for


@rule("related.arrow", kind=Kind.RELATED, sign=Unusual(">»"))
def related_arrow(document: Document) -> Iterator[Mark]:
    """An arrow with a headline, in the middle or at the end of running text.

    Where the headline ends is told by the next arrow, two spaces, a question mark, a call, or the
    end of the line; where nothing tells, nothing is cut.

    Drops:
        … theo ông Hải. >> Xem thêm: Lúa chín sớm, nông dân phấn khởi
    Keeps:
        Vào Cài đặt >> Âm thanh >> Nhạc chuông rồi chọn bài hát.
    """
    text = document.view
    for index, block in enumerate(document.blocks):
        position, cut = block.start, -1
        while arrow := _ARROW.search(text, position, block.end):
            position = arrow.end()
            chained = cut >= 0 and not text[cut : arrow.start()].strip()
            if arrow.start() == block.start and len(arrow.group()) > 1:
                chained = True
            elif arrow.group() == "»" and not text[arrow.start() - 1 : arrow.start()].isspace():
                continue  # a quotation ends
            begins = chained or begins_link(text, block.start, arrow.start())
            if not begins and not is_last_link(text, block, arrow):
                continue
            if begins_small(text[arrow.end() : block.end][:_BEGINNING]):
                continue  # a verse, or the sentence goes on
            end = link_end(text, arrow.end(), block.end)
            if end is not None and (end > arrow.end() or index == len(document.blocks) - 1):
                yield Mark(arrow.start(), end, SURE)
                position = cut = max(position, end)


@rule("related.bracket", kind=Kind.RELATED, sign=Unusual("["))
def related_bracket(document: Document) -> Iterator[Mark]:
    """A headline in square brackets between two sentences, as the news agency links its stories.

    Drops:
        [Bắc Bộ sắp đón đợt không khí lạnh đầu tiên trong mùa]
    Keeps:
        “Họ [các kỹ sư] đã làm việc suốt đêm”, ông nói.
    """
    text = document.view
    for found in _BRACKET.finditer(text):
        start, end = found.span()
        low = max(0, start - _QUOTATION)
        remark = text.rfind("“", low, start) > text.rfind("”", low, start)  # the reporter's
        if word_count(found.group()) >= _WORDS and not remark and not has_break(text, start, end):
            yield Mark(start, end, LIKELY)
