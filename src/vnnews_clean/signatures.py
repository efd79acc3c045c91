"""Where an article is signed: names and sources under its headline, at its end, inside flat text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from .borders import last_sentence
from .line import Line
from .model import Document
from .openers import BEHIND_NAMES, COMPOUNDS
from .outline import ARTICLE, BYLINE
from .patterns import pattern
from .read.repair.syllables import is_syllable
from .shapes import LONGEST_BYLINE, is_byline, is_credit, word_count
from .structure.cohesion import goes_on
from .textkey import LOWER, UPPER

_FOOT: Final = 4
"""Lines at either end among which a signature stands, and the names that it has at most."""
_CLOSING: Final = 70
"""Characters of the longest signature behind the last full stop."""
_TEASER: Final = 12
"""Words of what stands behind it, at least."""
_TOLD: Final = 8
"""The same behind a source."""
_FIGURES: Final = 0.25
"""Share of those words that are figures, at most: more are a table, as of a league."""
_ABBREVIATED: Final = pattern(r"\b(?:TP|Tp|TS|ThS|PGS|GS|BS|LS|Q|P|H|TX|TT|Mr|Mrs|Dr|St)\.$")
_INITIALS: Final = pattern(r"(?:\w{1,2}\.\s?){1,4}|PV\.?|(?:\w{1,2}\.)+\w+\.?")
_FIGURE: Final = pattern(r"(?<!\S)\S*\d\S*")
_SYLLABLE: Final = rf"[{UPPER}][{LOWER}]+"
_NAME: Final = rf"(?:{_SYLLABLE}(?: {_SYLLABLE}){{1,3}}?|(?:[{UPPER}]{{1,2}}\.){{1,3}} ?(?:{_SYLLABLE}|[{UPPER}]\b)?)"
_FAMILIES: Final = frozenset(
    "Nguyễn Trần Lê Phạm Hoàng Huỳnh Phan Vũ Võ Đặng Bùi Đỗ Ngô Dương Lý Đinh Đoàn Trịnh Lương Tạ".split()
)
"""Names of families; they are words, too, and may stand in the text in small letters."""
_PLACE: Final = (
    r"(?:Hàn Quốc|Trung Quốc|Triều Tiên|Nhật Bản|Việt Nam|Thái Lan|Hà Lan|Ba Lan|Phần Lan|Đài Loan|Ấn Độ|Hà Nội"
    r"|Hải Phòng|Đà Nẵng|Cần Thơ|Bắc Kinh|Thượng Hải|Bình Nhưỡng|Châu Âu|Châu Á|Đông Nam Á|Liên Hợp Quốc|Thụy Điển"
    r"|Thụy Sĩ|Tây Ban Nha|Bồ Đào Nha|Thổ Nhĩ Kỳ|Nhà Trắng|Điện Kremlin|Lầu Năm Góc)"
)
"""Names of two words and more that no name of a person ends with."""
_SIGNED: Final = pattern(
    rf"[.!…”\"] ({_NAME}(?: [-–] {_NAME})?)(?: \((?:ghi|tổng hợp|t/h|thực hiện)\))? "
    rf"(?=(?:{BEHIND_NAMES}|{_PLACE}) [{LOWER}\d]|{COMPOUNDS}|(?:Sáng|Trưa|Tối) (?:nay|qua|\d))"
)
"""A byline between two sentences. The second begins with a word that ends no name; the first asks
nothing, as a reader's letter does that is answered below.
"""
_ANSWER: Final = pattern(r"[^.!?…]*(?:\b(?:bạn|tôi)\b|: )", re.IGNORECASE)
"""A sentence that speaks to the writer of a letter, or that somebody says."""
_CREDITED: Final = pattern(r"\(?\s*+(?:theo|ngu|tổng|lược)")
"""How a source begins: for speed."""
_SOURCE: Final = pattern(
    rf"(?<=[.!?…”\"]\s)(?:[{UPPER}][\w.]*\s+){{0,4}}\([Tt]heo\s[^()\n]{{2,45}}\)\s*(?=[\"“‘]?[{UPPER}\d])"
)
"""A source in brackets behind a sentence, with the name in front of it, and another sentence."""


def is_name(line: Line) -> bool:
    """True for a byline that is no source."""
    return line.is_byline and not line.is_credit


def is_signature(line: Line) -> bool:
    """A source, or a name: one word alone is rather the heading of a section."""
    return line.is_credit or (line.is_byline and line.words > 1)


def is_signed(document: Document, near: int) -> bool:
    """Whether a source or a name stands among the last lines, `near` the very last one."""
    for block in document.blocks[-near - 1 : -1]:
        start, end = block[:2]
        if end - start <= LONGEST_BYLINE or _CREDITED.match(document.key, start, end):
            text = document.text_of(block)
            if is_credit(text) or (is_byline(text) and word_count(text) > 1):
                return True
    return False


def ends(lines: Sequence[Line]) -> tuple[int, int]:
    """The last line near the headline, and the first near the end. Names are not counted: where
    they are gone, no other line is nearer. Running text ends what is near the end.
    """
    head = left = 0
    while head + 1 < len(lines) and left < _FOOT:
        head += 1
        left += lines[head].text.isupper() or not is_name(lines[head])
    foot, left = len(lines), 0
    while foot > 1 and left < _FOOT and not lines[foot - 1].is_paragraph:
        foot -= 1
        left += not is_name(lines[foot])
    return head, foot


def is_listed(lines: Sequence[Line], line: Line) -> bool:
    """True for one of more names in a row than any article is signed with: a list, or a text in
    capitals, whose lines look like names.
    """
    count = 1
    for step in (-1, 1):
        at = line.index + step
        while 0 <= at < len(lines) and count <= _FOOT and is_name(lines[at]):
            at += step
            count += 1
    return count > _FOOT


def closing(document: Document) -> int | None:
    """Where what stands behind the last full stop of the last block begins, if it is short."""
    if not document.blocks:
        return None
    last = document.blocks[-1]
    start = last_sentence(document.view, last.end, last.start, 2 * _CLOSING)
    return start if start and start > last.start and last.end - start <= _CLOSING else None


def signs(text: str, start: int, tail: str) -> bool:
    """Whether names behind the last full stop sign: not behind a semicolon or an abbreviation ("TP."), nor as a whole sentence of one name."""
    before = text[max(0, start - 8) : start].rstrip()
    if before.endswith((";", ":")) or _ABBREVIATED.search(before):
        return False
    return not tail.endswith(".") or bool(_INITIALS.fullmatch(tail))


def source_inside(document: Document) -> re.Match[str] | None:
    """The source in flat text behind which less stands than in front of it."""
    if not document.blocks:
        return None
    last, text = document.blocks[-1], document.view
    if "(theo " not in document.key[last.start : last.end]:  # for speed
        return None
    found = _SOURCE.search(text, last.start, last.end)
    if found is None or found.start() - last.start <= last.end - found.end():
        return None
    behind = text[found.end() : last.end]
    if word_count(behind) < _TOLD or goes_on(text[last.start : found.start()], behind):
        return None
    return found


def byline_inside(document: Document) -> re.Match[str] | None:
    """The only byline that may be one in the last line of flat text, if less stands behind it than in
    front: group 1 is the name, which stands nowhere else.
    """
    text, block = document.view, document.blocks[-1]
    half = block.start + max(ARTICLE, (block.end - block.start) // 2)
    found = _SIGNED.search(text, half - BYLINE, block.end)  # for speed
    if found is None or len(list(_SIGNED.finditer(text, block.start, block.end))) != 1:
        return None
    above, below = text[block.start : found.start(1)], text[found.end() : block.end]
    if len(above) < max(ARTICLE, len(below)) or word_count(below) < _TEASER:
        return None
    if len(_FIGURE.findall(below)) > _FIGURES * word_count(below):
        return None
    if goes_on(above, below) or _ANSWER.match(below):
        return None
    return found if _is_new(document, found[1]) else None


def _is_new(document: Document, name: str) -> bool:
    """Whether `name` is of Vietnamese syllables and stands nowhere else.

    Nor does its first word, in small letters, if it is no family's: "Hồ Gươm" is a lake.
    """
    first = name.split(maxsplit=1)[0]
    if "." not in name and not all(map(is_syllable, re.findall(r"\w+", name))):
        return False
    if first not in _FAMILIES and re.search(rf"(?<!\w){first.lower()}(?!\w)", document.view):
        return False
    return document.key.count(name.lower()) == 1
