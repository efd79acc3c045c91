"""Whether a document is a whole page, a report of figures that is never one, or what somebody wrote by hand."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from ..model import Document
from ..patterns import pattern
from ..shapes import (
    LONGEST_BYLINE,
    MENU_NAMES,
    is_heading,
    is_menu_row,
    is_rank,
    is_stamp,
    names_in_row,
)
from .reading import Reading
from .sorts import PROSE, sort_of

FEWEST_BARS: Final = 8
"""Different bars from which on a document is a page."""
NAMES: Final = frozenset(("menu", "byline"))
_BARS: Final = frozenset(("section", "bar", "footer", "comment", "tags", "header"))
_FOOT: Final = 3
"""Names in a row below the article of such a page."""
_FEW_NAMES: Final = 3
"""Lines as short as names, at least, of a page."""
_TOP: Final = 8
"""Lines at the top among which a menu in one line stands."""
_ROW_OF_NAMES: Final = 400  # for speed: no menu in one line is longer
_WRITTEN: Final = 25
"""Characters of a line of a letter that begins with a small letter, at least."""
_IN_A_ROW: Final = 4
"""Such lines in a row that somebody wrote."""
_NAME: Final = 24
"""Characters of a name in a menu."""
_VALUE: Final = pattern(r"[-+(]*\s*\d[\d.,]*\s*[%xX)]*")
_RANK: Final = 2
"""Characters of a number that may be a rank."""
_EVERY: Final = 15
"""Every fifteenth line that is a value makes a report of figures, whatever bars stand in it."""
_VALUES: Final = 3
"""Values of a report, at least."""

_MINUTE: Final = pattern(r"\d{1,3}\s?['’′](?:\s?\+\s?\d{1,2}['’′]?)?")
_HOUR: Final = pattern(r"\d{1,2}h\d{2}")
_MINUTES: Final = 3
"""Lines that are a minute of play, from which on a text is a live report."""
_ENTRY: Final = 8
"""Lines from one time of a live report to the next, at most."""
_AMOUNT: Final = pattern(r"\w\s*:\s*\d[\d.,]*(?!\S*[/-])|\d[\d.,]*(?:\s*[-–%]?\s+\d[\d.,]*)+\s*$")
_COMMAS: Final = 2
"""Commas in a row of a list of people; few headlines have as many."""
_ROW: Final = 100
"""Characters of such a row, at most."""
_PHONE: Final = pattern(r"(?<![\d.,])0\d{2}|\d{7}")
_CLAUSE: Final = pattern(r"(?:Điều|Chương|Khoản|Mục|Bước|Câu|Phần) \d{1,3}\b")
_CLAUSES: Final = 3
"""Such lines of one text, at least."""
_LINE_UP: Final = pattern(r"[^,:]{2,40}:\s(?:[^,:]{2,60},\s){6}")
"""A team and seven of its players, at least."""
_SCORERS: Final = pattern(r"[^\d,]{2,60}\(?\d{1,3}(?:\s?\+\s?\d{1,2})?['’′]")
"""Who did something, and the minute."""
_CHRONICLE: Final = pattern(r"(?:ngày\s)?\d{1,2}\s?[hg:/]\s?\d{1,2}\s?:", re.IGNORECASE)


def is_page(reading: Reading) -> bool:
    """Whether a document has the bars of a whole page; or a menu above its article, in one line, or in
    several and a sign of the page or another menu below.
    """
    bars = {t for t, word in zip(reading.texts, reading.said, strict=True) if word in _BARS}
    if len(bars) >= FEWEST_BARS:
        return True
    first, last = reading.core
    menu = _names_up_to(reading, range(first), MENU_NAMES)
    if menu < 0:
        return False
    if any(map(names_in_row, reading.texts[: menu + 1])):
        return True
    if any(word in _BARS for word in reading.said[last + 1 :]):
        return True
    return _names_up_to(reading, range(last + 1, len(reading.texts)), _FOOT) >= 0


def _names_up_to(reading: Reading, lines: range, enough: int) -> int:
    """The one of `lines` up to which so many names stand in a row, a line each or several, or -1."""
    run = 0
    for index in lines:
        is_name = reading.sorts[index] in NAMES
        run = run + (names_in_row(reading.texts[index]) or 1) if is_name else 0
        if run >= enough:
            return index
    return -1


def may_frame(document: Document, said: Sequence[str]) -> bool:
    """Whether a document has lines enough that are as short as the names of two menus; names in a row
    as the upper one has; and below them others, unless anything is `said` of a line.
    """
    top = (
        document.text_of(block)
        for block in document.blocks[:_TOP]
        if block.end - block.start <= _ROW_OF_NAMES and document.view[block.end - 1] != "."
    )
    if any(map(is_menu_row, top)):
        return True
    if sum(map(_NAME.__ge__, document.outline.sizes)) < _FEW_NAMES:
        return False
    run, longest, needed, is_told = 0, 0, MENU_NAMES, any(said)
    for line in document.lines:
        row = line.names_in_row
        if row or (len(line.text) <= LONGEST_BYLINE and sort_of(line) in NAMES):
            run += row or 1
            longest = max(run, longest)
            if run >= needed and (row or needed == _FOOT or is_told):
                return True
        else:
            needed = _FOOT if longest >= MENU_NAMES else MENU_NAMES
            run = 0
    return False


def is_numbers(reading: Reading) -> bool:
    """Whether a text is mostly numbers: a table or a report, never a page.

    Counted are values (``23,4``, ``1.250``, ``-0,7%``), which a page has few of: ranks, dates, times
    and counters are none. A page may have a ticker, above a menu with a section that is known.
    """
    values = [index for index, text in enumerate(reading.texts) if _is_value(text)]
    if len(values) < _VALUES or len(values) * _EVERY <= len(reading.texts):
        return False
    menu = _names_up_to(reading, range(reading.title), MENU_NAMES)
    return values[-1] >= menu or "section" not in reading.said[: reading.title]


def _is_value(text: str) -> bool:
    return len(text) > _RANK and bool(_VALUE.fullmatch(text)) and not is_rank(text)


def live_report(texts: Sequence[str]) -> range:
    """The lines of a report by the minute, told by its times: all of them are the article's."""
    minutes = [i for i, text in enumerate(texts) if text[:1].isdigit() and _MINUTE.fullmatch(text)]
    if len(minutes) < _MINUTES:
        return range(0)
    first, last = minutes[0], minutes[-1]
    times = [i for i, text in enumerate(texts) if _HOUR.fullmatch(text) or is_stamp(text)]
    for index in reversed(times):
        if index < first and first - index <= _ENTRY:
            first = index
    for index in times:
        if index > last and index - last <= _ENTRY:
            last = index
    return range(first, last + 2)


