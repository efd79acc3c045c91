"""A headline and a date right above a sentence that speaks of it: an article, however short it is.

A list of other articles may say far more than it does; in those, the headlines are links.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import takewhile
from typing import Final

from ...dates import iso
from ...model import LINKED, WHOLLY, Kind
from ...patterns import pattern
from ...shapes import is_cut
from ...stamps import FILLER, HOUR, WHEN
from .clues import FEW, Topic
from .layout import FURNITURE
from .lines import HEADLINE, Line

NEAR: Final = 5
"""Lines above a sentence among which its headline and its date stand."""
DATE: Final = 60
"""Characters of the longest line that prints a date, and perhaps a name."""
TOLD: Final = 2
"""Lines of prose, from the first on, that speak of the headline: the sapo alone may not."""
PARAGRAPH: Final = 200
"""Characters of the shortest paragraph that is an article without saying what its headline does."""
LINES: Final = 3
"""Lines without a link of the shortest text that is one without a paragraph."""
LEAST: Final = 100
"""Characters of the same."""
WORDS: Final = 5
"""Words of the shortest headline."""
NAME: Final = 3
"""Words of the longest name beside the date above such a text."""

_WORD: Final = pattern(r"[^\W\d_]+")


def dated_text(lines: Sequence[Line], cards: Collection[int], printed: int = -1) -> tuple[int, int]:
    """Indices of such a headline and of the first line of prose below it; -1 if there are none.

    Of the headline that the page's head gives, if a line (by index) has it `printed`, nothing is asked.
    """
    for index, line in enumerate(lines):
        if not line.prose or line.role in FURNITURE or index in cards:
            continue
        above = [i for i in range(max(0, index - NEAR), index) if i not in cards]
        if any(is_date(lines[i]) for i in above):
            told = [x.text for x in lines[index : index + TOLD] if x.prose]
            for head in reversed(above):
                spoken = head == printed or Topic([lines[head].text]).shared(told) >= FEW
                if spoken and _may_head(lines[head]):
                    return head, index
    return -1, -1


def only_dated_text(lines: Sequence[Line], cards: Collection[int]) -> tuple[int, int]:
    """The only headline on the page with a date right below it and then a whole paragraph, or lines that
    say as much: verse, a schedule.

    It need not speak of the headline; a list has several of them.
    """
    headed = [
        index
        for index in range(2, len(lines))
        if is_date(lines[index - 1])
        and _may_head(lines[index - 2])
        and not any(i in cards for i in range(index - 2, index + 1))
    ]
    found = [i for i in headed if lines[i].prose]
    if len(found) == 1:
        told = lines[found[0]]
        whole = len(told.text) >= PARAGRAPH and not is_cut(told.text)
        if whole and told.role not in FURNITURE and not _leads_on(lines[found[0] + 1 :]):
            return found[0] - 2, found[0]
    bare = [i for i in headed if _is_bare(lines[i - 1].text) and _is_plain(lines[i])]
    found = [i for i in bare if i + 2 not in bare]
    if len(found) == 1:
        run = [*takewhile(_is_plain, lines[found[0] :])]
        enough = len(run) >= LINES or run[0].folded
        if enough and sum(len(x.text) for x in run) >= LEAST:
            return found[0] - 2, found[0]
    return -1, -1


def _is_bare(text: str) -> bool:
    """Whether a line with a date says no more than who and when: not who gave leave to print."""
    rest = _WORD.findall(HOUR.sub(" ", WHEN.sub(" ", text)))
    return sum(word.lower() not in FILLER for word in rest) <= NAME


def _is_plain(line: Line) -> bool:
    return not line.links and line.role not in FURNITURE


def _leads_on(below: Sequence[Line]) -> bool:
    """Whether a short link stands right below: ``Xem chi tiết``."""
    return bool(below) and below[0].links >= WHOLLY and len(below[0].text) < HEADLINE


def is_date(line: Line) -> bool:
    """Whether `line` prints a date, and little else."""
    return len(line.text) <= DATE and line.role != Kind.COMMENTS and bool(iso(line.text))


def _may_head(line: Line) -> bool:
    plain = line.links <= LINKED and line.role not in FURNITURE and not line.folded
    return plain and not line.prose and len(line.text.split()) >= WORDS
