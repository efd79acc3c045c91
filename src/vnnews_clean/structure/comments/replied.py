"""Readers' comments below an article, known by the button that stands below each, whatever it says.

Name, words, button, and again, with the same button: ``Tiếp lời``, ``Thương 4``, ``18 phút · Đáp``. A list
of an article's own has a field there, ``Giá: 40.000 đồng``, or something else each time.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Final

from ...line import Line
from ...patterns import pattern
from ...stamps import WHEN
from ..sorts import HEADERS, RUNNING, WRITTEN, has_contact, is_row
from .remarks import Remarks

_RECORDS: Final = 2
"""Comments in a row, at least, ..."""
_BARE: Final = 3
"""... and those whose button has neither a date nor a count: an article says "Mở cả ngày" of two, too."""
_BUTTON: Final = 32
"""Characters of a button with its date and its count, at most."""
_COUNT: Final = pattern(r"(?<![.,\d])\d{1,3}(?![.,\d])")
_FIELD: Final = pattern(r":|\d[.,]\d|\d{4}|^[^·|•–—-]*\d+\s*\w[^·|•–—-]*$")
"""What a line has that says something of what stands above: a price, a year, so many of a thing, a name and
its value."""
_WORDS: Final = 3
"""Lines of what a reader wrote, at most."""
_NAME: Final = 4
"""Words of a reader's name, at most."""
_ABOVE: Final = 2
"""Lines above the first name that may be theirs: a header, and a field to write in."""
_ARTICLE: Final = 2
"""Lines of running text above, at least."""


def closing_replies(lines: Sequence[Line], said: Sequence[str]) -> Remarks | None:
    """The comments below an article, from their header to the last one's button; or none."""
    buttons: defaultdict[str, list[int]] = defaultdict(list)
    for line in lines:
        may_be = len(line.text) <= _BUTTON and line.sort not in RUNNING and not said[line.index]
        if may_be and (masked := _masked(line)):
            buttons[masked].append(line.index)
    for button, ends in buttons.items():
        enough = _RECORDS if "#" in button else _BARE
        if len(ends) >= enough and (found := _records(lines, said, ends, enough)):
            return found
    return None


def _masked(line: Line) -> str:
    """What a button says, without its date and its count; empty for what is none."""
    words = WHEN.sub("#", line.key)
    if _FIELD.search(words) or has_contact(line.text):
        return ""
    return _COUNT.sub("#", words)


def _records(
    lines: Sequence[Line], said: Sequence[str], ends: Sequence[int], enough: int
) -> Remarks | None:
    """The records that these lines end, the last ones in a row."""
    first, count = -1, 0
    for end in reversed(ends):
        if first >= 0 and end != first - 1:
            break
        name = _name_above(lines, end)
        if name < 0:
            break
        first, count = name, count + 1
    top = _top(lines, said, first)
    if count < enough or top == first:
        return None
    above = [len(line.text) for line in lines[:top] if line.sort in RUNNING]
    one = sum(len(line.text) for line in lines[first : ends[-1]]) / count
    return Remarks(top, ends[-1]) if len(above) >= _ARTICLE and sum(above) > one else None


def _name_above(lines: Sequence[Line], end: int) -> int:
    """The line with the name of who wrote what stands above a button, or -1."""
    index = end - 1
    while index > 0 and end - index <= _WORDS and lines[index].sort in WRITTEN:
        index -= 1
    name = lines[index]
    is_name = name.sort in HEADERS | {"byline"} and name.words <= _NAME and not is_row(name.text)
    return index if is_name and 0 < index < end - 1 else -1


def _top(lines: Sequence[Line], said: Sequence[str], first: int) -> int:
    """The first line above the first name that is of the comments; `first` where text stands there."""
    top = first
    while top > 0 and first - top < _ABOVE:
        line = lines[top - 1]
        is_field = line.text.endswith(("…", "...")) and line.sort == "remark"
        if not is_field and (line.sort not in HEADERS or is_row(line.text) or said[top - 1]):
            break
        top -= 1
    return top
