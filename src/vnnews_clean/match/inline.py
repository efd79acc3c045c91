"""Phrases inside running text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ..model import SURE, Document, Mark


@dataclass(frozen=True)
class Inline:
    """A phrase inside a line, or what the pattern `until` matches from its beginning on.

    `then` is matched behind the phrase, and goes along where it matches. With `inside`, a phrase
    that opens its line is left alone.
    """

    group: str
    until: re.Pattern[str] | None = None
    then: re.Pattern[str] | None = None
    inside: bool = False

    @property
    def groups(self) -> tuple[str, ...]:
        return (self.group,)

    def __call__(self, document: Document) -> Iterator[Mark]:
        for hit in document.hits.get(self.group, ()):
            block = document.blocks[hit.block]
            if self.inside and hit.start == block.start:
                continue
            end = hit.end
            if self.until:
                found = self.until.match(document.view, hit.start, block.end)
                if found is None:
                    continue
                end = found.end()
            if self.then and (found := self.then.match(document.view, end, block.end)):
                end = found.end()
            yield Mark(hit.start, end, SURE, evidence=hit.evidence)
