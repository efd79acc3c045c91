"""Bylines and source credits.

The default policy keeps them; `body` cuts them; either way they feed the metadata. A span is only
labelled where its border is certain.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from ..borders import last_sentence
from ..model import LIKELY, SURE, Block, Document, Kind, Mark
from ..rule import rule
from ..shapes import is_byline, is_credit, is_paragraph, word_count

_ABBREVIATED: Final = re.compile(r"\b(?:TP|Tp|TS|ThS|PGS|GS|BS|LS|Q|P|H|TX|TT|Mr|Mrs|Dr|St)\.$")
_INITIALS: Final = re.compile(r"(?:\w{1,2}\.\s?){1,4}|PV\.?|(?:\w{1,2}\.)+\w+\.?")
_DOCUMENT: Final = re.compile(r"\bsố\s*:?\s*\d|\d+/")
"""A decree or a dispatch is a reason, not a source."""
_SHORTEST: Final = 2
_ONE_WORD: Final = 0.7
"""Confidence of a signature of one word: initials, a pen name."""
_FOOT: Final = 4
"""Lines at either end among which a signature stands."""


@rule("source.line", kind=Kind.SOURCE)
def source_line(document: Document) -> Iterator[Mark]:
    """A source credit on a line of its own, or as the last words of flat text.

    Labels:
        (theo Báo Sông Quê)
    Keeps:
        Theo Báo Sông Quê, mùa này cá linh về muộn.
    """
    for index, block in enumerate(document.blocks):
        if index == 0:
            continue
        if is_credit(text := document.text_of(block)) and not _DOCUMENT.search(text):
            yield Mark(block.start, block.end, SURE)
    if start := _closing(document):
        tail = document.text[start : document.blocks[-1].end]
        if is_credit(tail) and not _DOCUMENT.search(tail):
            yield Mark(start, document.blocks[-1].end, LIKELY)


@rule("byline.line", kind=Kind.BYLINE)
def byline_line(document: Document) -> Iterator[Mark]:
    """Names on a line of their own under the headline or at the end, or as the last words.

    Under the headline a line in capitals is a heading; so is, at the end, one over a paragraph.

    Labels:
        Sông Thương (ghi)
    Keeps:
        ĐIỂM ĐẾN MỚI
    """
    blocks = document.blocks
    known = {hit.start for hits in document.hits.values() for hit in hits}
    foot = max(1, len(blocks) - _FOOT, _last_paragraph(document) + 1)
    for index, block in enumerate(blocks):
        text = document.text_of(block)
        near_head = 0 < index <= _FOOT and not text.isupper()
        near_end = index >= foot or (
            index + 1 < len(blocks) and _tells_end(document, blocks[index + 1], known)
        )
        if not (near_head or near_end) or not is_byline(text) or is_credit(text):
            continue
        if word_count(text) > 1:
            yield Mark(block.start, block.end, LIKELY)
        elif len(text) >= _SHORTEST and (text.isupper() or index >= foot):
            yield Mark(block.start, block.end, _ONE_WORD)
    if start := _closing(document):
        tail = document.text[start : blocks[-1].end]
        if is_byline(tail) and not is_credit(tail) and _is_signed(document.text, start, tail):
            yield Mark(start, blocks[-1].end, LIKELY)


def _is_signed(text: str, start: int, tail: str) -> bool:
    """False behind a semicolon or an abbreviation ("TP."), and for a whole sentence of one name."""
    before = text[max(0, start - 8) : start].rstrip()
    if before.endswith((";", ":")) or _ABBREVIATED.search(before):
        return False
    return not tail.endswith(".") or bool(_INITIALS.fullmatch(tail))


def _last_paragraph(document: Document) -> int:
    """Index of the last paragraph among the last lines, or -1."""
    blocks = document.blocks
    for index in range(len(blocks) - 1, max(-1, len(blocks) - _FOOT - 1), -1):
        if is_paragraph(document.text_of(blocks[index])):
            return index
    return -1


def _tells_end(document: Document, block: Block, known: set[int]) -> bool:
    """True for a credit, and for a line that begins with a phrase of the lexicon."""
    return block.start in known or is_credit(document.text_of(block))


def _closing(document: Document) -> int | None:
    """Where what stands behind the last full stop of the last block begins, if it is short."""
    if not document.blocks:
        return None
    last = document.blocks[-1]
    start = last_sentence(document.text, last.end, last.start, reach=90)
    return start if start and start > last.start and last.end - start <= 70 else None
