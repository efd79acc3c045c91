"""Bylines and source credits.

The default policy keeps them; `body` cuts them; either way they feed the metadata. A span is only
labelled where its border is certain.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from ..borders import last_sentence
from ..line import Line
from ..model import GUESS, LIKELY, SURE, Document, Kind, Mark
from ..patterns import pattern
from ..rule import rule
from ..shapes import is_byline, is_credit

_ABBREVIATED: Final = pattern(r"\b(?:TP|Tp|TS|ThS|PGS|GS|BS|LS|Q|P|H|TX|TT|Mr|Mrs|Dr|St)\.$")
_INITIALS: Final = pattern(r"(?:\w{1,2}\.\s?){1,4}|PV\.?|(?:\w{1,2}\.)+\w+\.?")
_DECREE: Final = pattern(r"\bsố\s*:?\s*\d|\d+/")  # a decree or a dispatch is a reason, not a source
_FOOT: Final = 4
"""Lines at either end among which a signature stands, and the names that it has at most."""
_CLOSING: Final = 70  # characters of the longest signature behind the last full stop


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
    if start := _closing(document):
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
    head, foot = _ends(lines)
    said = (hit for act in ("fence", "bar") for hit in document.hits.saying(act))
    printed = {hit.block for hit in said if hit.end >= lines[hit.block].end}
    for line in lines:
        near_head = 0 < line.index <= head and not line.text.isupper()
        near = near_head or line.index >= foot or _stands_at_end(lines, line, known)
        if not near or not _is_name(line) or line.index in printed or _is_listed(lines, line):
            continue
        if line.words > 1:
            yield Mark(line.start, line.end, LIKELY)
        elif len(line.text) > 1 and (line.text.isupper() or line.index >= foot):
            yield Mark(line.start, line.end, GUESS)
    if start := _closing(document):
        tail = document.view[start : lines[-1].end]
        if is_byline(tail) and not is_credit(tail) and _is_signed(document.view, start, tail):
            yield Mark(start, lines[-1].end, LIKELY)


def _is_name(line: Line) -> bool:
    return line.is_byline and not line.is_credit


def _ends(lines: Sequence[Line]) -> tuple[int, int]:
    """The last line near the headline, and the first near the end. Names are not counted: where
    they are gone, no other line is nearer. Running text ends what is near the end.
    """
    head = left = 0
    while head + 1 < len(lines) and left < _FOOT:
        head += 1
        left += lines[head].text.isupper() or not _is_name(lines[head])
    foot, left = len(lines), 0
    while foot > 1 and left < _FOOT and not lines[foot - 1].is_paragraph:
        foot -= 1
        left += not _is_name(lines[foot])
    return head, foot


def _is_listed(lines: Sequence[Line], line: Line) -> bool:
    """True for one of more names in a row than any article is signed with: a list, or a text in
    capitals, whose lines look like names.
    """
    count = 1
    for step in (-1, 1):
        at = line.index + step
        while 0 <= at < len(lines) and count <= _FOOT and _is_name(lines[at]):
            at += step
            count += 1
    return count > _FOOT


def _is_signed(text: str, start: int, tail: str) -> bool:
    """False behind a semicolon or an abbreviation ("TP."), and for a whole sentence of one name."""
    before = text[max(0, start - 8) : start].rstrip()
    if before.endswith((";", ":")) or _ABBREVIATED.search(before):
        return False
    return not tail.endswith(".") or bool(_INITIALS.fullmatch(tail))


def _stands_at_end(lines: tuple[Line, ...], line: Line, known: set[int]) -> bool:
    """True above a credit, and above a line that begins with a phrase of the lexicon."""
    below = lines[line.index + 1 : line.index + 2]
    return any(other.start in known or other.is_credit for other in below)


def _closing(document: Document) -> int | None:
    """Where what stands behind the last full stop of the last block begins, if it is short."""
    if not document.blocks:
        return None
    last = document.blocks[-1]
    start = last_sentence(document.view, last.end, last.start, reach=90)
    return start if start and start > last.start and last.end - start <= _CLOSING else None
