"""Blocks of a page, by what its markup calls them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from ..model import SURE, Block, Document, Evidence, Kind, Mark
from .headed import with_headers


@dataclass(frozen=True)
class Role:
    """Blocks that a site pack, a class name or a tag calls one of `roles`: kinds, or families of them.

    They are found as what they are called, if that is a kind, or as `found`. With `inside`, only those
    of the article's own container; with `headed`, the header of their box goes along.
    """

    roles: str
    inside: bool = False
    headed: bool = False
    found: Kind | None = None

    groups = ()

    @cached_property
    def _kinds(self) -> dict[str, Kind | None]:
        names = self.roles.split()
        kinds = {kind.value: kind for kind in Kind if kind in names or kind.family in names}
        return {**dict.fromkeys(names), **kinds}

    def __call__(self, document: Document) -> Iterator[Mark]:
        if self.headed:
            yield from with_headers(document, self._is_one)
            return
        for block in filter(self._is_one, document.blocks):
            kind = self.found or self._kinds[block.role]
            yield Mark(block.start, block.end, SURE, kind, Evidence("markup", block.role))

    def _is_one(self, block: Block) -> bool:
        return block.role in self._kinds and (block.inside is True or not self.inside)
