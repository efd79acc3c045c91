"""Patterns on lines."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from ..model import SURE, Document, Evidence, Kind, Mark
from ..patterns import pattern
from ..signs import Sign, Spelled, Trait, holding, opening

_ANNOUNCING: Final = 40
"""Characters at the end of a line in which it announces the next."""
_FROM_THE_FIRST: Final = r"(?<![^\n])"
"""How a pattern begins that matches from the beginning of a line only: so lines that are longer than it
reaches are passed over."""


@dataclass(frozen=True)
class Lines:
    """Lines that a pattern matches: the whole line, or with `start` its beginning.

    The pattern is held against the key (lower case). Lines of more than `longest` characters are not
    looked at, and only the `first` ones at the head of the document are; 0 is no bound. What
    matches at the `start` goes alone with `part`, else the whole line does.
    """

    pattern: re.Pattern[str]
    longest: int = 0
    first: int = 0
    start: bool = False
    part: bool = False
    fewest: int = 1
    """Lines of the smallest document that is looked at."""
    confidence: float = SURE
    announced: re.Pattern[str] | None = None
    """Searched in the line above: what it announces is the article's."""
    begins: str = ""
    """Words of which one opens all that the pattern matches, ``0`` for any digit: for speed."""
    trait: str = ""
    """The same of a trait of the document's outline: see `signs`."""

    groups = ()

    @property
    def sign(self) -> Sign | None:
        """What wakes it; ``None``: it looks at every document."""
        return Trait(self.trait) if self.trait else opening(self.begins)

    def __call__(self, document: Document) -> Iterator[Mark]:
        if len(document.blocks) < self.fewest:
            return
        match = self.pattern.match if self.start else self.pattern.fullmatch
        key, longest = document.key, self.longest
        for index, block in enumerate(document.blocks[: self.first or None]):
            start, end = block[:2]
            if longest and end - start > longest:
                continue
            found = match(key, start, end)
            if found and not (index and self._announces(document, index - 1)):
                last = found.end() if self.part else end
                yield Mark(start, last, self.confidence, evidence=said(self.pattern))

    def _announces(self, document: Document, above: int) -> bool:
        key = document.key_of(document.blocks[above])[-_ANNOUNCING:]
        return bool(self.announced and self.announced.search(key))


@dataclass(frozen=True)
class Piece:
    """Pieces of lines that a pattern finds in the key (lower case), each alone.

    Looked for in the last `reach` characters of a line, and in the `last` lines of the document; 0
    is no bound. Without `reach`, the pattern begins with the letters that it looks for.
    """

    pattern: re.Pattern[str]
    reach: int = 0
    last: int = 0
    confidence: float = SURE
    spelled: str = ""
    """What stands in all that the pattern matches: for speed, a text without it is passed over."""
    unusual: str = ""
    """The same of characters that stand seldom in prose: one of them is in all that it matches."""
    also: re.Pattern[str] | None = None
    """Found in the key where anything is found: for speed, where the pattern is slow to look for."""
    kind: Kind | None = None
    """What its finds are called, if not by the first kind of the rule."""
    cased: bool = False
    """Held against the text as it is written, capitals and all."""

    groups = ()

    @cached_property
    def _indented(self) -> re.Pattern[str] | None:
        """The pattern for a line with space in front of it, where it matches from the first letter on."""
        first, _, rest = self.pattern.pattern.partition(_FROM_THE_FIRST)
        return None if first or not rest else pattern(rest, self.pattern.flags)

    @property
    def sign(self) -> Sign | None:
        """What wakes it; ``None``: it looks at every document."""
        return holding(self.unusual, Spelled(self.spelled, self.reach, self.last, self._is_whole))

    @property
    def _is_whole(self) -> bool:
        """Whether it matches from the beginning of a line only."""
        return self.reach > 0 and self.pattern.pattern.startswith(_FROM_THE_FIRST)

    def __call__(self, document: Document) -> Iterator[Mark]:
        key, reach, whole = document.key, self.reach, self._is_whole
        if self.spelled not in key or (self.also and not self.also.search(key)):  # for speed
            return
        text = document.view if self.cased else key
        if not reach and not self.pattern.search(text):  # for speed
            return
        for block in document.blocks[-self.last :]:
            start, end = block[:2]
            if reach and end - start > reach:
                if whole:  # for speed
                    continue
                start = end - reach
            if key.find(self.spelled, start, end) < 0:  # for speed
                continue
            if start == block.start and _is_indented(text, start) and self._indented:
                if found := self._indented.match(text, start, end):
                    yield Mark(*found.span(), self.confidence, self.kind, said(self.pattern))
                continue
            for found in self.pattern.finditer(text, start, end):
                yield Mark(*found.span(), self.confidence, self.kind, said(self.pattern))


def _is_indented(text: str, start: int) -> bool:
    """True if space stands between the beginning of the line and `start`, and nothing else."""
    return start > 0 and text[text.rfind("\n", 0, start) + 1 : start].isspace()


def said(pattern: re.Pattern[str]) -> Evidence:
    """A pattern as evidence: its first characters tell which one it is."""
    return Evidence("pattern", pattern.pattern[:60])
