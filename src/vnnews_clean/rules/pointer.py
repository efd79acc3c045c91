"""Links to other articles inside flat text: arrows, "Xem thêm:", brackets, teasers with a call."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from ..borders import has_break, last_sentence, link_end
from ..model import LIKELY, SURE, Document, Kind, Mark
from ..rule import rule
from ..shapes import ends_sentence, is_cut, is_headline
from ..textkey import UPPER

_ARROW: Final = re.compile(r"(?:>{2,}|=>>|»)")
_BRACKET: Final = re.compile(
    rf"(?<=[.!?”\"…/]\s)\[(?:\[?(?:Photo|Video|Infographics?)\]?\s*)?[\"“']?[{UPPER}\d][^\[\]]{{22,140}}\](?=\s*(?:[\"“'(\[]*[{UPPER}\d]|$))",
    re.MULTILINE,
)
_MENU: Final = re.compile(r"[\w)\]]\s>{2,}\s\w")


@rule("related.arrow", kind=Kind.RELATED)
def related_arrow(document: Document) -> Iterator[Mark]:
    """An arrow with a headline, in the middle or at the end of running text.

    Where the headline ends is told by the next arrow, two spaces, a question mark, a call, or the
    end of the line; where nothing tells, nothing is cut.

    Drops:
        … theo ông Hải. >> Xem thêm: Lúa chín sớm, nông dân phấn khởi
    Keeps:
        Vào Cài đặt >> Âm thanh >> Nhạc chuông rồi chọn bài hát.
    """
    text = document.text
    if ">>" not in text and "»" not in text:
        return
    for index, block in enumerate(document.blocks):
        position = block.start
        while arrow := _ARROW.search(text, position, block.end):
            position = arrow.end()
            if arrow.start() == block.start and len(arrow.group()) > 1:
                pass
            elif arrow.group() == "»" or not _starts_link(text, block.start, arrow.start()):
                continue
            end = link_end(text, arrow.end(), block.end)
            if end is not None and (end > arrow.end() or index == len(document.blocks) - 1):
                yield Mark(arrow.start(), end, SURE)
                position = max(position, end)


def _starts_link(text: str, floor: int, start: int) -> bool:
    """True where an arrow stands behind a finished sentence, wide space or another link."""
    before = text[max(floor, start - 60) : start]
    if before.endswith(("  ", "\t")) or ends_sentence(before.rstrip()):
        return True
    return (
        bool(re.search(r"(?:>>|\)|\]|tại đây|TẠI ĐÂY|\.vn|\.com)[^>]{0,58}$", before))
        and not _MENU.search(text, start - 2, start + 6)
        or ">>" in before
    )


@rule("related.pointer", kind=Kind.RELATED, phrases=["related.pointer"])
def related_pointer(document: Document) -> Iterator[Mark]:
    """ "Xem thêm:" with a headline inside flat text, or bare at its end.

    Drops:
        … trong năm tới. Xem thêm: Lúa chín sớm, nông dân phấn khởi
    Keeps:
        Xem thêm những hình ảnh dưới đây, người đọc sẽ hiểu vì sao.
    """
    text = document.text
    for hit in document.hits["related.pointer"]:
        block = document.blocks[hit.block]
        if hit.start == block.start:
            continue
        end = link_end(text, hit.end, block.end)
        if end is not None:
            yield Mark(hit.start, end, SURE)


@rule("related.bracket", kind=Kind.RELATED)
def related_bracket(document: Document) -> Iterator[Mark]:
    """A headline in square brackets between two sentences, as the news agency links its stories.

    Drops:
        [Bắc Bộ sắp đón đợt không khí lạnh đầu tiên trong mùa]
    Keeps:
        “Họ [các kỹ sư] đã làm việc suốt đêm”, ông nói.
    """
    if "[" not in document.text:
        return
    for found in _BRACKET.finditer(document.text):
        if len(found.group().split()) >= 5 and not has_break(
            document.text, found.start(), found.end()
        ):
            yield Mark(found.start(), found.end(), LIKELY)


@rule("related.teaser_call", kind=Kind.RELATED, phrases=["related.teaser_call"])
def related_teaser_call(document: Document) -> Iterator[Mark]:
    """A headline, one sentence and a call such as "Bấm xem ngay >>".

    Drops:
        Ba bàn thắng muộn cứu đội khách Trận đấu kịch tính tới phút cuối. Bấm xem ngay >>
    Keeps:
        Người chơi bấm xem lại đoạn phim trước khi trả lời.
    """
    text, blocks = document.text, document.blocks
    for hit in document.hits["related.teaser_call"]:
        block = blocks[hit.block]
        if hit.start - block.start <= 3:
            yield Mark(block.start, block.end, SURE)
            yield from _card_above(document, hit.block)
            continue
        before = len(text[: hit.start].rstrip())
        start = last_sentence(text, before, block.start)
        if start is not None and start < before:
            yield Mark(start, hit.end, LIKELY)


def _card_above(document: Document, call: int) -> Iterator[Mark]:
    """The headline and the summary that stand as lines of their own above a call."""
    above = document.blocks[max(0, call - 2) : call]
    if len(above) == 2 and call > 2:
        headline, summary = map(document.text_of, above)
        if (
            is_headline(headline)
            and not ends_sentence(headline)
            and (is_cut(summary) or len(summary) <= 260)
        ):
            for block in above:
                yield Mark(block.start, block.end, LIKELY)
