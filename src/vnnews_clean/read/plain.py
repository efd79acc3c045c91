"""Reading a text dump: lines become blocks.

What separates lines is any line break that Unicode or an old crawler knows; what is left of a
line after the space at its edges is stripped is a block. An empty line is remembered as a gap.
"""

from __future__ import annotations

import re
from typing import Final

from ..glance import unusual
from ..model import Block

_EXOTIC: Final = "\r\x0b\x0c\x1c\x1d\x1e\x85\N{LINE SEPARATOR}\N{PARAGRAPH SEPARATOR}"
_EXOTIC_BREAK: Final = re.compile(f"[{_EXOTIC}]")
_LINE: Final = re.compile(f"[^\n{_EXOTIC}]+")


def read_blocks(text: str, odd: str | None = None) -> tuple[Block, ...]:
    """Split `text` into its non-empty lines, in order. Linear; offsets index `text`.

    `odd` are the unusual characters of `text` (see `glance`), where they are known.
    """
    breaks = _EXOTIC_BREAK.findall(unusual(text) if odd is None else odd)
    if breaks and (set(breaks) != {"\r"} or len(breaks) != text.count("\r\n")):
        return _read_exotic(text)
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


def _read_exotic(text: str) -> tuple[Block, ...]:
    """The same for text with CR, CRLF, form feeds or Unicode line breaks."""
    blocks: list[Block] = []
    previous_end = 0
    for match in _LINE.finditer(text):
        line = match.group()
        stripped = line.strip()
        if not stripped:
            continue
        start = match.start() + line.index(stripped[0])
        between = text[previous_end : match.start()] + "x"  # CRLF counts as one break
        breaks = len(between.splitlines()) - 1 if blocks else 0
        blocks.append(Block(start, start + len(stripped), min(breaks, 2)))
        previous_end = start + len(stripped)
    return tuple(blocks)
