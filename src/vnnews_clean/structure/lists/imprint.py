"""What a page says of itself below all else: where it is made, by whom, and whom to call.

Its lines are told by what they are, not counted: few words, or an address, a number to call, a licence, a
year of copyright, an office with its holder's name. A sentence or a slogan may stand among them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Final

from ...line import Line
from ...patterns import pattern
from ...shapes import is_byline
from ..sorts import HEADERS, HEADLINES, PROSE, RUNNING, SUMMARIES, has_contact

LINES: Final = 8
"""Lines of an imprint, at most."""
_LENGTH: Final = 110
"""Characters of one of its lines, at most."""
_FREE: Final = 2
"""Lines at the end that may say anything, at most; each line that is certain stands for one more."""
_DIGIT: Final = pattern(r"\d")
_SIGN: Final = pattern(
    r"©|\(c\)|\d\s?/\s?gp\b|\bgiấy phép\b|\b(?:số|lô|tầng|tổ|ngõ|ngách|hẻm|kiốt) \d"
    r"|\b\d+[a-z]?(?:/\d+)* (?:đường|phố|ngõ|ngách|hẻm|quốc lộ)\b"
)
_HOLDER: Final = pattern(r"[^\W\d_][^:.]{4,38}:\s+(.+)")
"""An office, and who holds it."""
_NAME: Final = 2
"""Words of a holder's name, at least."""
_TOP: Final = 3
"""Lines at the top that may say how many things an article has."""
_COUNTS: Final = {"hai": 2, "ba": 3, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9}
_TOLD: Final = 5
"""How much longer than an item below a header the text above is, at least, ..."""
_BARE: Final = 8
"""... and than one without."""


def is_imprint(line: Line) -> bool:
    """Whether a line is one that a page says of itself, for certain: ``Tòa soạn: số 8 phố Cầu Mây``."""
    return is_imprint_text(line.text)


def is_imprint_text(text: str) -> bool:
    """The same of its text."""
    if len(text) > _LENGTH:
        return False
    key = text.lower()
    may_say = _DIGIT.search(text) or "©" in text or "(" in text or "giấy phép" in key
    if has_contact(text) or (may_say and _SIGN.search(key)):  # for speed
        return True
    held = _HOLDER.fullmatch(text) if ":" in text else None
    return held is not None and len(held[1].split()) >= _NAME and is_byline(held[1])


def imprint_below(lines: Sequence[Line]) -> tuple[int, int]:
    """How many of the last lines may be an imprint, and from how many of them on one of them is for certain;
    the second is more than the first if none is. A name is in one that is: elsewhere it signs an article.
    """
    certain, other, deepest, names = 0, 0, 0, 0
    signed = LINES + 1
    for depth, line in enumerate(reversed(lines[-LINES:]), 1):
        if line.sort in PROSE or len(line.text) > _LENGTH:
            break
        if is_imprint(line):
            certain += 1
            signed = min(signed, depth)
        elif line.sort == "byline":
            names += 1
        elif line.sort not in HEADERS:
            other += 1
        if other > _FREE + certain:
            break
        if certain or not names:
            deepest = depth
    return deepest, signed


def is_finished(above: Sequence[Line], items: Sequence[Line], count: int, *, headed: bool) -> bool:
    """Whether the text `above` is an article without the `count` items below it: far longer than one of
    them, and not about so many things, which do not begin alike. An address below may be whom to
    ask, where three tours, talks or eating houses end.
    """
    words = {word for line in above[:_TOP] for word in line.key.split()}
    if any(word == str(count) or _COUNTS.get(word) == count for word in words):
        return False
    if _are_steps([x for x in items if x.sort in HEADLINES]) or _are_steps(
        [x for x in items if x.sort in SUMMARIES]
    ):
        return False
    told = sum(len(line.text) for line in above if line.sort in RUNNING)
    return told * count >= (_TOLD if headed else _BARE) * sum(len(line.text) for line in items)


def _are_steps(lines: Sequence[Line]) -> bool:
    """Whether three lines of four begin with one word, as what is taught, shown or sold does."""
    firsts = Counter(line.folded.partition(" ")[0] for line in lines)
    return bool(firsts) and max(firsts.values()) * 4 >= len(lines) * 3 > 3
