"""A document in outline: what a look at both edges of its lines tells. It never reads a whole line."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from .line import Block
from .textkey import tone

_HEAD: Final = 40
"""Characters of a line among which its first two words stand."""
_WINDOW: Final = 28
_TAIL: Final = 16
"""Characters by which the ends of lines are compared, quotes and stops aside."""
_STOPS: Final = " .\"'“”‘’"
_OPENING: Final = re.compile(r"^[^\w\n]*(\w+)[^\w\n]+(\w+)", re.MULTILINE)


class Outline(NamedTuple):
    """What the edges of a document's lines are like. Signs are made of it: see `signs`."""

    firsts: str
    """The first character of each line."""
    tails: str
    """The last three characters of each line, a line for each."""
    openings: list[tuple[str, str]]
    """The first two words of each line that has two, as `textkey.words` spells them."""
    twins: bool
    """Whether two lines end alike, as copies do."""
    mixed: bool
    """Whether empty lines stand between some lines, and none between others."""
    longest: int
    """Characters of the longest line."""


def outline(view: str, key: str, blocks: Sequence[Block]) -> Outline:
    """The outline of a document of which no markup is blanked. Linear in the number of lines."""
    spans = [block[:2] for block in blocks]
    heads = [key[start : min(end, start + _HEAD)] for start, end in spans]
    ends = [key[max(start, end - _WINDOW) : end].rstrip(_STOPS)[-_TAIL:] for start, end in spans]
    sizes = [end - start for start, end in spans]
    unknown = any(  # the stops at the end of a line fill the window
        len(tail) < _TAIL and size > _WINDOW for tail, size in zip(ends, sizes, strict=True)
    )
    gaps = {block.gap for block in blocks[1:]}
    return Outline(
        "".join([view[start] for start, _ in spans]),
        "\n".join([view[max(0, end - 3) : end] for _, end in spans]),
        _OPENING.findall(tone("\n".join(heads))),
        unknown or len(set(ends)) < len(ends),
        len(gaps) > 1 and 1 in gaps,
        max(sizes, default=0),
    )
