"""Cleaned text against gold segments, word by word.

The words of the output are aligned with the words of the page by a longest common subsequence;
among the longest counts the one that matches most content, then least boilerplate: a sentence that
the page says twice is not held against the cleaner. A matched content word is kept, a matched
boilerplate word is leaked, editorial words never count (a cleaner may keep or drop them), and an
output word that matches nothing is invented. The headline is content in texts and editorial on
pages, where it may come out as metadata. A document without content is perfect, with precision,
recall and F1 of 1, if nothing comes out.

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
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final, NamedTuple

import numpy as np

from corpus import Segment

_WORD: Final = re.compile(r"\w+")
LOST_WORDS, LOST_SHARE = 8, 0.8
LEAKED_WORDS, LEAKED_SHARE = 3, 0.8
WORTH: Final = {"C": 10_002, "N": 10_001, "B": 10_000}
"""What a match is worth: the match first, its label second (outputs of under 5,000 words)."""
_IMAGE: Final = re.compile(r"!\[[^\]]*\]\([^)]*\)")
_TARGET: Final = re.compile(r"\]\([^)]*\)")


class Tally(NamedTuple):
    """How a segment fared. `label` is the segment's; titles may have been made editorial."""

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
        kept, wrong = self.kept("C"), self.kept("B") + len(self.invented)
        if not self.words("C"):
            return 0.0 if wrong else 1.0
        return kept / (kept + wrong) if kept else 0.0

    @property
    def recall(self) -> float:
        total = self.words("C")
        return self.kept("C") / total if total else 1.0

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


def without_targets(markdown: str) -> str:
    """Markdown without what no reader sees: pictures, and the targets of links."""
    return _TARGET.sub("]", _IMAGE.sub(" ", markdown))


def aligned(
    page: Sequence[str], labels: Sequence[str], output: Sequence[str]
) -> list[tuple[int, int]]:
    """(index in page, index in output) of the words in common, sorted, under the best alignment.

    `labels` has the label of every word of the page. Takes time and memory of page × output, less
    the content with which both begin and end.
    """
    first, last, end = 0, len(page), len(output)
    found: list[tuple[int, int]] = []
    while first < min(last, end) and page[first] == output[first] and labels[first] == "C":
        found.append((first, first))
        first += 1
    start = first
    while last > first and end > start and page[last - 1] == output[end - 1]:
        if labels[last - 1] != "C":
            break
        last, end = last - 1, end - 1
        found.append((last, end))
    places: dict[str, list[int]] = {}
    for at in range(start, end):
        places.setdefault(output[at], []).append(at - start)
    rows = [at for at in range(first, last) if page[at] in places]
    columns = {word: np.array(own, dtype=np.intp) for word, own in places.items()}
    best = np.zeros((len(rows) + 1, end - start + 1), dtype=np.int32)
    for row, at in enumerate(rows):
        own, target = columns[page[at]], best[row + 1]
        target[:] = best[row]
        target[own + 1] = np.maximum(target[own + 1], best[row][own] + WORTH[labels[at]])
        np.maximum.accumulate(target, out=target)
    found += ((rows[row], start + column) for row, column in _path(best))
    return sorted(found)


def _path(best: np.ndarray[tuple[int, int], np.dtype[np.int32]]) -> Iterator[tuple[int, int]]:
    """The cells at which the best alignment matches, from the end."""
    row, column = best.shape[0] - 1, best.shape[1] - 1
    while row and column:
        here = best[row, column]
        if here == best[row - 1, column]:
            row -= 1
        elif here == best[row, column - 1]:
            column -= 1
        else:
            row, column = row - 1, column - 1
            yield row, column


def score(segments: Sequence[Segment], output: str, *, neutral_title: bool = False) -> Score:
    """How well `output` keeps the content of `segments` and nothing else.

    On pages the headline is editorial: `neutral_title`.
    """
    split = [words(s.text) for s in segments]
    named = ["N" if neutral_title and s.kind == "title" else s.label for s in segments]
    page = [word for run in split for word in run]
    labels = [label for label, run in zip(named, split, strict=True) for _ in run]
    written = words(output)
    common = aligned(page, labels, written)
    survived = [False] * len(page)
    for index, _ in common:
        survived[index] = True
    matched = {index for _, index in common}
    borders = [0]
    for run in split:
        borders.append(borders[-1] + len(run))
    tallies = tuple(
        Tally(s, label, run, tuple(survived[start:end]))
        for s, label, run, (start, end) in zip(
            segments, named, split, pairwise(borders), strict=True
        )
    )
    return Score(tallies, tuple(w for i, w in enumerate(written) if i not in matched))


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
