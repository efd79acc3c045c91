"""The headlines and ledes of other articles that stand behind the byline of flat text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from ..model import LIKELY, Block, Document, Kind, Mark
from ..openers import BEHIND_NAMES, COMPOUNDS
from ..outline import FEW
from ..patterns import pattern
from ..read.repair.syllables import is_syllable
from ..rule import rule
from ..shapes import word_count
from ..signs import few
from ..structure.cohesion import goes_on
from ..textkey import LOWER, UPPER

_ARTICLE: Final = 500  # characters of the article in front of its byline, at least
_TEASER: Final = 12  # words of what stands behind it, at least
_FIGURES: Final = 0.25  # share of the words of headlines and ledes that are figures, at most
_FIGURE: Final = pattern(r"(?<!\S)\S*\d\S*")
_LONGEST: Final = 80  # for speed: no byline has more characters
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


@rule("related.below_byline", kind=Kind.RELATED, needs="text", sign=few)
def below_byline(document: Document) -> Iterator[Mark]:
    """Behind the byline of flat text, which is named nowhere else: headlines and ledes up to the end.

    Drops:
        Nhiều chủ ghe bán trái cây sang nghề chở khách vì lời lãi mỗi chuyến một ít đi.
    Keeps:
        Minh Sơn cho biết nhiều chủ ghe bán trái cây đã sang nghề chở khách, vì lời lãi mỗi chuyến một ít đi.

    What follows the name begins with a word that ends none.
    """
    if not 0 < len(document.blocks) <= FEW:
        return
    block = document.blocks[-1]
    found = _byline(document, block)
    if found:
        yield Mark(found.end(), block.end, LIKELY)


def _byline(document: Document, block: Block) -> re.Match[str] | None:
    """The only byline that may be one, if less stands behind it than in front."""
    text = document.view
    half = block.start + max(_ARTICLE, (block.end - block.start) // 2)
    found = _SIGNED.search(text, half - _LONGEST, block.end)  # for speed
    if found is None or len(list(_SIGNED.finditer(text, block.start, block.end))) != 1:
        return None
    above, below = text[block.start : found.start(1)], text[found.end() : block.end]
    if len(above) < max(_ARTICLE, len(below)) or word_count(below) < _TEASER or _is_table(below):
        return None
    if goes_on(above, below) or _ANSWER.match(below):
        return None
    return found if _is_new(document, found[1]) else None


def _is_table(text: str) -> bool:
    """Whether many words are figures, as in the standings of a league."""
    return len(_FIGURE.findall(text)) > _FIGURES * word_count(text)


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
