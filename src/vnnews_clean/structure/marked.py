"""What tells the headline before its words do: the marks of a dialect, the bar of a window, a breadcrumb."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from ..headline import uncovered
from ..line import Block, Line
from ..patterns import pattern
from ..textkey import fold
from .sorts import HEADLINES

_REPRINTED: Final = 5
"""Words of a headline that stands in a window's bar, too, at least."""
_JOINED: Final = pattern(r"\s+[-–—|•·›»>/:]+\s+")
"""What stands between a headline and the name of its site, or its section."""


def marked_title(blocks: Sequence[Block], sorts: Sequence[str], end: int) -> int:
    """The one line up to `end` that is marked as the headline and as long as one; -1 if none is.

    The only heading of the first level is. The name of a site may be marked so, too, and has less words.
    """
    found = [i for i, block in enumerate(blocks) if block.tag == "h1" and sorts[i] in HEADLINES]
    return found[0] if len(found) == 1 and found[0] <= end else -1


def printed_longer(lines: Sequence[Line]) -> int:
    """The last line that another one says with a site's name behind it, or sections or a player's word in
    front: what stands in a window's bar, or ends a breadcrumb, is the headline. -1 where there is none, or
    several are said.
    """
    folded = {line.folded: line.index for line in lines if line.words >= _REPRINTED}
    found: set[int] = set()
    for line in lines:
        bare = (
            uncovered(line.text) if line.text[0].isalpha() else line.text
        )  # an arrow leads to others
        if bare is not line.text and (covered := folded.get(fold(bare))) is not None:
            found.add(covered)
        parts = _JOINED.split(line.text) if line.words > _REPRINTED else ()
        for at in range(1, len(parts)):
            ends = fold(" ".join(parts[:at])), fold(" ".join(parts[at:]))
            found.update(folded[end] for end in ends if end in folded)
    return found.pop() if len(found) == 1 else -1
