"""What a corpus does not want: cleaned documents that are rejected, each with its reason."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from typing import Final, Literal, NamedTuple, get_args

from ..corpusrow import CleanedRow
from ..errors import counted
from ..patterns import pattern
from ..read.repair.syllables import is_syllable

Requirement = Literal["article", "date", "title"]
REQUIREMENTS: Final[tuple[Requirement, ...]] = get_args(Requirement)
VIETNAMESE: Final = 0.5
"""Least share of words that are Vietnamese syllables: news has 0.7 and more, English 0.2."""

_WORD: Final = pattern(r"[^\W\d_]{2,}")
"""Letters that stand alone say nothing of a language."""


class Rejection(NamedTuple):
    """Why a document is not wanted."""

    reason: str
    detail: str


@dataclass(frozen=True, slots=True)
class Filters:
    """What is asked of a cleaned document."""

    min_words: int = 0
    require: tuple[Requirement, ...] = ()
    language: str = ""
    """``vi`` or empty."""

    def rejection(self, row: CleanedRow) -> Rejection | None:
        """What `row` is rejected for, if it is."""
        text = row.result.text
        if self.min_words and (words := len(text.split())) < self.min_words:
            return Rejection("too-short", counted(words, "word"))
        for what in self.require:
            if lacks := _lack(row, what):
                return Rejection(f"no-{what}", lacks)
        if self.language and (share := vietnamese(text)) < VIETNAMESE:
            return Rejection("not-vietnamese", f"{share:.0%} of its words are Vietnamese syllables")
        return None


def _lack(row: CleanedRow, what: Requirement) -> str:
    """What is wrong with `row` where it should have `what`; empty if nothing is."""
    result = row.result
    if what == "title":
        return "" if result.title else "no title is known"
    if what == "date":
        return "" if result.metadata.published else "no date of publication is known"
    if not result.text:
        return "nothing is left of it"
    kind = result.document_type
    return "" if kind == "article" else f"{kind}: {result.document.type_reason}"


def vietnamese(text: str) -> float:
    """The share of the words of `text` that are syllables of Vietnamese, from 0 to 1."""
    words = _WORD.findall(unicodedata.normalize("NFC", text))
    return sum(map(is_syllable, words)) / len(words) if words else 0.0
