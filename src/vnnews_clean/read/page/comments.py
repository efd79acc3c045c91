"""Lists of comments that no name gives away: records side by side, each with a button to answer.

Comments are prose, and often there is more of it than the article has. In an interview, what
follows "Trả lời" is the answer; below a comment's button stands nothing of the kind.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Final

from ...model import HEADINGS, Kind
from ...patterns import pattern
from .dom import Page
from .headed import headed_records
from .layout import FURNITURE
from .lines import Line
from .prose import is_sentence
from .records import stamped_records, verse
from .tree import covered, spread

LONGEST: Final = 60
"""Characters of the longest row of buttons."""
FEWEST: Final = 2
"""Comments that make a list."""
NEAR: Final = 8
"""Lines above the button among which a comment's text stands."""
BESIDE: Final = 5
"""Lines that a comment has besides its text: a name, an avatar's letters, a date, what a forum knows."""
AROUND: Final = 4
"""Times that a post which opens a thread is longer than all prose around the thread."""

_SIGN: Final = pattern("rả lời|RẢ LỜI|hản hồi|HẢN HỒI|eply|EPLY")
_ANSWER: Final = pattern(r"trả lời|phản hồi|reply", re.IGNORECASE)
_WORD: Final = pattern(r"[^\W\d_]+")
_BUTTONS: Final = frozenset(
    "thích like likes chia sẻ share trích dẫn quote bỏ ghim sửa xóa xoá xem thêm ẩn câu bình luận"
    " báo xấu cáo vi phạm report giờ phút giây ngày tháng tuần năm trước lúc am pm ago hour hours"
    " minute minutes day days".split()
)
"""The words of a comment's buttons and of its date."""


def with_comments(page: Page, lines: Sequence[Line]) -> Sequence[Line]:
    """`lines`, with the role of comments for those that belong to a list of them."""
    buttons = [
        index
        for index, line in enumerate(lines)
        if len(line.text) <= LONGEST and _SIGN.search(line.text) and _is_row(line)
    ]
    records = _records(page, lines, buttons) if len(buttons) >= FEWEST else set()
    records |= stamped_records(page, lines) | headed_records(page, lines)
    records -= _opening_post(page, lines, records)
    if not records:  # for speed
        return lines
    inside = covered(page, records)
    lists = {page.parents[record] for record in records}
    role = Kind.COMMENTS.value
    found = list(lines)
    for index, line in enumerate(lines):
        below = index + 1 < len(lines) and inside[lines[index + 1].element]
        header = below and page.parents[line.element] in lists and _is_header(page, line)
        if line.role not in FURNITURE and (inside[line.element] or header):
            found[index] = line._replace(role=role)
    return found


def _opening_post(page: Page, lines: Sequence[Line], records: set[int]) -> set[int]:
    """The first of `records`, where it is what the others answer: the post that opens a thread.

    It says more than any other record then, and far more than what is written around them; or there is
    no sentence at all that they could be comments on.
    """
    if not records:
        return set()
    first, sizes = spread(page, lines)
    inside = covered(page, records)
    around = sum(
        len(x.text) for x in lines if x.prose and x.role not in FURNITURE and not inside[x.element]
    )
    said = {
        record: sum(len(x.text) for x in lines[first[record] :][: sizes[record]] if x.prose)
        for record in records
    }
    opening = min(records, key=first.__getitem__)
    if 0 <= verse(page, lines) < first[opening]:
        return set()
    told = said[opening]
    longest = told == max(said.values()) and told > AROUND * around
    alone = told and not around and not any(map(_is_said, lines[: first[opening]]))
    return {opening} if longest or alone else set()


def _is_said(line: Line) -> bool:
    """Whether `line` is a sentence of no known role."""
    return is_sentence(line.text) and line.role not in FURNITURE and not line.links


def _is_header(page: Page, line: Line) -> bool:
    """Whether `line` is what stands above a list of comments: a heading, or a count of them."""
    counts = line.text[-1:] == ")" and any(c.isdigit() for c in line.text)
    return len(line.text) <= LONGEST and (counts or page.tags[line.element] in HEADINGS)


def _is_row(line: Line) -> bool:
    """Whether `line` says nothing but what stands on buttons and in dates. A colon promises more."""
    if line.folded or len(line.text) > LONGEST or line.text.endswith(":"):
        return False
    return _BUTTONS.issuperset(_WORD.findall(_ANSWER.sub(" ", line.text).lower()))


def _records(page: Page, lines: Sequence[Line], buttons: Sequence[int]) -> set[int]:
    """The elements of comments: each with the text above a button, and side by side with another."""
    first, sizes = spread(page, lines)
    found: dict[int, bool] = {}
    for index in buttons:
        above = range(index - 1, max(-1, index - 1 - NEAR), -1)
        text = next((i for i in above if not _is_row(lines[i])), -1)
        root = lines[index].element if text >= 0 else 0
        while first[root] > text >= 0:
            root = page.parents[root]
        if root not in found:
            end = first[root] + sizes[root]
            last = buttons[bisect_left(buttons, end) - 1]
            found[root] = root > 0 and not any(x.prose for x in lines[last + 1 : end])
    roots = {root for root, ends in found.items() if ends}
    beside: defaultdict[int, set[int]] = defaultdict(set)
    for root in _widened(page, roots, sizes):
        beside[page.parents[root]].add(root)
    return {root for group in beside.values() if len(group) >= FEWEST for root in group}


def _widened(page: Page, roots: Iterable[int], sizes: Sequence[int]) -> set[int]:
    """Each of `roots` with what stands beside it and is hardly more: the name, the avatar."""
    within = [0] * len(page.parents)
    for root in roots:
        within[root] = 1
    for element in range(len(within) - 1, 0, -1):
        within[page.parents[element]] += within[element]
    widened = set()
    for root in roots:
        wide, above = root, page.parents[root]
        while above > 0 and within[above] == 1 and sizes[above] - sizes[root] <= BESIDE:
            wide, above = above, page.parents[above]
        widened.add(wide)
    return widened
