"""Links that open what stands below them: the headings of an accordion.

They lead nowhere (``#``, ``javascript:``), and a sentence stands right below; or to the element right
below them. The links of a table of contents lead further, those of teasers away.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from ...model import LINKED, Kind
from ...patterns import pattern
from .dom import LISTS, Page, Spread
from .layout import FURNITURE
from .lines import Line
from .prose import is_prose, is_sentence
from .tree import spread

WORDS: Final = 4
"""Words of the shortest heading that leads nowhere; those of buttons have fewer."""

_NOWHERE: Final = pattern(r"\s*(?:#?|#!.*|javascript:.*)\s*", re.IGNORECASE)


def with_toggles(page: Page, lines: Sequence[Line]) -> Sequence[Line]:
    """`lines`, with the role of headings, and as no links, for those that open what is below them."""
    likely = [
        i
        for i, x in enumerate(lines[:-1])
        if x.links > LINKED and x.role not in FURNITURE and not x.folded and _is_plain(lines[i + 1])
    ]
    targets = {i: target for i in likely if (target := _target(page, lines[i])) is not None}
    if not targets:  # for speed
        return lines
    wanted = {target[1:] for target in targets.values() if target[:1] == "#"}
    ids = {name: e for e, x in enumerate(page.attributes) if (name := x.get("id")) in wanted}
    found, within = list(lines), spread(page, lines)
    for index, target in targets.items():
        line = lines[index]
        panel = ids.get(target[1:], 0)
        opens = panel > 0 and within.first[panel] == index + 1
        if opens or (_NOWHERE.fullmatch(target) and _is_above(page, lines, within, index)):
            heading = Kind.HEADING.value
            found[index] = line._replace(role=heading, links=0.0, prose=is_prose(line.text, 0.0))
    return found


def may_open(page: Page, line: Line) -> bool:
    """Whether `line` is a link that leads nowhere, and says something."""
    target = _target(page, line) if line.links > LINKED else None
    nowhere = target is not None and bool(_NOWHERE.fullmatch(target))
    return nowhere and len(line.text.split()) >= WORDS


def _target(page: Page, line: Line) -> str | None:
    """Where the link leads that `line` begins with, if that is to the same page or nowhere."""
    element = line.inner
    while element > 0 and page.tags[element] != "a":
        element = page.parents[element]
    target = page.attributes[element].get("href") or ""
    return target if element > 0 and (target[:1] == "#" or _NOWHERE.fullmatch(target)) else None


def _is_above(page: Page, lines: Sequence[Line], within: Spread, index: int) -> bool:
    """Whether a line says something, and a sentence of another element beside it follows."""
    line, below = lines[index : index + 2]
    if len(line.text.split()) < WORDS or not is_sentence(below.text):
        return False
    beside = page.parents[line.element]
    apart = page.tags[beside] not in LISTS and below.element != line.element
    return apart and index + 1 in within.lines(beside)


def _is_plain(line: Line) -> bool:
    return line.links <= LINKED and line.role not in FURNITURE and not line.folded
