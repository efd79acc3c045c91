"""The daily subjects of teasers, and how one knows that an article is about one of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from ..model import GUESS, Document, Mark
from ..shapes import is_headline, is_paragraph

DAY: Final = r"(?:hôm nay|ngày mai|hôm qua|đêm nay|tuần này|tuần tới|\d+ ngày tới|(?:thứ \S+ )?(?:ngày )?\d{1,2}[/.-]\d{1,2}|ngày \d{1,2}|tháng \d{1,2}|mới nhất|cuối tuần)"
_ROUNDUP: Final = re.compile(r"\bđiểm tin\b|\bbản tin\b|\btin (?:nhanh|vắn|sáng|trưa|chiều|tối)\b")
"""An article of many subjects: their headlines are its headings."""


class Subject:
    """A daily subject of teasers, and how one knows that the article itself is about it."""

    def __init__(self, group: str, teaser: str, subject: str) -> None:
        self.group = group
        self.teaser = re.compile(teaser)
        self.subject = re.compile(subject)

    def marks(self, document: Document) -> Iterator[Mark]:
        """Headlines of the subject, and the summaries under them, in an article about another."""
        blocks = document.blocks
        found = [
            hit.block
            for hit in document.hits[self.group]
            if hit.block > 1
            and is_headline(text := document.text_of(blocks[hit.block]))
            and len(text) <= 200
            and self.teaser.match(document.key, hit.start, blocks[hit.block].end)
        ]
        if not found or self._is_the_article(document, set(found)):
            return
        for index in found:
            yield Mark(blocks[index].start, blocks[index].end, GUESS)
            for following in blocks[index + 1 : index + 2]:
                text = document.text_of(following)
                if (
                    following.end - following.start <= 260
                    and self.subject.search(text.lower())
                    and not is_paragraph(text[:-1] + "x")
                ):
                    yield Mark(following.start, following.end, GUESS)

    def _is_the_article(self, document: Document, found: set[int]) -> bool:
        """True where the headline, or more than one paragraph, speaks of the subject or of the day's news."""
        head = [document.key_of(block) for block in document.blocks[:2]]
        if any(self.subject.search(key) or _ROUNDUP.search(key) for key in head):
            return True
        prose = [
            b
            for i, b in enumerate(document.blocks)
            if not {i, i - 1} & found
            and b.end - b.start > 100
            and self.subject.search(document.key_of(b))
        ]
        return len(prose) > 1
