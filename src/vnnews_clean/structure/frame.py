"""Whether a document is a whole page, a report of figures that is never one, or what somebody wrote by hand."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from ..model import Document
from ..outline import HEADS, ROW
from ..pairs import pairs_of
from ..patterns import pattern
from ..shapes import (
    LONGEST_BYLINE,
    MENU_NAMES,
    is_menu_row,
    is_rank,
    names_in_row,
)
from ..signs import rows
from .reading import ROW_SHARE, Reading
from .said import BARS, LISTED
from .sorts import NAMES

FEWEST_BARS: Final = 8
"""Different bars from which on a document is a page."""
_PAGE: Final = BARS | {"header"}
_FOOT: Final = 3
"""Names in a row below the article of such a page."""
FEW_NAMES: Final = 3
"""Lines as short as names, at least, of a page."""
_NAME: Final = 24
"""Characters of a name in a menu."""
_VALUE: Final = pattern(r"[-+(]*\s*\d[\d.,]*\s*[%xX)]*")
_RANK: Final = 2
"""Characters of a number that may be a rank."""
_EVERY: Final = 15
"""Every fifteenth line that is a value makes a report of figures, whatever bars stand in it."""
_VALUES: Final = 3
"""Values of a report, at least."""


def is_page(reading: Reading) -> bool:
    """Whether a document has the bars of a whole page; or a menu above its article, in one line, or in
    several and a sign of the page or another menu below; or in several above its headline and a list of
    other articles below.
    """
    bars = {t for t, word in zip(reading.texts, reading.said, strict=True) if word in _PAGE}
    if len(bars) >= FEWEST_BARS:
        return True
    first, last = reading.core
    menu = _names_up_to(reading, range(first), MENU_NAMES)
    if menu < 0:
        return False
    if any(map(names_in_row, reading.texts[: menu + 1])):
        return True
    below = reading.said[last + 1 :]
    if any(word in _PAGE for word in below) or (menu < reading.title and LISTED in below):
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
    if has_row(document):
        return True
    if sum(map(_NAME.__ge__, document.outline.sizes)) < FEW_NAMES:
        return False
    run, longest, needed, is_told = 0, 0, MENU_NAMES, any(said)
    for line in document.lines:
        row = line.names_in_row
        if row or (len(line.text) <= LONGEST_BYLINE and line.sort in NAMES):
            run += row or 1
            longest = max(run, longest)
            if run >= needed and (row or needed == _FOOT or is_told):
                return True
        else:
            needed = _FOOT if longest >= MENU_NAMES else MENU_NAMES
            run = 0
    return False


def has_row(document: Document) -> bool:
    """Whether one of the first lines is a menu by itself."""
    if not rows(document):  # for speed
        return False
    outline = document.outline
    edges = zip(outline.sizes[:HEADS], outline.lasts, document.blocks, strict=False)
    likely = (document.text_of(x) for size, last, x in edges if size <= ROW and last != ".")
    return any(is_menu_row(text) and not _is_told(text, document) for text in likely)


def _is_told(row: str, document: Document) -> bool:
    """Whether running text says so much of what may be a menu that it is a headline."""
    own = pairs_of(row)
    text = "\n".join(line.key for line in document.lines if line.is_prose)
    return (
        sum(" ".join(pair) in text for pair in own) >= ROW_SHARE * names_in_row(row) * len(own) > 0
    )


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
