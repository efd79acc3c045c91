"""What the marks of a dialect say of lines: the only heading of the first level is the headline."""

from __future__ import annotations

from collections.abc import Sequence

from ..line import Block
from .sorts import HEADLINES


def marked_title(blocks: Sequence[Block], sorts: Sequence[str], end: int) -> int:
    """The one line up to `end` that is marked as the headline and as long as one; -1 if none is.

    The name of a site may be marked so, too, and has less words.
    """
    found = [i for i, block in enumerate(blocks) if block.tag == "h1" and sorts[i] in HEADLINES]
    return found[0] if len(found) == 1 and found[0] <= end else -1
