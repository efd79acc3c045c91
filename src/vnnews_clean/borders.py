"""Where something inside flat text begins and ends: sentence borders, glue, the end of a link.

All offsets index the text that is passed in. Every search is bounded, so a caller may ask at every
hit and the whole stays linear.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from .openers import ANYWHERE
from .patterns import pattern
from .shapes import ends_sentence, is_byline, is_credit, word_count
from .textkey import LOWER, UPPER

LONGEST_LINK: Final = 170
"""Characters of a headline behind a pointer, at most."""
_BREAK: Final = pattern(rf"(?:[.!?…;][\"'”’»)\]]*|/\.)\s+(?=[\"'“‘«(\[*–-]*[{UPPER}\d])")
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
_STOPPED: Final = pattern(rf"[.…][\"'”’]?\s+[\"'“‘]?[{UPPER}]")
_CAPITAL: Final = pattern(rf"[{LOWER}] [{UPPER}][{LOWER}]*+ [{LOWER}]")
"""A word with a capital between small ones: a name of one syllable, or where a sentence begins."""
_SENTENCE: Final = 90
"""Characters from which on a closed tail may be a headline and a sentence, ..."""
_BOTH: Final = 130
"""... and from which on it is both: no headline is so long."""
_WORD: Final = pattern(r"\w{0,12}")
_ACCENTED: Final = "".join(letter for letter in LOWER if not letter.isascii())
"""Letters that are in no camel-case name."""
_GLUE: Final = pattern(
    rf"(?=[{UPPER}\"“‘\d])(?<!\s)(?:"  # for speed: all have that
    rf"(?<=[{LOWER}][{LOWER}?!\"”’')%…])(?=[{UPPER}])"
    rf"|(?<=[{LOWER}][?!\"”’')%…][\"”’'])(?=[{UPPER}])"
    rf"|(?<=[{LOWER}]{{2}})(?=[\"“‘][{UPPER}])"
    rf"|(?<=[{LOWER}]{{2}})(?=\d[\d.,-]*[{LOWER} ])"
    rf"|(?<=[{UPPER}]{{3}})(?=[{UPPER}][{LOWER}]+ )"
    rf"|(?<=\d)(?=[{UPPER}][{LOWER}]+ )"
    rf"|(?<=[{UPPER}][{_ACCENTED}])(?=[{UPPER}][{LOWER}]+[ ,])"
    rf"|(?<=\d%)(?=[{UPPER}][{LOWER}]+ ))"
)

_PATH: Final = pattern(r"(?:https?://|www\.)[!-.0-~]+/[!-~]*(?<!\.html)(?<!\.htm)")
"""An address up to somewhere in its path, where capitals are its own; none stand in a host, nor
behind the end of one."""
_ADDRESS: Final = 200
"""Characters of an address that are looked back at."""


def has_break(text: str, start: int, end: int) -> bool:
    """True where ``text[start:end]`` holds a full stop with another sentence behind it."""
    return bool(_STOPPED.search(text, start, end))


def last_sentence(text: str, end: int, floor: int, reach: int = 420) -> int | None:
    """Where the last sentence of ``text[floor:end]`` begins; ``None`` if not within `reach`."""
    low = max(floor, end - reach)
    start = low if low == floor else None
    for found in _BREAK.finditer(text, low, end):
        if found.end() < end:
            start = found.end()
    return start


def sentence_end(text: str, start: int, end: int) -> int:
    """Where the sentence that `start` is in ends, closing quotes included; at most `end`."""
    found = _BREAK.search(text, start, end)
    return start + len(text[start : found.end()].rstrip()) if found else end


def link_end(text: str, start: int, end: int) -> int | None:
    """Where a headline that begins at `start` ends in flat text, or ``None`` if nothing tells.

    What tells: the next arrow; two spaces; glue; ``?`` or ``!`` before a capital; a quotation that ends;
    a call ("TẠI ĐÂY"); a word that only opens sentences ("Trước đó,"); or the end of the line, if no
    sentence ended on the way. Where one did, a word with a capital that no name has ("Theo"), or the
    end of capitals throughout. A byline or a source at the end of the line is none of the headline.
    """
    limit = min(end, start + LONGEST_LINK)
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


def glue_points(text: str, start: int, end: int) -> list[int]:
    """Offsets at which a headline is glued to what follows, without a space: ``… lịch sửBáo cáo …``.

    Camel-case names (``MobiFone``, ``VinFast``) are no glue: the word in front of a glue point is
    written small, or ends with a quote or a question mark. Nor is what stands in the path of an
    address.
    """
    points: list[int] = []
    quotes, counted = 0, start
    for found in _GLUE.finditer(text, start, end):
        point = found.start()
        word = text[max(start, point - 12) : point].split()[-1:]
        behind = _WORD.match(text, point)
        if word and behind and _is_name(word[0], behind.group()):
            continue
        if _in_address(text, start, point):
            continue
        quotes, counted = quotes + text.count('"', counted, point), point
        closing = text[point] == '"' and quotes % 2 == 1
        if not points or point + closing > points[-1] + 1:
            points.append(point + closing)
    return points


def _is_name(word: str, behind: str) -> bool:
    """Whether two halves may be one camel-case name: those have no diacritics, and begin large."""
    mixed = word[0].isupper() and not word.isupper() and word.isalpha()
    return mixed and (word + behind).isascii()


def _in_address(text: str, start: int, point: int) -> bool:
    """Whether the word at `point` goes on with the path of an address."""
    word = text[max(start, point - _ADDRESS) : point].split()[-1:]
    if not word or "/" not in word[0] or not _PATH.fullmatch(word[0]):
        return False
    behind = text[point : point + _ADDRESS].split(maxsplit=1)
    return behind[0].isascii()
