"""What is glued to the edges of flat text: buttons, a menu in front, the imprint at its end."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from ..evidence import TAIL
from ..model import LIKELY, SURE, Block, Document, Kind, Mark
from ..outline import FEW
from ..patterns import pattern
from ..rule import rule
from ..shapes import word_count
from ..signs import AllOf, AnyOf, Spelled, few
from ..textkey import LOWER

_TAIL: Final = 160  # characters of the longest run of buttons at the end
_FEWEST: Final = 2
_LONG: Final = 5  # words of a button that no sentence ends with: it needs no other beside it
_STOPS: Final = frozenset('.!?…"”')
_WORD_START: Final = pattern(rf"(?<!\S)[^\s{LOWER}]")  # buttons and imprints begin with a capital
_SIGNS: Final = ":|×x•>()"  # behind a button
_BEHIND: Final = pattern(rf"[\s{_SIGNS}]*(?:\d{{1,3}}(?!\d)[\s{_SIGNS}]*)?")  # and its count
_SECTIONS: Final = 5  # names of sections in a row that are a menu; a headline may begin with two
_NEXT: Final = pattern(r"[\s|•·/>]*")  # between the names of a menu: a comma would make them a list
_IMPRINT: Final = 900  # characters of the longest imprint
_PARTS: Final = 3  # parts of an imprint that are one; two of them begin as nothing else does
_PART: Final = 200  # characters of its longest part
_PAPER: Final = pattern(r"(?:BÁO|TẠP CHÍ|TRANG|CỔNG|CHUYÊN TRANG)(?:\s+[^\W\d_]+){1,9}\s*")
_NAME: Final = 90  # for speed: no paper's name is longer


def _opens_or_ends(document: Document) -> bool:
    """Flat text begins with a button, or one stands near its end, and no stop is its last character."""
    if not document.blocks:
        return False
    if _opens(document, "edge"):
        return True
    start, end = document.blocks[-1][:2]
    last = document.view[end - 1]
    if last in _STOPS:
        return False
    buttons, counts = document.hits.spelled("edge"), last in _SIGNS or last.isdigit()
    if not counts and document.key[end - TAIL : end] not in buttons.tails:  # for speed
        return False
    return buttons.pattern.search(document.key, max(start, end - _TAIL), end) is not None


@rule("ui.edge", kind=Kind.UI, needs="text", sign=AllOf((few, _opens_or_ends)))
def edge_ui(document: Document) -> Iterator[Mark]:
    """Two or more buttons, or a long one, at the start or the end of flat text.

    Drops:
        … trước mùa mưa. Chia sẻ Copy link thành công ×
    Keeps:
        … được đông đảo người dân quan tâm, theo dõi
    """
    if not 0 < len(document.blocks) <= FEW:
        return
    first, last = document.blocks[0], document.blocks[-1]
    count, reached = _buttons(document, first.start, first)
    if count >= _FEWEST and reached < last.end and not document.view[reached].islower():
        yield Mark(first.start, reached, LIKELY)
    if document.view[last.end - 1] in _STOPS:  # for speed
        return
    button = document.hits.spelled("edge").pattern
    for word in _WORD_START.finditer(document.view, max(last.start, last.end - _TAIL), last.end):
        if not button.match(document.key, word.start(), last.end):  # for speed
            continue
        count, end = _buttons(document, word.start(), last)
        if count >= _FEWEST and end == last.end and word.start() > max(last.start, reached):
            yield Mark(word.start(), end, LIKELY)
            return


def _buttons(document: Document, start: int, block: Block) -> tuple[int, int]:
    """How many buttons stand in a row from `start` on, a long one counted as two, and their end."""
    row = list(_row(document, start, block, ("edge",), _BEHIND))
    count = sum(_FEWEST if word_count(name) >= _LONG else 1 for name, _ in row)
    return count, row[-1][1] if row else start


def _row(
    document: Document, start: int, block: Block, acts: tuple[str, ...], between: re.Pattern[str]
) -> Iterator[tuple[str, int]]:
    """Phrases in a row from `start` on, each with a capital, and where the next may begin; all but the
    first are of the first of `acts`.
    """
    while start < block.end and document.view[start].isupper():
        spelled = (
            document.hits.spelled(act).pattern.match(document.key, start, block.end) for act in acts
        )
        name = next(filter(None, spelled), None)
        behind = name and between.match(document.key, name.end(), block.end)
        if not name or not behind:
            return
        yield name.group(), (start := behind.end())
        acts = acts[:1]


def _opens(document: Document, *names: str) -> bool:
    """A text begins with a phrase of one of these groups."""
    leads, start, end = document.outline.leads[:1], *document.blocks[0][:2]
    for name in names:
        group = document.hits.spelled(name)
        if not group.leads.isdisjoint(leads) and group.pattern.match(document.key, start, end):
            return True
    return False


def _opens_with_section(document: Document) -> bool:
    """Flat text begins with the name of a section."""
    return bool(document.blocks) and _opens(document, "opens_nav", "nav.home")


@rule("nav.edge", kind=Kind.NAV, needs="text", sign=AllOf((few, _opens_with_section)))
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
    ends = [end for _, end in _row(document, block.start, block, ("opens_nav", "nav.home"), _NEXT)]
    if ends and ends[-1] < block.end and not document.view[ends[-1]].isupper():
        ends.pop()
    if len(ends) >= _SECTIONS and ends[-1] < document.blocks[-1].end:
        yield Mark(block.start, ends[-1], LIKELY)


_TELLING: Final = ("giấy phép", "gp-", "©", "tổng biên tập", "chủ quản", "bản quyền", "copyright")
_TELLS: Final = AnyOf(tuple(AllOf((Spelled(words, _IMPRINT, last=1), few)) for words in _TELLING))
"""Flat text ends with something that every imprint says."""


@rule("footer.edge", kind=Kind.FOOTER, needs="text", sign=_TELLS)
def glued_imprint(document: Document) -> Iterator[Mark]:
    """The imprint at the end of flat text: three of its parts, each close behind the other.

    Drops:
        … trước mùa mưa. Giấy phép số 12/GP-BTTTT Tổng biên tập: Trần Văn Lúa Tòa soạn: số 9 đường Bến Cũ
    Keeps:
        … trước mùa mưa. Điện thoại: 0900 000 000 Địa chỉ: nhà văn hóa thôn Thượng
    """
    if not _TELLS(document):
        return
    last = document.blocks[-1]
    low = max(last.start, last.end - _IMPRINT)
    begins, fields = (
        document.hits.spelled(group).pattern for group in ("footer.start", "footer.contact")
    )
    first, reached, parts, sure = last.end, last.end, 0, 0
    for word in reversed(list(_WORD_START.finditer(document.view, low, last.end))):
        begun = begins.match(document.key, word.start(), last.end)
        if begun or fields.match(document.key, word.start(), last.end):
            if reached - word.start() > _PART:
                break
            reached, parts, sure = word.start(), parts + 1, sure + bool(begun)
            first = reached if begun else first
    if parts >= _PARTS and sure > 1 and first > document.blocks[0].start:
        named = _PAPER.finditer(document.view, max(last.start, first - _NAME), first)
        paper = (name.start() for name in named if name.end() == first and name[0].isupper())
        yield Mark(next(paper, first), last.end, SURE)
