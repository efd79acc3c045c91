"""Phrases inside running text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ..links import link_end
from ..model import SURE, Document, Mark
from .group import OfGroup


@dataclass(frozen=True)
class Inline(OfGroup):
    """A phrase inside a line, or what the pattern `until` matches from its beginning on.

    `then` is matched behind the phrase, and goes along where it matches; with `link`, the headline
    there does, if anything tells where it ends. With `inside`, a phrase that opens its line is left
    alone; so is one behind which `unless` matches.
    """

    until: re.Pattern[str] | None = None
    then: re.Pattern[str] | None = None
    inside: bool = False
    link: bool = False
    unless: re.Pattern[str] | None = None

    def __call__(self, document: Document) -> Iterator[Mark]:
        for hit in document.hits.get(self.group, ()):
            block = document.blocks[hit.block]
            if self.inside and hit.start == block.start:
                continue
            if self.unless and self.unless.match(document.view, hit.end, block.end):
                continue
            end = hit.end
            if self.until:
                found = self.until.match(document.view, hit.start, block.end)
                if found is None:
                    continue
                end = found.end()
            if self.then and (found := self.then.match(document.view, end, block.end)):
                end = found.end()
            if self.link:
                end = link_end(document.view, end, block.end) or end
            yield Mark(hit.start, end, SURE, evidence=hit.evidence)
