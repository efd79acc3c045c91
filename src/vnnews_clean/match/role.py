"""Blocks of a page, by what its markup calls them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from ..model import SURE, Document, Evidence, Kind, Mark


@dataclass(frozen=True)
class Role:
    """Blocks that a site pack, a class name or a tag calls one of `roles`: kinds, or families of them.

    They are found as what they are called, or as the kind `found`. With `inside`, only those of the
    article's own container.
    """

    roles: str
    inside: bool = False
    found: Kind | None = None

    groups = ()

    @cached_property
    def _kinds(self) -> dict[str, Kind]:
        names = self.roles.split()
        return {kind.value: kind for kind in Kind if kind in names or kind.family in names}

    def __call__(self, document: Document) -> Iterator[Mark]:
        for block in document.blocks:
            kind = self._kinds.get(block.role)
            if kind and (block.inside or not self.inside):
                evidence = Evidence("markup", block.role)
                yield Mark(block.start, block.end, SURE, self.found or kind, evidence)
