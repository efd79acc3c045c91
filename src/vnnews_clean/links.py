"""Links to other articles inside flat text: where one begins, and where its headline ends.

All offsets index the text that is passed in. Every search is bounded, so a caller may ask at every
hit and the whole stays linear.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from .borders import glue_points, has_break
from .line import Block
from .openers import ANYWHERE
from .patterns import pattern
from .shapes import ends_sentence, is_byline, is_credit, is_headline, word_count
from .textkey import LOWER, UPPER

_LONGEST: Final = 170
"""Characters of a headline behind a pointer, at most."""
_GLUED: Final = range(18, 230)
"""Characters of a headline that is glued to the next."""
_GLUED_ITEMS: Final = 3
"""Headlines of a box that are glued to each other."""
_MARKER: Final = pattern(r"\s*(?:>{2,}|»|=>>)")
_ASKING: Final = pattern(rf"[?!][\"'”’]?(?=\s+[\"'“‘]?[{UPPER}\d])")
_CALL_END: Final = pattern(r"(?:(?:tại đây|TẠI ĐÂY|Tại đây)(?!,)|\(miễn cước[^()]{0,20}\))[.:]?")
_WIDE_SPACE: Final = pattern(r"[ \t]{2,}")
_QUOTED: Final = pattern(rf":\s?[\"“‘'][^\"”’'“‘]{{6,120}}[\"”’'](?=\s+[{UPPER}])")
"""What somebody says, as the end of a headline: ``Ông Hải: “Lúa năm nay đẹp”``."""
_TITLED: Final = pattern(
    rf"\s*(?:[{UPPER}\d][^\s.!?]*\s+){{5,20}}(?=[{UPPER}][{LOWER}]*\s+[{LOWER}])"
)
"""A headline with capitals throughout; a word that no other capital follows begins a sentence."""
_STARTER: Final = pattern(
    r"(?<![.!?…”\"\s])\s+(?=(?:Trước đó|Tuy nhiên|Ngoài ra|Bên cạnh đó|Sau đó|Trong khi đó|Hiện tại|Đồng thời|Cụ thể|"
    r"Đáng chú ý|Cùng ngày|Theo đó|Do đó|Vì vậy|Mặt khác|Thêm vào đó|Được biết|Hôm nay|Hôm qua|Hiện nay),)"
)
_OPENING: Final = pattern(
    rf"(?<=\s)[{LOWER}\d][\w%]*[”’]?\s+(?=(?:Ông|Bà|Chị|Cụ|Theo|Trong|Khi|Với|Đây|Tại|Về|Các|Những|Một|Nhiều|Sau|Trước|Để|Nếu|Nhưng|Vì|Mặc dù|Dù|Ngoài"
    rf"|Cùng|Còn|Tuy|Như|Trên|Dưới|Chúng|Tôi|Họ|Ngay|Vào|Hiện|Đối với|Liên quan|Phát biểu|Trao đổi|(?:Sáng|Trưa|Chiều|Tối|Đêm|Ngày) (?:nay|qua|\d))\s|{ANYWHERE}\s[{LOWER}])"
    rf"|(?<=\s)[{UPPER}]\w*[”’]?\s+(?={ANYWHERE}\s[{LOWER}])"
)
"""Words that no name begins with: behind a small one, with a capital, they open a sentence."""
_PICTURE: Final = pattern(r"\b(?:Ảnh|Video|Clip)\b")
"""What stands in a caption."""
_OPENED: Final = 4
"""Words of a headline in front of such a word, at least."""
_SIGNED: Final = pattern(
    rf"\s+(?:(?:[{UPPER}][{LOWER}]+\s+){{2,4}})?(?:\((?i:theo|tổng hợp|ghi|t/h)\b[^()]{{0,50}}\)"
    rf"|(?:Theo|Tham khảo)\s*:?\s+[{UPPER}][^.!?:;]{{1,45}}|Tổng hợp)$"
)
"""A source behind a headline, with the name in front of it."""
_CAPITAL: Final = pattern(rf"[{LOWER}] [{UPPER}][{LOWER}]*+ [{LOWER}]")
"""A word with a capital between small ones: a name of one syllable, or where a sentence begins."""
_SENTENCE: Final = 90
"""Characters from which on a closed tail may be a headline and a sentence, ..."""
_BOTH: Final = 130
"""... and from which on it is both: no headline is so long."""
_BEHIND_LINK: Final = pattern(r"(?:>>|\)|\]|tại đây|TẠI ĐÂY|\.vn|\.com)[^>]{0,58}$")
_MENU: Final = pattern(r"[\w)\]]\s>{2,}\s\w")
_CALLING: Final = pattern(r"\b(?:xem|đọc|ngay|tiếp|chi tiết)\s*$", re.IGNORECASE)
"""An arrow behind a call points at nothing: ``Bấm xem ngay >>``."""
_CALL: Final = 12  # for speed: no such word is longer, spaces counted
_FLAT: Final = 400  # characters from which on a line holds an article, and not a path through menus
_REACH: Final = 60  # characters in front of an arrow that tell whether a link begins there
_HEADLINE_WORDS: Final = 5
"""Words from which on what stands between two arrows is a headline."""


def link_end(text: str, start: int, end: int) -> int | None:
    """Where a headline that begins at `start` ends in flat text, or ``None`` if nothing tells.

    What tells: the next arrow; two spaces; glue; ``?`` or ``!`` before a capital; a quotation that ends;
    a call ("TẠI ĐÂY"); a word that only opens sentences ("Trước đó,"); or the end of the line, if no
    sentence ended on the way. Where one did, a word with a capital that no name has ("Theo"), or the
    end of capitals throughout. A byline or a source at the end of the line is none of the headline.
    """
    limit = min(end, start + _LONGEST)
    lead = start + len(text[start:limit]) - len(text[start:limit].lstrip())
    tail = text[lead:end].strip() if limit == end else ""
    ends = [m.start() for p in (_MARKER, _WIDE_SPACE) if (m := p.search(text, lead, limit))]
    ends += [m.end() for p in (_CALL_END, _QUOTED) if (m := p.search(text, lead, limit))]
    ends += glue_points(text, lead, limit)[:1]
    if not ends and (limit < end or ends_sentence(tail)):
        ends += _opened(text, lead, limit)
    ends += [m.start() for m in (_STARTER.search(text, lead, limit),) if m]
    ends += [m.end() for m in (_ASKING.search(text, lead, limit),) if m]
    if ends and not has_break(text, lead, min(ends)):
        return min(ends)
    if limit == end and (not tail or is_credit(tail) or is_byline(tail)):
        return start
    titled = _titled(text, lead, limit)
    if limit == end and not has_break(text, lead, end) and not _goes_on(tail):
        if titled and ends_sentence(tail):
            return titled
        signed = _SIGNED.search(text, lead, end)
        return signed.start() if signed else end
    return titled


def _opened(text: str, start: int, end: int) -> Iterator[int]:
    """Where the sentence behind a headline begins, told by its first word alone."""
    for found in _OPENING.finditer(text, start, end):
        if word_count(text[start : found.end()]) >= _OPENED:
            first = len(text[: found.end()].rstrip())
            if not _PICTURE.search(text, start, first):
                yield first
            return


def _titled(text: str, start: int, end: int) -> int | None:
    """Where a headline with capitals throughout ends; ``None`` if it is none."""
    titled = _TITLED.match(text, start, end)
    return len(text[: titled.end()].rstrip()) if titled else None


def _goes_on(tail: str) -> bool:
    """True where a sentence of the article seems to follow a headline that nothing parts from it.

    It ends with a stop, which headlines have not, and is longer than any, or a capital stands in it
    where no name is.
    """
    if not ends_sentence(tail) or len(tail) <= _SENTENCE:
        return False
    return len(tail) > _BOTH or bool(_CAPITAL.search(tail))


def begins_link(text: str, floor: int, start: int) -> bool:
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


def is_last_link(text: str, block: Block, arrow: re.Match[str]) -> bool:
    """True where the only arrow of flat text stands in front of a headline that is its last words."""
    start, size = arrow.end(), block.end - block.start
    if size < _FLAT or start + _LONGEST < block.end or text.find(">>", block.start) < arrow.start():
        return False
    headline = text[start : block.end].strip()
    if _CALLING.search(text, arrow.start() - _CALL, arrow.start()):
        return False
    return (
        word_count(headline) >= _HEADLINE_WORDS and headline[0].isupper() and is_headline(headline)
    )


def glued_end(text: str, start: int, end: int) -> int | None:
    """Where the third of the headlines ends that are glued to each other behind `start`; ``None`` if there
    are not three.
    """
    items, position = 0, start
    for point in glue_points(text, start, min(end, start + _GLUED_ITEMS * _GLUED.stop)):
        if point - position < _GLUED.start:
            continue
        if point - position >= _GLUED.stop or has_break(text, position, point):
            return None
        items, position = items + 1, point
        if items == _GLUED_ITEMS:
            return position
    return None
