"""The headline once more: as a player's title, as the text of an image, without its diacritics."""

from __future__ import annotations

import re
from collections.abc import Iterator
from operator import sub
from typing import Final

from ..headline import headlines, is_copy, is_window_title, numbered_copies, originals, uncovered
from ..model import LIKELY, SURE, Document, Kind, Mark
from ..patterns import pattern
from ..rule import rule
from ..signs import AnyOf, echo, numbered, small
from ..textkey import first_word, fold, slug

_VERSE: Final = 4  # lines like headlines from which on they are verse: only the first is one
_REFRAIN: Final = 2  # times that a first line has come by, when it comes again as a refrain
_NUMBERED_IMAGE: Final = pattern(
    r"(?:.{20,220}?\s*[-–]\s*(?:ảnh|hình)|[\x20-\x7e]{20,220}? hinh anh)\s+\d{1,2}\s*\.?",
    re.IGNORECASE,
)
_DIGITS: Final = pattern(r"(?<=\d) (?=\d)")
_LONGER: Final = 160  # for speed: characters of a player's words and a credit beside a copy
_NUMBER: Final = 3  # for speed: here an image's number ends


@rule("duplicate.headline", kind=Kind.DUPLICATE, sign=echo)
def duplicate_headline(document: Document) -> Iterator[Mark]:
    """The headline printed again: as a player's title, as the text of an image, with a credit; above it,
    with the site's name behind, as the title of a window.

    Drops:
        cover of Làng gốm hồi sinh sau mười năm im ắng
        Làng gốm hồi sinh sau mười năm im ắng. (Nguồn: Báo Sông Quê)
        Bến phà Cồn Sẻ chạy lại chuyến đêm - Báo Sông Quê
    Keeps:
        Làng gốm hồi sinh sau mười năm im ắng là câu chuyện của cả vùng.
    """
    titles = headlines(document) if len(document.blocks) > 1 else []
    if not titles:  # for speed
        return
    if not any(line.is_prose for line in document.lines) and _is_refrain(document, titles[0]):
        return
    own = originals(document, titles)
    firsts = tuple(map(first_word, own))
    longest = 2 * max(map(len, own)) + _LONGER
    for index, block in enumerate(document.blocks):
        if block.end - block.start > longest:  # for speed
            continue
        text = uncovered(document.text_of(block))
        if not first_word(text).startswith(firsts):  # for speed
            continue
        folded = fold(text)
        for title, at in own.items():
            if index == at or not folded.startswith(title):
                continue
            if not is_copy(text, title) and not (index < at and is_window_title(text, title)):
                continue
            if title == titles[0][1] or len(titles) < _VERSE or folded != title:
                yield Mark(block.start, block.end, SURE)
                break


def _is_refrain(document: Document, title: tuple[int, str]) -> bool:
    """Whether the first line of a text without running text comes again twice, lines between: verse."""
    index, folded = title
    alike = [x.index for x in document.lines if fold(x.text) == folded]
    return alike[:1] == [index] and len(alike) > _REFRAIN and min(map(sub, alike[1:], alike)) > 1


@rule("duplicate.alt_text", kind=[Kind.DUPLICATE, Kind.RELATED], sign=AnyOf((numbered, small)))
def duplicate_alt_text(document: Document) -> Iterator[Mark]:
    """Alt texts of images: the headline without diacritics, or numbered ("… - Ảnh 3.").

    With a bare number only a copy of a headline that stands above prose is one. With another headline
    behind, it is an item of a box: the page gives its pictures this article's text.

    Drops:
        lang gom hoi sinh sau muoi nam im ang
        lang gom hoi sinh sau muoi nam im ang Ba thế hệ giữ lửa lò nung
        Người lái đò già trên chuyến cuối cùng qua sông - Ảnh 2.
        Bến đò trăm năm ngày cuối - 1
    Keeps:
        Nghệ nhân bên lò nung - Ảnh: Báo Sông Quê
    """
    lower = [line for line in document.lines if line.text[0].islower()]
    titles = headlines(document) if lower else ()
    slugs = {s for _, title in titles if (s := slug(title)) != title}
    slugs |= {_DIGITS.sub("", s) for s in slugs}  # a stop between figures is no hyphen
    for line in lower if slugs else ():
        if line.text in slugs:
            yield Mark(line.start, line.end, SURE)
        elif any(
            line.text.startswith(f"{s} ") and not line.text[len(s) + 1].islower() for s in slugs
        ):
            yield Mark(line.start, line.end, SURE, Kind.RELATED)
    for block in document.blocks if len(document.blocks) > 1 else ():
        ends = document.view[block.end - _NUMBER : block.end].rstrip(". ")
        if ends[-1:].isdigit() and _NUMBERED_IMAGE.fullmatch(document.text_of(block)):
            yield Mark(block.start, block.end, LIKELY)
    for line in numbered_copies(document):
        yield Mark(line.start, line.end, LIKELY)
