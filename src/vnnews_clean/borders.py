"""Where something inside flat text begins and ends: sentence borders, glue, the end of a link.

All offsets index the text that is passed in. Every search is bounded, so a caller may ask at every
hit and the whole stays linear.
"""

from __future__ import annotations

import re
from typing import Final

from .shapes import ends_sentence, is_byline, is_credit
from .textkey import LOWER, UPPER

LONGEST_LINK: Final = 170
"""Characters of a headline behind a pointer, at most."""
_BREAK: Final = re.compile(rf"(?:[.!?…;][\"'”’»)\]]*|/\.)\s+(?=[\"'“‘«(\[*–-]*[{UPPER}\d])")
_MARKER: Final = re.compile(r"\s*(?:>{2,}|»|=>>)")
_ASKING: Final = re.compile(rf"[?!][\"'”’]?(?=\s+[\"'“‘]?[{UPPER}\d])")
_CALL_END: Final = re.compile(r"(?:tại đây|TẠI ĐÂY|Tại đây|\(miễn cước[^()]{0,20}\))[.:]?")
_WIDE_SPACE: Final = re.compile(r"[ \t]{2,}")
_STARTER: Final = re.compile(
    r"\s+(?=(?:Trước đó|Tuy nhiên|Ngoài ra|Bên cạnh đó|Sau đó|Trong khi đó|Hiện tại|Đồng thời|Cụ thể|"
    r"Đáng chú ý|Cùng ngày|Theo đó|Do đó|Vì vậy|Mặt khác|Thêm vào đó|Được biết|Hôm nay|Hôm qua|Hiện nay),)"
)
_STOPPED: Final = re.compile(rf"[.…][\"'”’]?\s+[\"'“‘]?[{UPPER}]")
_CAPITAL: Final = re.compile(rf"[{LOWER}] [{UPPER}][{LOWER}]*+ [{LOWER}]")
"""A word with a capital between small ones: a name of one syllable, or where a sentence begins."""
_SENTENCE: Final = 90
"""Characters from which on a closed tail may be a headline and a sentence."""
_GLUE: Final = re.compile(
    rf"(?<=[{LOWER}][{LOWER}?!\"”’')%…])(?=[{UPPER}])"
    rf"|(?<=[{LOWER}][?!\"”’')%…][\"”’'])(?=[{UPPER}])"
    rf"|(?<=[{LOWER}]{{2}})(?=[\"“‘][{UPPER}])"
    rf"|(?<=[{LOWER}]{{2}})(?=\d+[{LOWER} ])"
    rf"|(?<=[{UPPER}]{{3}})(?=[{UPPER}][{LOWER}]+ )"
    rf"|(?<=\d)(?=[{UPPER}][{LOWER}]+ )"
)


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

    What tells: the next arrow; two spaces; ``?`` or ``!`` before a capital; a call ("TẠI ĐÂY"); a
    word that only opens sentences ("Trước đó,"); or the end of the line, if no sentence ended on
    the way. A byline or a credit at the end of the line does not belong to the headline.
    """
    limit = min(end, start + LONGEST_LINK)
    lead = start + len(text[start:limit]) - len(text[start:limit].lstrip())
    ends = [
        m.start() for p in (_MARKER, _WIDE_SPACE, _STARTER) if (m := p.search(text, lead, limit))
    ]
    ends += [m.end() for p in (_ASKING, _CALL_END) if (m := p.search(text, lead, limit))]
    if ends:
        first = min(ends)
        return None if has_break(text, lead, first) else first
    if limit < end:
        return None
    tail = text[lead:end].strip()
    if not tail or is_credit(tail) or is_byline(tail):
        return start
    if has_break(text, lead, end) or _goes_on(tail):
        return None
    return end


def _goes_on(tail: str) -> bool:
    """True where a sentence of the article seems to follow a headline that nothing parts from it.

    It ends with a stop, which headlines have not, and a capital stands in it where no name is.
    """
    return ends_sentence(tail) and len(tail) > _SENTENCE and bool(_CAPITAL.search(tail))


def glue_points(text: str, start: int, end: int) -> list[int]:
    """Offsets at which a headline is glued to what follows, without a space: ``… lịch sửBáo cáo …``.

    Camel-case names (``MobiFone``, ``VinFast``) are no glue: the word in front of a glue point is
    written small, or ends with a quote or a question mark.
    """
    points: list[int] = []
    for found in _GLUE.finditer(text, start, end):
        word = text[max(start, found.start() - 12) : found.start()].split()[-1:]
        if not word or not word[0][0].isupper() or not word[0].isalpha() or word[0].isupper():
            points.append(found.start())
    return points
