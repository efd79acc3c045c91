"""Polls, ratings, keyboards and boxes to write in: small elements with fields of a form, and no prose.

Old systems put a whole page into one ``<form>``; what counts is how little else stands around the
fields. A question may be longer than a label.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from typing import Final

from ...model import Kind
from ...patterns import pattern
from .dom import Page, Spread
from .layout import FURNITURE
from .lines import Line
from .prose import LONG_PROSE
from .tree import around, characters, covered, spread

LINES: Final = 20
"""Lines of the largest form."""
CHARACTERS: Final = 800
"""Characters of the largest form; what is longer is a quiz, or an article among fields."""
HEADER: Final = 2
"""Lines that may stand beside the fields: a question, a button."""
NOTED: Final = 1
"""Fields beside which a sentence may be the article's: a search, an address for a newsletter."""
BESIDE: Final = 1
"""Lines that may stand above a ``<form>``, and below it: what it is for, and a small note."""

_ASKED: Final = pattern(r"\b(?:bạn|quý vị|quý khách|(?:quý )?(?:độc giả|phụ huynh)|em|anh/chị)\b")
"""Whom a form speaks to."""


def with_forms(page: Page, lines: Sequence[Line]) -> Sequence[Line]:
    """`lines`, with the role of a widget for those of a form."""
    if not page.fields:  # for speed
        return lines
    within = spread(page, lines)
    fields = Counter(e for field in page.fields for e in around(page, field))
    fits = {
        e
        for e in fields
        if within.counts[e] <= LINES
        and characters(lines, within.lines(e)) <= CHARACTERS
        and _says_little(lines, within.lines(e), fields[e])
    }
    roots = {_form(page, element, fits, within, fields) for element in set(page.fields)} - {-1}
    if not roots:  # for speed
        return lines
    inside = covered(page, roots)
    role = Kind.WIDGET.value
    return [
        line._replace(role=role) if inside[line.element] and line.role not in FURNITURE else line
        for line in lines
    ]


def _is_set(within: Spread, form: int, box: int) -> bool:
    """Whether `box` is a `form` with a line above and one below at most."""
    own, whole = within.lines(form), within.lines(box)
    return own.start - whole.start <= BESIDE and whole.stop - own.stop <= BESIDE


def _says_little(lines: Sequence[Line], form: range, fields: int) -> bool:
    """Whether there is no prose in a `form` of lines, or a sentence to the reader among two fields."""
    told = [lines[i].text for i in form if _is_told(lines[i])]
    if len(told) != 1 or fields <= NOTED:
        return not told
    return len(told[0]) < LONG_PROSE and bool(_ASKED.search(told[0].lower()))


def _is_told(line: Line) -> bool:
    return line.prose and not line.text.endswith("?")


def _form(
    page: Page,
    element: int,
    fits: Collection[int],
    within: Spread,
    fields: Mapping[int, int],
) -> int:
    """The element that is nothing but the form with the field in `element`; -1 if none is.

    `fits` are the elements without prose, `fields` how many fields are in each.
    """
    sizes = within.counts
    chain = around(page, element)
    form = next((e for e in chain if page.tags[e] == "form" and e in fits), -1)
    if form >= 0:
        box = page.parents[form]
        return (
            box if page.tags[box] == "div" and box in fits and _is_set(within, form, box) else form
        )
    root = -1
    for inner in chain:
        if inner not in fits or page.tags[inner] in ("body", "html"):
            break
        if root < 0 or fields[inner] > fields[root]:
            root = inner
        elif sizes[inner] - sizes[root] <= HEADER:
            return inner if fields[root] > 1 else root
        else:
            break
    return root if root >= 0 and fields[root] > 1 else -1
