"""Links to other articles inside flat text: arrows, "Xem thêm:", headlines in brackets."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from ..borders import LONGEST_LINK, has_break, link_end
from ..model import LIKELY, SURE, Block, Document, Kind, Mark
from ..patterns import pattern
from ..rule import rule
from ..shapes import begins_small, ends_sentence, is_headline, word_count
from ..signs import Unusual
from ..textkey import UPPER

_ARROW: Final = pattern(r"(?:>{2,}|=>>|»)")
_BEHIND_LINK: Final = pattern(r"(?:>>|\)|\]|tại đây|TẠI ĐÂY|\.vn|\.com)[^>]{0,58}$")
_MENU: Final = pattern(r"[\w)\]]\s>{2,}\s\w")
_CALLING: Final = pattern(r"\b(?:xem|đọc|ngay|tiếp|chi tiết)\s*$", re.IGNORECASE)
"""An arrow behind a call points at nothing: ``Bấm xem ngay >>``."""
_CALL: Final = 12
_FLAT: Final = 400  # characters from which on a line holds an article, and not a path through menus
_REACH: Final = 60  # characters in front of an arrow that tell whether a link begins there
_HEADLINE_WORDS: Final = 5
"""Words from which on what stands between two arrows, or in brackets, is a headline."""
_BRACKET: Final = pattern(
    rf"(?<=[.!?”\"…/]\s)\s*+\[\s?(?:\[?(?:Photo|Video|Infographics?)\]?\s*)?[\"“']?[{UPPER}\d][^\[\]]{{22,140}}\](?=\s*(?:[\"“'(\[]*[{UPPER}\d]|$))",
    re.MULTILINE,
)
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
            begins = chained or _starts_link(text, block.start, arrow.start())
            if not begins and not _closes(text, block, arrow):
                continue
            if begins_small(text[arrow.end() : block.end][:_REACH]):
                continue  # a verse, or the sentence goes on
            end = link_end(text, arrow.end(), block.end)
            if end is not None and (end > arrow.end() or index == len(document.blocks) - 1):
                yield Mark(arrow.start(), end, SURE)
                position = cut = max(position, end)


def _starts_link(text: str, floor: int, start: int) -> bool:
    """True where an arrow stands behind a finished sentence, wide space or another link.

    A path through menus (``Cài đặt >> Âm thanh >> Nhạc chuông``) has a few words between arrows.
    """
    before = text[max(floor, start - _REACH) : start]
    if before.endswith(("  ", "\t")) or ends_sentence(before.rstrip()):
        return True
    _, arrow, item = before.rpartition(">>")
    if arrow and word_count(item) >= _HEADLINE_WORDS:
        return True
    return bool(_BEHIND_LINK.search(before)) and not _MENU.search(text, start - 2, start + 6)


def _closes(text: str, block: Block, arrow: re.Match[str]) -> bool:
    """True where the only arrow of flat text stands in front of a headline that is its last words."""
    start, size = arrow.end(), block.end - block.start
    if (
        size < _FLAT
        or start + LONGEST_LINK < block.end
        or text.find(">>", block.start) < arrow.start()
    ):
        return False
    headline = text[start : block.end].strip()
    if _CALLING.search(text, arrow.start() - _CALL, arrow.start()):
        return False
    return (
        word_count(headline) >= _HEADLINE_WORDS and headline[0].isupper() and is_headline(headline)
    )


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
        if word_count(found.group()) < _HEADLINE_WORDS or _is_quoted(text, start):
            continue
        if not has_break(text, start, end):
            yield Mark(start, end, LIKELY)


def _is_quoted(text: str, start: int) -> bool:
    """True inside a quotation: what stands in brackets there is the reporter's remark."""
    low = max(0, start - _QUOTATION)
    return text.rfind("“", low, start) > text.rfind("”", low, start)
