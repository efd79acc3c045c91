"""The menu in front of flat text, and the imprint at its end."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from ..model import LIKELY, SURE, Document, Kind, Mark
from ..outline import FEW
from ..rule import rule
from ..signs import AllOf, few
from ..textkey import LOWER

_SECTIONS: Final = 5
"""Names of sections in a row that are a menu; a headline may begin with one or two."""
_NEXT: Final = re.compile(r"[\s|•·/>]*")
"""What stands between the names of a menu: a comma would make them a list."""
_WORD_START: Final = re.compile(rf"(?<!\S)[^\s{LOWER}]")
"""Of a word that may begin a part of an imprint: those are written with a capital."""
_IMPRINT: Final = 900
"""Characters of the longest imprint."""
_PARTS: Final = 3
"""Parts of an imprint that are one; two of them begin as nothing else does."""
_PART: Final = 200
"""Characters of its longest part."""
_TELLING: Final = ("giấy phép", "gp-", "©", "tổng biên tập", "chủ quản", "bản quyền", "copyright")
"""One of these stands in every imprint."""
_PAPER: Final = re.compile(r"(?:BÁO|TẠP CHÍ|TRANG|CỔNG|CHUYÊN TRANG)(?:\s+[^\W\d_]+){1,9}\s*")
"""The name of a paper in capitals, in front of its imprint."""
_NAME: Final = 90
"""Characters in front of an imprint in which it is looked for."""


@rule("nav.edge", kind=Kind.NAV, needs="text", sign=few)
def glued_menu(document: Document) -> Iterator[Mark]:
    """The menu in front of flat text: five names of sections in a row, "Trang chủ" counted.

    Where the text goes on in small letters behind a name, the name is the headline's first word.

    Drops:
        Trang chủ Thời sự Thế giới Kinh tế Giáo dục Thể thao Hà Nội có thêm hai bến đò trước mùa lũ.
    Keeps:
        Thời sự, Thế giới, Kinh tế, Giáo dục và Thể thao là năm trang của tờ báo tường.
    """
    if not 0 < len(document.blocks) <= FEW:
        return
    block = document.blocks[0]
    sections, home = document.hits.spelled("opens_nav"), document.hits.spelled("nav.home")
    text, ends = document.view, [block.start]
    while ends[-1] < block.end and text[ends[-1]].isupper():
        name = sections.match(document.key, ends[-1], block.end)
        if name is None and len(ends) == 1:
            name = home.match(document.key, ends[-1], block.end)
        behind = _NEXT.match(text, name.end(), block.end) if name else None
        if behind is None:
            break
        ends.append(behind.end())
    if ends[-1] < block.end and not text[ends[-1]].isupper():
        ends.pop()
    if len(ends) > _SECTIONS and ends[-1] < document.blocks[-1].end:
        yield Mark(block.start, ends[-1], LIKELY)


def _has_telling(document: Document) -> bool:
    """Flat text ends with something that every imprint says."""
    if not document.blocks:
        return False
    last = document.blocks[-1]
    return any(map(document.key[max(last[0], last[1] - _IMPRINT) : last[1]].__contains__, _TELLING))


@rule("footer.edge", kind=Kind.FOOTER, needs="text", sign=AllOf((few, _has_telling)))
def glued_imprint(document: Document) -> Iterator[Mark]:
    """The imprint at the end of flat text: three of its parts, each close behind the other.

    Drops:
        … trước mùa mưa. Giấy phép số 12/GP-BTTTT Tổng biên tập: Trần Văn Lúa Tòa soạn: số 9 đường Bến Cũ
    Keeps:
        … trước mùa mưa. Điện thoại: 0900 000 000 Địa chỉ: nhà văn hóa thôn Thượng
    """
    if len(document.blocks) > FEW or not _has_telling(document):
        return
    last = document.blocks[-1]
    low = max(last.start, last.end - _IMPRINT)
    begins, fields = document.hits.spelled("footer.start"), document.hits.spelled("footer.contact")
    first, reached, parts, sure = last.end, last.end, 0, 0
    for word in reversed(list(_WORD_START.finditer(document.view, low, last.end))):
        begun = begins.match(document.key, word.start(), last.end)
        if begun or fields.match(document.key, word.start(), last.end):
            if reached - word.start() > _PART:
                break
            reached, parts, sure = word.start(), parts + 1, sure + bool(begun)
            first = reached if begun else first
    if parts >= _PARTS and sure > 1 and first > document.blocks[0].start:
        yield Mark(_with_name(document, first, last.start), last.end, SURE)


def _with_name(document: Document, start: int, begin: int) -> int:
    """`start` of an imprint, or that of the paper's name in capitals in front of it."""
    for name in _PAPER.finditer(document.view, max(begin, start - _NAME), start):
        if name.end() == start and name[0].isupper():
            return name.start()
    return start
