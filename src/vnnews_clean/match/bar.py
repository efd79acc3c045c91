"""Lines that are a phrase of the page, not of the article."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product
from typing import Final

from ..line import Line
from ..model import LIKELY, SURE, Document, Mark
from ..patterns import pattern
from ..shapes import word_count
from .group import OfGroup

_SAYING: Final = 4
"""Words from which on a phrase is no heading, whatever stands beside it."""
_PRESSED: Final = pattern(
    r"\b(?:nhấn|bấm|chạm|nhấp|gõ|click|(?<!bình )(?<!lựa )chọn|vào (?:mục|nút|ô|tab))"
    r"(?: (?:vào|nút|mục|ô|tab|chữ|chuột|tiếp))*:?\Z"
)
"""How a step of a how-to ends that names a button in the next line."""
_FEW: Final = 4
"""Words of a heading, at most, and fewer than a sentence has."""
_TURNS: Final = 3
"""Headings that take turns with sentences, at least."""
_HEAD: Final = 2
_FOOT: Final = 3
"""Lines at either end of a document where buttons stand."""


@dataclass(frozen=True)
class Bar(OfGroup):
    """Lines that are nothing but a phrase of a group.

    A phrase that could also be a heading ("Giới thiệu", "Đánh giá") counts only beside another
    line of the page, or at the edge of the document; with `alone`, anywhere. With fewer than
    `fewest` such lines nothing is found.
    """

    alone: bool = False
    fewest: int = 1
    beside: re.Pattern[str] | None = None
    """Lines that match it and reach up to such a line, one below the other, go along."""
    along: re.Pattern[str] | None = None
    """Lines that match it go along wherever they stand."""

    def __call__(self, document: Document) -> Iterator[Mark]:
        lines = document.lines
        if len(lines) < 2 or len(document.hits.places(self.group)) < self.fewest:
            return
        bars = document.hits.acting("bar")
        answers = document.hits.acting("opens_comments")
        headings: dict[int, bool] = {}
        for hit in document.hits.get(self.group, ()):
            line = lines[hit.block]
            if _goes_on(line) or (line.index in answers and _announces(lines, line)):
                continue
            if line.index - 1 not in bars and _is_pressed(lines, line):
                continue
            if not self.alone and line.index not in headings:
                headings |= _taking_turns(lines, line.index, bars)
            if headings.get(line.index):
                continue
            sure = self.alone or any(_is_beside(lines, line.index, way, bars) for way in (-1, 1))
            if sure or word_count(hit.phrase) >= _SAYING or _is_at_edge(lines, line):
                confidence = SURE if sure else LIKELY
                yield Mark(line.start, line.end, confidence, evidence=hit.evidence)
        for line in self._company(document):
            yield Mark(line.start, line.end, SURE if self.alone else LIKELY)

    def _company(self, document: Document) -> Iterator[Line]:
        """The lines that go along."""
        lines, bars = document.lines, document.hits.places(self.group)
        if self.beside:
            fits = self.beside.fullmatch
            for bar, step in product(bars, (-1, 1)):
                index = bar + step
                while 0 <= index < len(lines) and index not in bars and fits(lines[index].key):
                    yield lines[index]
                    index += step
        if self.along:
            fits = self.along.fullmatch
            yield from (line for line in lines if line.index not in bars and fits(line.key))


@dataclass(frozen=True)
class Start(OfGroup):
    """Lines of at most `longest` characters that begin with a phrase of a group.

    `holding` is searched in the line's key: an address, a platform. With `open` the line may not
    end as a sentence does.
    """

    longest: int
    holding: re.Pattern[str] | None = None
    open: bool = False
    last: int = 0
    """Lines at the end of a document that are looked at, never the first one; 0 for all."""
    confidence: float = SURE

    def __call__(self, document: Document) -> Iterator[Mark]:
        lines = document.lines if len(document.blocks) > 1 else ()
        foot = max(1, len(lines) - self.last) if self.last else 0
        for hit in document.hits.get(self.group, ()) if lines else ():
            line = lines[hit.block]
            if hit.block < foot:
                continue
            if len(line.text) > self.longest or (self.open and line.text.endswith(".")):
                continue
            if self.holding is None or self.holding.search(line.key):
                yield Mark(line.start, line.end, self.confidence, evidence=hit.evidence)


def _goes_on(line: Line) -> bool:
    """True for the end of a sentence that was broken into lines: ``… ông nói và`` / ``chia sẻ.``"""
    return line.text[:1].islower() and line.text.endswith(".") and not line.text.endswith("..")


def _is_pressed(lines: tuple[Line, ...], line: Line) -> bool:
    """True below a step that tells what to press: ``2. Nhấn`` / ``Đăng ký``."""
    return line.index > 0 and bool(_PRESSED.search(lines[line.index - 1].key.rstrip()))


def _taking_turns(lines: tuple[Line, ...], index: int, bars: frozenset[int]) -> dict[int, bool]:
    """The lines that take turns with sentences around a line, ``Tìm kiếm`` / ``Gõ tên, rồi chờ.``, and
    whether they are headings: some of them are no words of a page. Below a button none is.
    """
    if index - 1 in bars or not _is_headed(lines, index):
        return {index: False}
    first = last = index
    while first > _HEAD and _is_headed(lines, first - 2):
        first -= 2
    while _is_headed(lines, last + 2):
        last += 2
    heads = range(first, last + 1, 2)
    different = len({lines[i].key for i in heads}) == len(heads)
    are_some = len(heads) >= _TURNS and different and any(i not in bars for i in heads)
    return {i: are_some and i - 1 not in bars for i in heads}


def _is_headed(lines: tuple[Line, ...], index: int) -> bool:
    """Whether a few words stand right above a sentence."""
    if index + 1 >= len(lines):
        return False
    head, said = lines[index : index + 2]
    return head.words <= _FEW and not head.is_closed and said.words > _FEW and said.ends_sentence


def _announces(lines: tuple[Line, ...], line: Line) -> bool:
    """True for a line with a colon right above running text: ``Trả lời:`` is the head of an answer."""
    return line.text.endswith(":") and any(
        x.is_prose for x in lines[line.index + 1 : line.index + 2]
    )


def _is_beside(lines: tuple[Line, ...], index: int, way: int, bars: frozenset[int]) -> bool:
    """True where the next line that way, or the one behind a short line, is of the page too.

    The same words again vouch for nothing: ``Họ và tên`` stands over every column of a table.
    """
    if index + way in bars:
        return lines[index + way].key != lines[index].key
    behind = index + 2 * way
    return (
        behind in bars and not lines[index + way].is_prose and lines[behind].key != lines[index].key
    )


def _is_at_edge(lines: tuple[Line, ...], line: Line) -> bool:
    """True among the first lines, or the last ones with no running text below.

    ``Trả lời:`` is a heading of the article, whatever stands below.
    """
    below = len(lines) - 1 - line.index
    if line.text.endswith(":") and below:
        return False
    if line.index < _HEAD:
        return True
    return below < _FOOT and not any(other.is_prose for other in lines[line.index + 1 :])
