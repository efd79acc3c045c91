"""What stands around an article on its page."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from ..model import BOILERPLATE, SURE, Document, Kind, Mark
from ..rule import rule

LINKED: Final = 0.5
_KINDS: Final = (Kind.META, *sorted(BOILERPLATE - {Kind.META}))


@rule("page.outside_article", kind=_KINDS, needs="markup")
def outside_article(document: Document) -> Iterator[Mark]:
    """Whatever stands outside the article's container and is neither its headline nor its sapo.

    The kind is what the markup calls it; else links are navigation above the article and related
    items below it. Dates and bylines beside the headline go too: the metadata has them.
    """
    above = True
    for block in document.blocks:
        if block.inside:
            above = above and block.role in ("title", "lede")
        elif block.inside is False:
            yield Mark(block.start, block.end, SURE, _kind(block.role, block.links, above))


def _kind(role: str, links: float, above: bool) -> Kind:
    if role in BOILERPLATE:
        return Kind(role)
    if links > LINKED:
        return Kind.NAV if above else Kind.RELATED
    return Kind.META
