"""What says of headlines in a row that they are other articles', besides that they speak of something else: a
header, or a date, a rank or a section beside them.

Bare headlines right below a text may be its own: prizes, titles, the captions of its pictures.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from ...line import Line
from ...pairs import Pairs
from ...patterns import pattern
from ...shapes import has_date
from ..sorts import HEADERS, HEADLINES, is_row

_HEADER_WORDS: Final = 2
"""Words of a header, at least."""
_OTHERS_WORDS: Final = 5
"""Words of one that speaks of others, at most."""
_PAID: Final = pattern(
    r"\b(?:quảng cáo|tài trợ|khuyến m[ãạ]i|ưu đãi|mua sắm|đối tác|doanh nghiệp|rao vặt|sponsored|pr)\b"
)
_LONG: Final = 10
"""Words of captions, on average, at least: a few words among them are no caption."""
_LONGER: Final = 2
"""By how many words headlines are longer than the titles of an article above them, at least."""
_COMPARED: Final = 12  # for speed
"""Lines of either that are compared, at most."""
_EVERY: Final = 2
"""Every second headline has something beside it, at least."""


def vouched_from(lines: Sequence[Line], first: int, last: int) -> int:
    """The first of the headlines from `first` to `last` that a header or something beside them vouches for; the
    line behind `last` where nothing does. Below a header among them another list begins.
    """
    above = frozenset[tuple[str, str]]().union(*(line.pairs for line in lines[: max(first - 1, 0)]))
    bare: list[Line] = []
    while first <= last:
        inner = (index for index in range(first, last + 1) if is_header(lines[index]))
        end = next(inner, last + 1)
        headed = first > 0 and _heads_others(lines[first - 1], above)
        if (
            headed and _parts(bare[:_COMPARED], lines[first : last + 1][:_COMPARED])
        ) or _are_marked(lines[first:end]):
            return first
        bare += lines[first:end]
        first = end + 1
    return last + 1


def _parts(above: Sequence[Line], below: Sequence[Line]) -> bool:
    """Whether a few words between headlines are a header, and no title among them: those above are as long as
    sentences, or far shorter than those below.
    """
    if not above:
        return True
    told, others = (sum(line.words for line in part) / len(part) for part in (above, below))
    return told >= _LONG or others >= told + _LONGER


def _heads_others(line: Line, above: Pairs) -> bool:
    """Whether a line may be the header of a list of other articles: a few words, none of which the text `above`
    says, or that it is about others.
    """
    if _is_about_others(line) or offers(line):
        return True
    may_be = line.sort in HEADERS or (line.sort == "byline" and line.text.isupper())
    may_be = may_be and line.words >= _HEADER_WORDS and not is_row(line.text)
    return may_be and line.pairs.isdisjoint(above)


def _are_marked(lines: Sequence[Line]) -> bool:
    """Whether a date, a rank or a section stands beside every second headline, or in it."""
    heads = [line for line in lines if line.sort in HEADLINES]
    within = sum(has_date(head.text) or head.text[0].isdigit() for head in heads)
    return _EVERY * max(len(lines) - len(heads), within) >= len(heads)


def is_header(line: Line) -> bool:
    """Whether a line above a list is its header: some words, of which only the first is capital; or
    that it is about others, ``MEGA STORY KHÁC``.
    """
    words = line.text.split()
    if len(words) < _HEADER_WORDS:
        return False
    if _is_about_others(line) or offers(line):
        return True
    return (
        line.sort in HEADERS and words[0][0].isupper() and all(word.islower() for word in words[1:])
    )


def _is_about_others(line: Line) -> bool:
    words = line.text.split()
    is_one = _HEADER_WORDS <= len(words) <= _OTHERS_WORDS
    return is_one and words[-1].rstrip(":").lower() == "khác"


def offers(line: Line) -> bool:
    """Whether a line is the header of a list that somebody paid for."""
    return line.words <= _OTHERS_WORDS and bool(_PAID.search(line.key)) and not line.is_closed
