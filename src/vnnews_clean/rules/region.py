"""What stands above, below and between the lines of an article: decided by the whole document."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from ..model import BOILERPLATE, Document, Evidence, Kind, Label, Mark
from ..rule import context_rule
from ..structure.decide import may_stand_apart, outside

CONFIDENCE: Final = 0.95  # above editorial look-alikes: a menu's "Thể Thao" is no byline


@context_rule(
    "page.outside_region",
    kind=[Kind.NAV, *sorted(BOILERPLATE - {Kind.NAV})],
    needs="text",
    sign=may_stand_apart,
)
def outside_region(document: Document, labels: Sequence[Label]) -> Iterator[Mark]:
    """Lines above and below the article, and boxes and bars inside it, known by structure.

    A chain over all lines decides (`structure.chain`). It is asked only where a header, a bar or another
    rule says that there is more than an article; only runs with such a line in them go, or lists of
    items that share no words with the article. Never SURE: ``light`` has no use for it.

    Drops:
        Thể thao
        Chợ hoa xuống phố sớm hơn mọi năm
    Keeps:
        Hậu vệ
        Giá (đồng/kg)
    """
    for found in outside(document, labels):
        block = document.blocks[found.line]
        evidence = Evidence("structure", found.reasons, found.state)
        yield Mark(block.start, block.end, CONFIDENCE, found.kind, evidence)
