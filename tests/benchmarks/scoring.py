"""Cleaned text against gold segments, word by word.

The words of the output are aligned with the words of the page by a longest common subsequence. A
matched content word is kept, a matched boilerplate word is leaked, editorial words and titles never
count (a cleaner may keep or drop them), and an output word that matches nothing is invented.

==================  ==========================================================================
precision           kept / (kept + leaked + invented)
recall              kept / all content words
lost segment        content of >= 8 words of which under 80 % survive
leaked segment      boilerplate of >= 3 words of which over 80 % survive
perfect             no word lost, leaked or invented
==================  ==========================================================================

Precision, recall and F1 of a set are means over its documents; the rest are sums.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final, NamedTuple

from rapidfuzz.distance import Indel

from corpus import Segment

_WORD: Final = re.compile(r"\w+")
LOST_WORDS, LOST_SHARE = 8, 0.8
LEAKED_WORDS, LEAKED_SHARE = 3, 0.8


class Tally(NamedTuple):
    """How a segment fared. `label` is the segment's, with titles made editorial."""

    segment: Segment
    label: str
    words: tuple[str, ...]
    survived: tuple[bool, ...]
    """Word by word, whether the output has it."""

    @property
    def kept(self) -> int:
        return sum(self.survived)

    @property
    def lost(self) -> bool:
        return (
            self.label == "C"
            and len(self.words) >= LOST_WORDS
            and self.kept < LOST_SHARE * len(self.words)
        )

    @property
    def leaked(self) -> bool:
        return (
            self.label == "B"
            and len(self.words) >= LEAKED_WORDS
            and self.kept > LEAKED_SHARE * len(self.words)
        )


@dataclass(frozen=True, slots=True)
class Score:
    """The figures of one document."""

    tallies: tuple[Tally, ...]
    invented: tuple[str, ...]

    def words(self, label: str) -> int:
        return sum(len(t.words) for t in self.tallies if t.label == label)

    def kept(self, label: str) -> int:
        return sum(t.kept for t in self.tallies if t.label == label)

    @property
    def words_lost(self) -> int:
        return self.words("C") - self.kept("C")

    @property
    def precision(self) -> float:
        kept = self.kept("C")
        return kept / (kept + self.kept("B") + len(self.invented)) if kept else 0.0

    @property
    def recall(self) -> float:
        return self.kept("C") / max(1, self.words("C"))

    @property
    def f1(self) -> float:
        p, r = self.precision, self.recall
        return 2 * p * r / (p + r) if p + r else 0.0

    @property
    def faults(self) -> int:
        """Words lost, leaked or invented."""
        return self.words_lost + self.kept("B") + len(self.invented)


class Summary(NamedTuple):
    """The figures of a set. `words_lost` and `words_leaked` are counts, not shares."""

    documents: int
    precision: float
    recall: float
    f1: float
    content_words: int
    words_lost: int
    boilerplate_words: int
    words_leaked: int
    content_segments: int
    segments_lost: int
    boilerplate_segments: int
    segments_leaked: int
    invented: int
    perfect: int


def words(text: str) -> tuple[str, ...]:
    """The words that count: NFC, case-folded, letters and digits."""
    return tuple(_WORD.findall(unicodedata.normalize("NFC", text).casefold()))


def aligned(page: Sequence[str], output: Sequence[str]) -> tuple[list[tuple[int, int]], list[int]]:
    """(index in page, index in output) of the words in common, and the output's other indices."""
    vocabulary: dict[str, int] = {}
    numbered = [
        [vocabulary.setdefault(word, len(vocabulary)) for word in side] for side in (page, output)
    ]
    common: list[tuple[int, int]] = []
    alone: list[int] = []
    for op in Indel.opcodes(*numbered):
        target = range(op.dest_start, op.dest_end)
        if op.tag == "equal":
            common += zip(range(op.src_start, op.src_end), target, strict=True)
        else:
            alone += target
    return common, alone


def score(segments: Sequence[Segment], output: str) -> Score:
    """How well `output` keeps the content of `segments` and nothing else."""
    split = [words(s.text) for s in segments]
    page = [word for run in split for word in run]
    written = words(output)
    common, alone = aligned(page, written)
    survived = [False] * len(page)
    for index, _ in common:
        survived[index] = True
    borders = [0]
    for run in split:
        borders.append(borders[-1] + len(run))
    tallies = tuple(
        Tally(s, "N" if s.kind == "title" else s.label, run, tuple(survived[start:end]))
        for s, run, (start, end) in zip(segments, split, pairwise(borders), strict=True)
    )
    return Score(tallies, tuple(written[i] for i in alone))


def summary(scores: Sequence[Score]) -> Summary:
    """The figures of a set of documents."""
    count = len(scores) or 1
    tallies = [t for s in scores for t in s.tallies]
    return Summary(
        documents=len(scores),
        precision=sum(s.precision for s in scores) / count,
        recall=sum(s.recall for s in scores) / count,
        f1=sum(s.f1 for s in scores) / count,
        content_words=sum(s.words("C") for s in scores),
        words_lost=sum(s.words_lost for s in scores),
        boilerplate_words=sum(s.words("B") for s in scores),
        words_leaked=sum(s.kept("B") for s in scores),
        content_segments=sum(t.label == "C" and len(t.words) >= LOST_WORDS for t in tallies),
        segments_lost=sum(t.lost for t in tallies),
        boilerplate_segments=sum(t.label == "B" and len(t.words) >= LEAKED_WORDS for t in tallies),
        segments_leaked=sum(t.leaked for t in tallies),
        invented=sum(len(s.invented) for s in scores),
        perfect=sum(not s.faults for s in scores),
    )
