"""Words on controls: pagers, and small elements that hold little else than buttons."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from ...model import WHOLLY, Kind
from ...patterns import pattern
from .dom import Page
from .layout import FURNITURE, HIDDEN
from .lines import Line
from .tree import covered, spread

IDLE: Final = 2
"""Links that lead nowhere in the shortest row of them."""
PAGER: Final = 60
"""Characters of the longest pager."""
SIZES: Final = 100
"""Characters of the longest row of buttons for the size of letters, with a date and others."""
PAGES: Final = 2
"""Numbers in the shortest pager."""
BUTTONS: Final = 2
"""Buttons of the smallest set of controls."""
LABEL: Final = 30
"""Characters of the longest line among them."""
LABELS: Final = 8
"""Lines of the largest set of controls."""

_PAGER: Final = pattern(
    r"(?:(?:(?:xem|đọc) (?:tất cả|toàn bộ)(?: trên (?:một|1) trang)?|view all|trang|page|sau|trước|tiếp|theo|kế|next|prev|previous|đầu|cuối|first|last|of|\d{1,3})\b|\W)+",
    re.IGNORECASE,
)

_NOWHERE: Final = pattern(r"\s*(?:#?|javascript:.*)\s*", re.IGNORECASE)
_SIZES: Final = pattern(r"(?:[^.?!]*\s)?([AT])[+-]?(?:[\s|]+\1[+-]?)+(?:\s[^.?!]*)?", re.IGNORECASE)
"""Buttons that make letters larger or smaller: ``Cỡ chữ A- A A+``, and others behind them."""
_COUNTER: Final = pattern(r"(\d{1,3}) ?/ ?(\d{1,3})")
"""Which picture of how many this is."""
_PICTURE: Final = pattern(
    r"(?:ảnh|hình|image|photo|picture|slide) \d{1,3} ?(?:/|of|trên|trong)[ /]*\d{1,3}",
    re.IGNORECASE,
)
"""The same with the word for it."""
_ADDRESS: Final = pattern(r"https?://\S+ [^.]+")
"""An address, and what is written on the button that copies it."""
_GIVEN: Final = pattern(r"(?:đường dẫn|link|url)[^:.]{0,20}: ?https?://\S+", re.IGNORECASE)
"""An address of the page itself, as a print of it gives it."""
_NUMBER: Final = pattern(r"\d+")


def with_controls(page: Page, lines: Sequence[Line]) -> Sequence[Line]:
    """`lines`, with roles for those of controls."""
    roots = _roots(page, lines)
    inside = covered(page, roots) if roots else ()
    idle = _idle(page)
    counters = _counters(lines)
    found = list(lines)
    for index, line in enumerate(lines):
        if line.role in FURNITURE:
            continue
        if index in counters:
            found[index] = line._replace(role=HIDDEN)
        linked = line.links > 0 and len(line.text) <= SIZES and not line.prose
        row = linked and len(line.text) <= PAGER
        if (inside and inside[line.element]) or (row and idle[line.element] >= IDLE):
            found[index] = line._replace(role=HIDDEN)
        elif row and _is_pager(line.text):
            found[index] = line._replace(role=Kind.NAV.value)
        elif (linked and _SIZES.fullmatch(line.text)) or (
            "http" in line.text and _is_address(line)
        ):
            found[index] = line._replace(role=HIDDEN)
    return found


def _roots(page: Page, lines: Sequence[Line]) -> set[int]:
    """The small elements that hold several buttons, and labels."""
    buttons = [x.element for x in lines if x.role == HIDDEN and page.tags[x.element] == "button"]
    if len(buttons) < BUTTONS:
        return set()
    counts = Counter(page.parents[element] for element in buttons)
    within = spread(page, lines)
    return {
        root
        for root, count in counts.items()
        if count >= BUTTONS
        and root > 0
        and within.counts[root] <= LABELS
        and all(len(lines[i].text) <= LABEL for i in within.lines(root))
    }


def _counters(lines: Sequence[Line]) -> set[int]:
    """The lines that count pictures, one after the other from the first on: ``1/3``, ``2/3``, and ``1/3``
    again in what shows them large.
    """
    ends = [(i, x.text) for i, x in enumerate(lines) if x.text[-1:].isdigit()]
    found = [(i, m) for i, text in ends if (m := _COUNTER.fullmatch(text))]
    numbers = [int(m[1]) for _, m in found]
    alike = len({m[2] for _, m in found}) == 1 and max(numbers) <= int(found[0][1][2])
    counted = alike and max(numbers) >= PAGES and numbers[0] == 1
    counted = counted and all(n in (1, before + 1) for before, n in pairwise(numbers))
    named = {i for i, text in ends if _PICTURE.fullmatch(text)}
    return named | {i for i, _ in found} if counted else named


def _idle(page: Page) -> Counter[int]:
    """How many links that lead nowhere are in each element; none where another does."""
    found: Counter[int] = Counter()
    away: set[int] = set()
    for element, tag in enumerate(page.tags):
        if tag == "a" and (target := page.attributes[element].get("href")) is not None:
            if _NOWHERE.fullmatch(target):
                found[page.parents[element]] += 1
            else:
                away.add(page.parents[element])
    for element in away:
        del found[element]
    return found


def _is_pager(text: str) -> bool:
    digits = "".join(_NUMBER.findall(text))
    if digits == text and text == "".join(map(str, range(1, len(text) + 1))):
        return len(text) > PAGES  # side by side without a space
    if not _PAGER.fullmatch(text):
        return False
    return len(_NUMBER.findall(text)) >= PAGES


def _is_address(line: Line) -> bool:
    """Whether `line` gives an address to copy: with a button, or in place of the source's name."""
    if line.role == Kind.SOURCE and " " not in line.text:
        return line.text.startswith("http")
    if _GIVEN.fullmatch(line.text):
        return True
    return line.links >= WHOLLY and bool(_ADDRESS.fullmatch(line.text))
