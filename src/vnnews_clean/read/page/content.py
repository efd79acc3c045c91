"""What looks like a box of links and is content: its lines get the role of what they are.

A sentence may be one link; so may the names of a list that a sentence announces, and the cells of a
table. A headline in a box of related items is no sentence, longer than a name, and its table has
nothing else in it but dates and numbers.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from ...model import LINKED, Kind
from ...patterns import pattern
from .dom import Page
from .layout import FURNITURE, HIDDEN
from .lines import Line
from .prose import LONG_PROSE, is_prose

LINKED_SENTENCE: Final = 60
"""Characters of the shortest linked line that is a sentence, if it ends with a full stop."""
NAME_WORDS: Final = 5
"""Words of the longest name; the shortest headlines have more."""
ANNOUNCED: Final = 5
"""Words of the shortest sentence with a colon that announces a list; headers of boxes have fewer."""
CELL: Final = 40
"""Characters of the longest linked cell of a table of names."""
COLUMNS: Final = 3
"""Cells from which on a row is of a table."""
QUESTION_WORDS: Final = 4
"""Words of the shortest question that is written on a button which opens its answer."""

_NOTHING: Final = pattern(r"\W*(?:\d{1,3}[.)]?|[\d/.:h -]{4,20}|\W*)\W*")
"""A cell that says nothing by itself: a number, a date, a bullet."""


def with_content(page: Page, lines: Sequence[Line]) -> Sequence[Line]:
    """`lines`, where those that look like boxes, but are content, have the role of what they are."""
    found = list(lines)
    paragraphs = {page.parents[x.element] for x in lines if x.prose}
    announced = False
    for index, line in enumerate(lines):
        if line.role == HIDDEN and page.tags[line.element] == "button" and _asks(line.text):
            prose = is_prose(line.text, 0.0)
            heading = Kind.HEADING.value
            found[index] = line._replace(role=heading, links=0.0, folded=False, prose=prose)
        if line.role in FURNITURE or line.folded:
            announced = False
            continue
        item = page.tags[line.element] == "li" and len(line.text.split()) <= NAME_WORDS
        if line.links <= LINKED:
            announced = line.text.endswith(":") and len(line.text.split()) >= ANNOUNCED
        elif "\t" in line.text:
            if _is_row(line.text):
                found[index] = line._replace(role=Kind.TABLE.value)
        elif announced and item:
            found[index] = line._replace(role=Kind.LIST.value)
        else:
            announced = False
            if page.parents[line.element] in paragraphs and _is_sentence(line.text):
                found[index] = line._replace(role=Kind.BODY.value)
    return found


def with_told_pictures(lines: Sequence[Line], inside: Sequence[bool]) -> Sequence[Line]:
    """`lines`, where captions of an article that says most in them are its text.

    `inside` is by element. In a photo story they tell the story.
    """
    told = {i for i, x in enumerate(lines) if inside[x.element] and x.prose}
    captions = {i for i in told if lines[i].role == Kind.CAPTION}
    said = sum(len(lines[i].text) for i in told - captions if lines[i].role not in FURNITURE)
    if sum(len(lines[i].text) for i in captions) <= said:
        return lines
    role = Kind.BODY.value
    return [x._replace(role=role) if i in captions else x for i, x in enumerate(lines)]


def _is_sentence(text: str) -> bool:
    return text.endswith(".") and not text.endswith("..") and len(text) >= LINKED_SENTENCE


def _asks(text: str) -> bool:
    return text.endswith("?") and len(text.split()) >= QUESTION_WORDS and len(text) < LONG_PROSE


def _is_row(text: str) -> bool:
    """Whether a row with links says something besides them, or has short names in its cells only."""
    cells = text.split("\t")
    if any(len(cell) > CELL for cell in cells):
        return False
    return (
        len(cells) >= COLUMNS
        or not any(_NOTHING.fullmatch(cell) for cell in cells)
        or any("," in cell and _NOTHING.fullmatch(cell) for cell in cells)
    )
