"""A document in outline: what a look at both edges of its lines tells. Words inside are not looked at."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import repeat
from operator import contains
from typing import Final, NamedTuple

from .line import Block
from .textkey import tone

_HEAD: Final = 12
"""Characters of a line among which its first word begins."""
_END: Final = 10
_TAIL: Final = 60
"""Characters by which the ends of lines are compared, quotes and stops aside."""
_STOPS: Final = " .\"'“”‘’"
LEAD: Final = 4
"""Characters of a line's first word by which beginnings are told apart at a glance."""
_LEAD: Final = re.compile(rf"^[^\w\n]{{0,{_HEAD - 1}}}+(\w{{1,{LEAD}}})", re.MULTILINE)


class Outline(NamedTuple):
    """What the edges of a document's lines are like. Signs are made of it: see `signs`."""

    firsts: str
    """The first character of each line."""
    leads: list[str]
    """The beginning of the first word of each line that has one, as `textkey.words` spells it."""
    ends: str
    """The last ten characters of each line, a line for each, in lower case."""
    sizes: list[int]
    """Characters of each line."""
    twins: bool
    """Whether two lines end in the same sixty characters, as copies do."""
    lone_word: bool
    """Whether a line has no space."""
    mixed: bool
    """Whether empty lines stand between some lines, and none between others."""


def outline(view: str, key: str, blocks: Sequence[Block]) -> Outline:
    """The outline of a document of which no markup is blanked. Linear in the number of lines."""
    keys = [key[block[0] : block[1]] for block in blocks]
    tails = {line.rstrip(_STOPS)[-_TAIL:] for line in keys}
    gaps = {block.gap for block in blocks[1:]}
    return Outline(
        "".join([view[block[0]] for block in blocks]),
        _LEAD.findall(tone("\n".join([line[: _HEAD + LEAD] for line in keys]))),
        "\n".join([line[-_END:] for line in keys]),
        list(map(len, keys)),
        len(tails) < len(keys),
        not all(map(contains, keys, repeat(" "))),
        len(gaps) > 1 and 1 in gaps,
    )
