"""Readers' comments below an article, known by their pattern alone: name, words, date, and again.

A chronicle repeats the date and no name, an interview the names and no date, a list of people has no
sentences; a live report has times, and nobody's name.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from ...line import Line
from ...model import Document
from ...patterns import pattern
from ...shapes import LONGEST_BYLINE, is_byline
from ...stamps import FILLER, HOUR, WHEN, says_when
from ..sorts import RUNNING, WRITTEN

_RECORDS: Final = 3
"""Comments in a row that are told by themselves."""
_BELOW_HEADER: Final = 2
"""The same below a line that is known to stand above comments."""
_LINES: Final = 7
"""Lines of a comment with name, date and buttons, at most."""
_BUTTONS: Final = 4
"""Lines from one comment to the next one's name, at most."""
_ARTICLE: Final = 2
"""Lines of running text above, at least."""
_BESIDE: Final = ("", "bar", "comment")
"""What may be said of the lines of a comment; a header or a section is none of them."""
_SAYS: Final = pattern(r"\s*(?:đã )?(?:nói|viết|bình luận|phản hồi)\s*(?:\.{3}|…|:)$")
_SAYING: Final = ("...", "…", ":")  # for speed
_PRESSED: Final = frozenset("thích trả lời like reply phản hồi chia sẻ báo cáo vi phạm".split())
"""Words of the buttons of a comment."""
_BETWEEN: Final = pattern(r"[\s,|·•()–-]+")


class Remarks(NamedTuple):
    """The first and the last line of comments in a row."""

    first: int
    last: int


def may_remark(document: Document) -> bool:
    """Whether enough lines are short enough for the names and dates of comments: for speed."""
    return document.outline.short >= _RECORDS * 2


def closing_remarks(lines: Sequence[Line], said: Sequence[str]) -> Remarks | None:
    """The comments below an article, from the first one's name to the last one's words; or none."""
    heads = [i for i, line in enumerate(lines) if said[i] in _BESIDE and _names(line)]
    records: list[tuple[int, int]] = []
    for head, end in pairwise((*heads, len(lines))):
        last = _end_of_record(lines, said, head, min(end, head + _LINES))
        if last < 0:
            if _are_enough(lines, said, records):
                break
            records = []
        elif records and head - records[-1][1] > _BUTTONS + 1:
            if _are_enough(lines, said, records):
                break
            records = [(head, last)]
        else:
            records.append((head, last))
    if not _are_enough(lines, said, records):
        return None
    return Remarks(records[0][0], records[-1][1])


def _are_enough(
    lines: Sequence[Line], said: Sequence[str], records: Sequence[tuple[int, int]]
) -> bool:
    """Whether records are comments: as many as it takes, below an article."""
    if len(records) < _BELOW_HEADER:
        return False
    first = records[0][0]
    header = next((said[i] for i in range(first - 1, -1, -1) if said[i] != "bar"), "")
    if len(records) < (_BELOW_HEADER if header == "comment" else _RECORDS):
        return False
    above = [len(line.text) for line in lines[:first] if line.sort in RUNNING]
    one = sum(len(line.text) for line in lines[first : records[0][1] + 1])
    return len(above) >= _ARTICLE and sum(above) > one  # a thread's first post is the article


def _end_of_record(lines: Sequence[Line], said: Sequence[str], head: int, end: int) -> int:
    """The last line of the comment below the name at `head`: its words or its date; -1 if it is none."""
    dated = head if says_when(lines[head].text) else -1
    words = -1
    for index in range(head + 1, end):
        line = lines[index]
        if said[index] not in _BESIDE:
            break
        if line.sort == "stamp" or _dates(line.text):
            dated = index if dated < 0 and _dates(line.text) else dated
        elif line.sort in WRITTEN:
            words = index
        elif words >= 0 and not _is_pressed(line.text):
            break
    return max(words, dated) if min(words, dated) >= 0 else -1


def _names(line: Line) -> bool:
    """Whether a line is somebody's name, perhaps with a date or with what says that these are the words."""
    text = line.text
    if len(text) > LONGEST_BYLINE:  # for speed
        return False
    if is_byline(text):
        return line.words > 1
    name = _SAYS.sub("", text) if text.endswith(_SAYING) else text
    if name == text and not says_when(text):
        return False
    rest = _beside_dates(name)
    return not _are_buttons(rest) and is_byline(" ".join(rest))


def _dates(text: str) -> bool:
    """Whether a line is when somebody wrote, perhaps with the buttons below it."""
    if len(text) > LONGEST_BYLINE or not says_when(text):
        return False
    return _are_buttons(_beside_dates(text))


def _is_pressed(text: str) -> bool:
    """Whether a line is the buttons of a comment, perhaps with a count."""
    parts = list(filter(None, _BETWEEN.split(text)))
    return not all(map(str.isdigit, parts)) and _are_buttons(parts)


def _are_buttons(parts: Sequence[str]) -> bool:
    """Whether words are those of buttons, or their counts."""
    return all(part.isdigit() or part.lower() in _PRESSED for part in parts)


def _beside_dates(text: str) -> list[str]:
    """The words of a line that are no date's."""
    parts = _BETWEEN.split(HOUR.sub(" ", WHEN.sub(" ", text)))
    return [part for part in parts if part and part.lower() not in FILLER]
