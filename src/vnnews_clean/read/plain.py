"""Reading a text dump: lines become blocks.

Line ends are equal by now (see `read.repair.lineends`). What is left of a line after the space at its edges is
stripped is a block. An empty line is remembered as a gap.
"""

from __future__ import annotations

from ..model import Block


def read_blocks(text: str) -> tuple[Block, ...]:
    """Split `text` into its non-empty lines, in order. Linear; offsets index `text`."""
    blocks: list[Block] = []
    position = gap = 0
    for line in text.split("\n"):
        stripped = line.strip()
        if stripped:
            same = len(stripped) == len(line)
            start = position if same else position + line.index(stripped[0])
            blocks.append(Block(start, start + len(stripped), gap if blocks else 0))
            gap = 1
        else:
            gap = 2
        position += len(line) + 1
    return tuple(blocks)
