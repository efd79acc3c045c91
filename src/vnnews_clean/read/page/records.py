"""Comments without buttons: records side by side, each with somebody's name and a date.

A page tells that a reader wrote something by the same marks each time: name, date or reactions, at
the same place of the same element. A live report repeats only the time, a chronicle only the date,
an interview only the names, a list of teasers links its headlines; none of these is taken.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice, pairwise, takewhile
from typing import Final

from ...model import LINKED
from ...patterns import pattern
from ...stamps import FILLER, HOUR, WHEN, says_when
from .dom import Page
from .headed import is_header
from .layout import FURNITURE
from .lines import Line
from .tree import spread

FEWEST: Final = 3
"""Records that make a list."""
HEADED: Final = 2
"""The same below a line that calls them comments."""
SHORT: Final = 4
"""Lines below an ``<h1>`` that are an article without a sentence, such as verse."""
LONGEST: Final = 70
"""Characters of the longest line that says who and when."""
LINES: Final = 16
"""Lines of the largest record."""
ALIKE: Final = 0.7
"""Share of the records that are built alike, and of those with a name."""
NAME: Final = range(1, 6)
"""Words of a name."""

_REACTION: Final = pattern(
    r"(?=.*(?:thích|likes?|quan tâm|hữu ích))(?:[\W\d_]*(?:thích|likes?|quan tâm|hữu ích|trả lời|phản hồi"
    r"|reply))+[\W\d_]*",
    re.IGNORECASE,
)
_HINT: Final = pattern(r"\d|[TtLlHhQq](?:hích|ike|ôm qua|uan tâm|ữu ích)|THÍCH|LIKE")
"""What every stamp has, and few other lines."""
_WORD: Final = pattern(r"[^\W\d_]+")


def stamped_records(page: Page, lines: Sequence[Line]) -> set[int]:
    """The elements of comments that stand side by side below other text, each with name and date."""
    stamps = [index for index, line in enumerate(lines) if _may_be_stamp(line)]
    stamps = [i for i in stamps if _is_stamp(lines[i])] if len(stamps) >= HEADED else []
    if len(stamps) < HEADED:
        return set()
    prose = next((i for i, x in enumerate(lines) if x.role not in FURNITURE and x.prose), -1)
    short = verse(page, lines)
    prose = short if 0 <= short < prose else prose
    first, sizes = spread(page, lines)
    lists: defaultdict[tuple[int, str], dict[int, list[int]]] = defaultdict(dict)
    for index in stamps:
        element = lines[index].element
        while element > 0 and sizes[element] <= LINES:
            parent = page.parents[element]
            if sizes[element] > 1 and page.tags[element] != "blockquote":
                lists[parent, page.tags[element]].setdefault(element, []).append(index)
            element = parent
    found: set[int] = set()
    for records in lists.values():
        begin = min(first[record] for record in records)
        above = lines[begin - 1]
        if len(records) < (HEADED if not above.links and is_header(above.text) else FEWEST):
            continue
        if not 0 <= prose < begin:
            continue  # there is nothing that they could comment on
        if _are_comments(page, lines, records, first, sizes) and not any(
            lines[i].prose for i in _between(records, first, sizes)
        ):
            found.update(records)
    return found


def verse(page: Page, lines: Sequence[Line]) -> int:
    """The last of the few short lines right below the first ``<h1>`` that are an article; or -1."""
    head = next((i for i, x in enumerate(lines) if page.tags[x.element] == "h1"), -1)
    if head < 0:
        return -1
    plain = takewhile(lambda i: not (lines[i].links or lines[i].role), range(head + 1, len(lines)))
    said = (i for i in plain if not _may_be_stamp(lines[i]))
    return next(islice(said, SHORT - 1, None), -1)


def _between(records: Iterable[int], first: Sequence[int], sizes: Sequence[int]) -> Iterator[int]:
    """The lines between one record and the next."""
    for one, other in pairwise(sorted(records, key=first.__getitem__)):
        yield from range(first[one] + sizes[one], first[other])


def _may_be_stamp(line: Line) -> bool:
    text = line.text
    if len(text) > LONGEST or line.folded or line.links >= 1 or text.endswith((".", ":")):
        return False
    return bool(_HINT.search(text))


def _is_stamp(line: Line) -> bool:
    if not _may_be_stamp(line):
        return False
    return bool(_REACTION.fullmatch(line.text) or says_when(line.text))


def _are_comments(
    page: Page,
    lines: Sequence[Line],
    records: dict[int, list[int]],
    first: Sequence[int],
    sizes: Sequence[int],
) -> bool:
    """Whether most of `records` have a stamp at the same place, and a name or reactions."""
    places: Counter[tuple[str, ...]] = Counter()
    signed = 0
    for record, stamps in records.items():
        own = lines[first[record] : first[record] + sizes[record]]
        if any(x.links > LINKED and len(x.text.split()) not in NAME for x in own):
            continue  # a teaser
        text = sum(not x.folded and not _is_stamp(x) for x in own)
        places[_place(page, lines[stamps[0]].element, record)] += text > 0
        signed += any(
            _REACTION.fullmatch(lines[i].text) or _has_name(lines[i].text) for i in stamps
        ) or any(_is_name(x) for x in own)
    alike = max(places.values(), default=0)
    return alike >= min(FEWEST, len(records)) and min(alike, signed) >= ALIKE * len(records)


def _place(page: Page, element: int, record: int) -> tuple[str, ...]:
    """The tags from `element` up to `record`."""
    tags = []
    while element > record:
        tags.append(page.tags[element])
        element = page.parents[element]
    return tuple(tags)


def _has_name(text: str) -> bool:
    """Whether there is more than a date and a time in a stamp."""
    rest = _WORD.findall(HOUR.sub(" ", WHEN.sub(" ", text)))
    return any(word.lower() not in FILLER for word in rest)


def _is_name(line: Line) -> bool:
    text = line.text
    if line.folded or len(text.split()) not in NAME or not text[:1].isupper():
        return False
    return not text.endswith((".", "!", "?", ":", "…")) and not any(c.isdigit() for c in text)
