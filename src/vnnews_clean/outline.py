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


_DOTS: Final = re.compile(r"(?:\.\.\.|…)(?:\n|\Z)")
_NUMBERED: Final = re.compile(r"nh\s+\d{1,2}\s*\.?(?:\n|\Z)")
"""Behind *ảnh* or *hình*."""
FEW: Final = 4
"""Lines up to which a document counts as flat."""
APART: Final = 3
"""Lines of an article above one that stands apart, at least."""
BULKY: Final = 400
"""Characters from which on a line may hold an article twice."""
SAME: Final = 60
"""Characters by which the second copy is looked for."""


class Outline(NamedTuple):
    """What the edges of a document's lines are like. Signs are made of it: see `signs`."""

    firsts: str
    """The first character of each line."""
    leads: list[str]
    """The beginning of the first word of each line that has one, as `textkey.words` spells it."""
    sizes: list[int]
    """Characters of each line."""
    traits: tuple[str, ...]
    """Which of the traits are seen that `signs` tells of; plain articles have hardly any."""


def outline(view: str, key: str, blocks: Sequence[Block]) -> Outline:
    """The outline of a document of which no markup is blanked. Linear in its length."""
    keys = [key[block[0] : block[1]] for block in blocks]
    sizes = list(map(len, keys))
    firsts = "".join([view[block[0]] for block in blocks])
    ends = "\n".join([line[-_END:] for line in keys])
    gaps = [block[2] for block in blocks[1:]]
    seen = (
        ("twins", len({line.rstrip(_STOPS)[-_TAIL:] for line in keys}) < len(keys)),
        ("mixed", 1 in gaps and gaps.count(1) < len(gaps)),
        ("apart", len(keys) > APART and gaps[-1] > 1),
        ("few", len(keys) <= FEW),
        ("lone_word", not all(map(contains, keys, repeat(" ")))),
        ("small", any(map(str.islower, firsts))),
        ("digit", any(map(str.isdigit, firsts))),
        ("dots", ("..." in ends or "…" in ends) and _DOTS.search(ends)),
        ("numbered", "nh" in ends and _NUMBERED.search(ends)),
        ("bracketed", f"{ends}\n".count(")\n") > 1),
        ("restarts", any(k.find(k[:SAME], SAME) >= 0 for k in keys if len(k) >= BULKY)),
    )
    leads = _LEAD.findall(tone("\n".join([line[: _HEAD + LEAD] for line in keys])))
    return Outline(firsts, leads, sizes, tuple(name for name, is_seen in seen if is_seen))
