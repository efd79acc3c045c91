"""Bylines and source credits: kept and cut as what else is the newsroom's, see `editorial`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from ..model import GUESS, LIKELY, SURE, Document, Kind, Mark
from ..patterns import pattern
from ..rule import rule
from ..shapes import is_byline, is_credit
from ..signatures import closing, ends, is_listed, is_name, signs

_DECREE: Final = pattern(r"\bsố\s*:?\s*\d|\d+/")  # a decree or a dispatch is a reason, not a source


@rule("source.line", kind=Kind.SOURCE)
def source_line(document: Document) -> Iterator[Mark]:
    """A source credit on a line of its own, or as the last words of flat text.

    Labels:
        (theo Báo Sông Quê)
    Keeps:
        Theo Báo Sông Quê, mùa này cá linh về muộn.
    """
    for line in document.lines[1:]:
        if line.is_credit and not _DECREE.search(line.text):
            yield Mark(line.start, line.end, SURE)
    if start := closing(document):
        tail = document.view[start : document.blocks[-1].end]
        if is_credit(tail) and not _DECREE.search(tail):
            yield Mark(start, document.blocks[-1].end, LIKELY)


@rule("byline.line", kind=Kind.BYLINE)
def byline_line(document: Document) -> Iterator[Mark]:
    """Names on a line of their own under the headline or at the end, or as the last words.

    Under the headline a line in capitals is a heading; so is, at the end, one over a paragraph.
    What heads a box or stands on a button is nobody's name, however it is spelled.

    Labels:
        Sông Thương (ghi)
    Keeps:
        ĐIỂM ĐẾN MỚI
    """
    lines = document.lines
    known = {hit.start for hits in document.hits.values() for hit in hits}
    last = {line.index - 1 for line in lines if line.start in known or line.is_credit}
    head, foot = ends(lines)
    said = (hit for act in ("fence", "bar") for hit in document.hits.saying(act))
    printed = {hit.block for hit in said if hit.end >= lines[hit.block].end}
    for line in lines:
        near_head = 0 < line.index <= head and not line.text.isupper()
        near = near_head or line.index >= foot or line.index in last
        if not near or not is_name(line) or line.index in printed or is_listed(lines, line):
            continue
        if line.words > 1:
            yield Mark(line.start, line.end, LIKELY)
        elif len(line.text) > 1 and (line.text.isupper() or line.index >= foot):
            yield Mark(line.start, line.end, GUESS)
    if start := closing(document):
        tail = document.view[start : lines[-1].end]
        if is_byline(tail) and not is_credit(tail) and signs(document.view, start, tail):
            yield Mark(start, lines[-1].end, LIKELY)