def small_letters(texts: Sequence[str]) -> Iterator[int]:
    """Lines in a row, long ones, that begin with a small letter: as people write to each other, and as
    no menu and no box is written.
    """
    run: list[int] = []
    for index, text in enumerate((*texts, "")):
        if text[:1].islower() and len(text) >= _WRITTEN:
            run.append(index)
            continue
        if len(run) >= _IN_A_ROW:
            yield from run
        run = []


def clauses(texts: Sequence[str]) -> Iterator[int]:
    """Lines of a law or a guide that are numbered by a word: ``Điều 10. …``, ``Bước 2: …``."""
    numbered = [index for index, text in enumerate(texts) if _CLAUSE.match(text)]
    if len(numbered) >= _CLAUSES:
        yield from numbered


def is_row(text: str) -> bool:
    """Whether a line is a row of a table or of a list: a name and its amount, several numbers, an hour
    of a chronicle, a name with what is said of it between commas.
    """
    if _CHRONICLE.match(text):
        return True
    if text[-1] not in ".!?" and len(text) <= _ROW and text.count(",") >= _COMMAS:
        return True
    return bool(_AMOUNT.search(text)) and not _PHONE.search(text)


def is_question(reading: Reading, index: int) -> bool:
    """Whether a line, not the last one, is a question with its answer below, as in an interview."""
    return reading.texts[index].endswith("?") and reading.sorts[index + 1] in PROSE


def match_facts(texts: Sequence[str]) -> Iterator[int]:
    """Lines that say who played and who scored: two teams, one below the other, and all above them that
    names scorers or heads such a line.
    """
    teams = [index for index, text in enumerate(texts) if _LINE_UP.match(text)]
    first = next((one for one, other in pairwise(teams) if other == one + 1), None)
    if first is None:
        return
    told = {*teams, *(i for i, text in enumerate(texts[:first]) if _SCORERS.match(text))}
    yield from sorted(told | {i - 1 for i in told if i and is_heading(texts[i - 1].rstrip(":"))})
