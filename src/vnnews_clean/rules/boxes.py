"""Boxes of other articles that say so themselves, and lines that are a link to one."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from ..line import Line
from ..match.box import box_items
from ..model import LIKELY, SURE, Document, Kind, Mark
from ..patterns import pattern
from ..rule import rule
from ..shapes import LONGEST_SUMMARY, begins_small, is_headline, is_paragraph, word_count
from ..signs import Unusual, bracketed

_ARROW: Final = pattern(r"(?:>{1,4}|»+|›{2,}|►|▶|➤|→|=>+)\s*")
_BULLETS: Final = frozenset("»►▶➤")  # signs that also stand in front of the items of a list
_LONGEST: Final = 300
_DATED: Final = pattern(r"(.{8,220}?[^.\s])\s?\((\d{1,2})/(\d{1,2})(?:/((?:19|20)\d{2}))?\)")
_YEARLESS: Final = 3  # lines in a row whose dates have no year, at least
_SUBJECT_WORDS: Final = 3  # words of a subject or a headline in front of its date, at least
_BULLETED: Final = 160  # characters of a headline behind a sign that may be a bullet


@rule("related.pointer_line", kind=Kind.RELATED, phrases=["related.pointer_line"])
def related_pointer_line(document: Document) -> Iterator[Mark]:
    """A line that points at another article: "Xem thêm: <headline>", and the headlines below a bare one.

    Drops:
        Xem thêm: Giá nhà ở vùng ven tăng mạnh
        >> Đọc thêm: Ba cách giữ ấm cho trẻ nhỏ
    Keeps:
        Xem thêm những bức ảnh này, nhiều người không giấu được xúc động.
    """
    for hit in document.hits["related.pointer_line"]:
        line = document.lines[hit.block]
        tail = document.view[hit.end : line.end].strip()
        if hit.phrase[-1].isalpha() and not tail.endswith(":"):
            continue
        if len(tail) > LONGEST_SUMMARY or (is_paragraph(tail) and not line.is_cut):
            continue
        yield Mark(line.start, line.end, SURE, evidence=hit.evidence)
        if not tail or tail.endswith(":"):
            for index in box_items(document, hit.block):
                item = document.lines[index]
                yield Mark(item.start, item.end, LIKELY, evidence=hit.evidence)


@rule("related.arrow_line", kind=Kind.RELATED, sign=Unusual(">»›►▶➤→="))
def related_arrow_line(document: Document) -> Iterator[Mark]:
    """A line that an arrow makes a link: ">> <headline>".

    Drops:
        >> Mở rộng điều tra vụ án tại bến cảng
    Keeps:
        Chọn Cài đặt >> Âm thanh >> Nhạc chuông để đổi nhạc chuông.
        >> đò đã sang rồi sao bến còn chờ
    """
    text = document.view
    for block in document.blocks:
        arrow = _ARROW.match(text, block.start, block.end)
        if arrow is None:
            continue
        sign, headline = arrow.group().strip(), text[arrow.end() : block.end]
        if begins_small(headline):
            continue
        if len(sign) > 1 and sign[0] != "→":
            if len(headline) <= _LONGEST and not is_paragraph(headline):
                yield Mark(block.start, block.end, SURE)
        elif sign in _BULLETS and is_headline(headline) and len(headline) <= _BULLETED:
            yield Mark(block.start, block.end, LIKELY)


@rule("related.dated_list", kind=Kind.RELATED, needs="text", sign=bracketed)
def dated_list(document: Document) -> Iterator[Mark]:
    """Two or more lines in a row that are a headline and its date in brackets, the newest first.

    The first may be the subject of all, with a date of its own. Without a year, three. What goes forward in time is a
    chronology, and the article's.

    Drops:
        Ghe chìm giữa ngã ba sông(17/05/2004)
        Lập trạm cứu hộ ở ngã ba sông (12/05/2004)
    Keeps:
        Khởi công cầu treo lần thứ nhất (12/05/2004)
    """
    run: list[tuple[Line, tuple[str, ...]]] = []
    for line in (*document.lines, None):
        dated = _DATED.fullmatch(line.text) if line and line.text.endswith(")") else None
        if line and dated and word_count(dated[1]) >= _SUBJECT_WORDS:
            run.append((line, (dated[4] or "", dated[3].zfill(2), dated[2].zfill(2))))
            continue
        dates = [date for _, date in run]
        newest_first = all(one >= other for one, other in pairwise(dates[1:]))
        forward = all(one < other for one, other in pairwise(dates))
        fewest = 2 if any(year for year, _, _ in dates) else _YEARLESS
        if len(run) >= fewest and newest_first and not forward:
            for found, _ in run:
                yield Mark(found.start, found.end, SURE)
        run = []
