"""Polls without a field of a form: a question above what one may answer, or what others did.

What readers think of the text, asked in the paper's own words, with a few labels below it; or any
question with the number of those who voted. A question of the article has an answer in sentences.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from ...model import Kind
from ...patterns import pattern
from .dom import Page, Spread
from .layout import FURNITURE
from .lines import Line
from .tree import covered, spread

LINES: Final = 12
"""Lines of the largest poll."""
OPTION: Final = 40
"""Characters of the longest of its answers."""
QUESTION: Final = 120
"""Characters of the longest question."""
STARRED: Final = 3
"""Lines of the largest element with a row of empty stars: a question, the stars, a thank-you."""

_EMPTY: Final = "☆"
_STARS: Final = pattern(f"[{_EMPTY} ]{{5,}}")
"""Nobody has rated yet: who did has filled some."""
_ABOUT: Final = pattern(
    r"\b(?:bài (?:viết|báo|này)|bản tin|nội dung|thông tin|trang|câu trả lời) ?(?:này|trên)?\b.*\bbạn\b"
    r"|\bbạn\b.*\b(?:bài (?:viết|báo|này)|bản tin này|nội dung này|thông tin này|trang này)\b",
    re.IGNORECASE,
)
"""A question that is put to readers about the text itself."""
_VOTES: Final = pattern(
    r"\d\s+(?:người|lượt|bạn đọc|độc giả|phiếu)?\s*(?:đã |tham gia )*(?:bình chọn|biểu quyết|bỏ phiếu|votes?)"
    r"|^\d[\d.,]* phiếu$",
    re.IGNORECASE,
)
"""How many have voted."""


def with_polls(page: Page, lines: Sequence[Line]) -> Sequence[Line]:
    """`lines`, with the role of a widget for those of such polls."""
    roots = set(_roots(page, lines))
    if not roots:  # for speed
        return lines
    inside = covered(page, roots)
    role = Kind.WIDGET.value
    return [
        x._replace(role=role) if inside[x.element] and x.role not in FURNITURE else x for x in lines
    ]


def _roots(page: Page, lines: Sequence[Line]) -> Iterator[int]:
    yield from _unrated(page, lines)
    asked = [i for i, x in enumerate(lines) if _asks(x)]
    if not asked:  # for speed
        return
    within = spread(page, lines)
    for index in asked:
        element = _widened(page, within, lines[index].element)
        box = within.lines(element)
        if box.start != index or len(box) > LINES or page.tags[element] in ("body", "html"):
            continue
        answers = [lines[i].text for i in box[1:]]
        short = all(len(text) <= OPTION and not text.endswith((".", "?")) for text in answers)
        if short and (_ABOUT.search(lines[index].text) or any(map(_VOTES.search, answers))):
            yield element


def _widened(page: Page, within: Spread, element: int) -> int:
    """The innermost element around the line in `element` with another line in it."""
    while element > 0 and within.counts[element] == 1:
        element = page.parents[element]
    return element


def _unrated(page: Page, lines: Sequence[Line]) -> Iterator[int]:
    """Small elements with a row of empty stars, and what one is asked to rate."""
    for line in lines:
        if line.text[:1] == _EMPTY and _STARS.fullmatch(line.text):
            within = spread(page, lines)
            element = _widened(page, within, line.element)
            box = within.lines(element)
            if len(box) <= STARRED and not any(lines[i].prose for i in box):
                yield element


def _asks(line: Line) -> bool:
    text = line.text
    return text.endswith("?") and len(text) <= QUESTION and not (line.links or line.folded)
