"""Reading a text dump: lines become blocks.

Line ends are equal by now (see `read.repair.lineends`). What is left of a line after the space at its edges is
stripped is a block. An empty line is remembered as a gap.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import starmap

from ..glance import lines_of
from ..model import Block
from ..seen import Line


def read_blocks(text: str, lines: Iterable[Line] | None = None) -> tuple[Block, ...]:
    """Split `text` into its non-empty lines, in order, or into `lines`, where they are known.

    Linear; offsets index `text`.
    """
    return tuple(starmap(Block, lines_of(text) if lines is None else lines))
