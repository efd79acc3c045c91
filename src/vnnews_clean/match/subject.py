"""The daily subjects of teasers, and how one knows that an article is about one of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from ..line import Line
from ..model import GUESS, HEADINGS, Document, Mark
from ..patterns import pattern
from ..shapes import LONGEST_SUMMARY
from ..textkey import word_pairs
from .group import OfGroup

DAY: Final = (
    r"(?:hôm nay|ngày mai|hôm qua|đêm nay|tuần này|tuần tới|\d+ ngày tới"
    r"|(?:thứ \S+ )?(?:ngày )?\d{1,2}[/.](?:0?[1-9]|1[0-2])(?!\d)|ngày \d{1,2}|tháng \d{1,2}|mới nhất|cuối tuần)"
)
_ROUNDUP: Final = pattern(r"\bđiểm tin\b|\bbản tin\b|\btin (?:nhanh|vắn|sáng|trưa|chiều|tối)\b")
"""An article of many subjects: their headlines are its headings."""
_PARAGRAPH: Final = 100
"""Characters from which on a line that names the subject counts as the article's own."""


@dataclass(frozen=True)
class Subject(OfGroup):
    """Headlines of a daily subject, and the summaries under them, in an article about another.

    `teaser` is matched at the phrase that woke the rule, `about` is searched in lines; both in
    the key.
    """

    teaser: re.Pattern[str]
    about: re.Pattern[str]

    def __call__(self, document: Document) -> Iterator[Mark]:
        lines = document.lines
        found = {
            hit.block: hit
            for hit in document.hits.get(self.group, ())
            if hit.block > 1
            and lines[hit.block].is_headline
            and not _heads_table(document, hit.block)
            and self.teaser.match(document.key, hit.start, lines[hit.block].end)
        }
        if not found or self._is_the_article(lines, frozenset(found)):
            return
        for index, hit in found.items():
            yield Mark(lines[index].start, lines[index].end, GUESS, evidence=hit.evidence)
            for line in lines[index + 1 : index + 2]:
                if line.index not in found and self._sums_up(lines[index], line):
                    yield Mark(line.start, line.end, GUESS, evidence=hit.evidence)

    def _sums_up(self, headline: Line, line: Line) -> bool:
        """True for the summary of a headline. The article may name the subject as well: what is a whole
        sentence says besides two words in a row of the headline again.
        """
        if len(line.text) > LONGEST_SUMMARY or line.is_paragraph or not self.about.search(line.key):
            return False
        return not line.is_prose or bool(self._told(headline) & self._told(line))

    def _told(self, line: Line) -> frozenset[tuple[str, str]]:
        """What a line says besides the subject: its pairs of words."""
        parts = self.about.sub("\n", line.key).split("\n")
        return frozenset(pair for part in parts for pair in word_pairs(part))

    def _is_the_article(self, lines: tuple[Line, ...], found: frozenset[int]) -> bool:
        """True where the head, or more than one paragraph, speaks of the subject or of the day's news; or
        where the first running text goes on with such a headline above it, below a page's menu.
        """
        if any(self.about.search(x.key) or _ROUNDUP.search(x.key) for x in lines[:2]):
            return True
        first = next((line for line in lines if line.is_prose), None)
        if first and (above := [lines[i].key for i in found if i < first.index]):
            pairs = {pair for key in above for pair in word_pairs(key)}
            if self.about.search(first.key) or not pairs.isdisjoint(word_pairs(first.key)):
                return True
        told = [
            line
            for line in lines
            if len(line.text) > _PARAGRAPH
            and not {line.index, line.index - 1} & found
            and self.about.search(line.key)
        ]
        return len(told) > 1


def _heads_table(document: Document, index: int) -> bool:
    """Whether the block at `index` is a heading with a row of a table right below."""
    block, below = document.blocks[index], document.lines[index + 1 : index + 2]
    return block.tag in HEADINGS and any("\t" in line.text for line in below)
