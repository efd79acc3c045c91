"""A document in outline: what a look at both edges of its lines tells. Words inside are not looked at."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import compress, repeat
from operator import contains
from typing import Final

from .line import Block
from .patterns import pattern
from .seen import Line, Outline
from .shapes import HEADLINE, LONGEST_BYLINE, may_be_menu_row
from .textkey import LOWER, UPPER, tone

_HEAD: Final = 12
"""Characters of a line among which its first word begins."""
_END: Final = 10
_TAIL: Final = 60
"""Characters by which the ends of lines are compared, quotes and stops aside."""
STOPS: Final = " .\"'“”‘’"
TRAITS: Final = "twins mixed apart few lone_word small digit dots numbered bracketed restarts signed echoed rows".split()
"""What a document may show: see `signs`."""
LEAD: Final = 4
"""Characters of a line's first word by which beginnings are told apart at a glance."""
_LEAD: Final = pattern(rf"^[^\w\n]{{0,{_HEAD - 1}}}+(\w{{1,{LEAD}}})", re.MULTILINE)


_DOTS: Final = pattern(r"(?:\.\.\.|…)(?:\n|\Z)")
_NUMBERED: Final = pattern(r"(?:[^\S\n]|[–-])\d{1,2}[^\S\n]*\.?(?:\n|\Z)")
_IMAGE: Final = 240
"""Characters of the longest line that ends so."""
FEW: Final = 4
"""Lines up to which a document counts as flat."""
APART: Final = 3
"""Lines of an article above one that stands apart, at least."""
BULKY: Final = 400
"""Characters from which on a line may hold an article twice."""
SAME: Final = 60
"""Characters by which the second copy is looked for."""


_GAP: Final = r"(?:[-–] |\(\S+ (?:\S*\) )?)?"
_SIGNED: Final = pattern(
    rf"[.!…”\"] (?:[{UPPER}][{LOWER}]\S* {_GAP}[{UPPER}]\S*|[{UPPER}]{{1,2}}\.\S*) {_GAP}[{UPPER}]"
)
ARTICLE: Final = 500
"""Characters from which on a line may hold an article and its byline."""
BYLINE: Final = 80
"""Characters of the longest byline in such a line."""
HEADS: Final = 8
"""Lines at the head among which the headline stands, or a menu in one line."""
ROW: Final = 400  # for speed: no menu in one line is longer


def outline(view: str, key: str, blocks: Sequence[Block | Line]) -> Outline:
    """The outline of a document of which no markup is blanked. Linear in its length."""
    keys = [key[block[0] : block[1]] for block in blocks]
    sizes = list(map(len, keys))
    firsts = "".join([view[block[0]] for block in blocks])
    lasts = "".join([view[block[1] - 1] for block in blocks])
    ends = "\n".join([line[-_END:] for line in keys])
    gaps = [block[2] for block in blocks[1:]]
    leads = leads_of(keys)
    seen = (
        len({line.rstrip(STOPS)[-_TAIL:] for line in keys}) < len(keys),
        1 in gaps and gaps.count(1) < len(gaps),
        len(keys) > APART and gaps[-1] > 1,
        len(keys) <= FEW,
        not all(map(contains, keys, repeat(" "))),
        any(map(str.islower, firsts)),
        any(map(str.isdigit, firsts)),
        ("..." in ends or "…" in ends) and _DOTS.search(ends),
        _NUMBERED.search("\n".join([line[-_END:] for line in keys if len(line) <= _IMAGE])),
        f"{ends}\n".count(")\n") > 1,
        any(k.find(k[:SAME], SAME) >= 0 for k in keys if len(k) >= BULKY),
        _is_signed(view, blocks),
        _is_echoed(firsts, sizes, leads),
        any(
            size <= ROW and last != "." and may_be_menu_row(view[b[0] : b[1]])
            for b, size, last in zip(blocks[:HEADS], sizes, lasts, strict=False)
        ),
    )
    traits = tuple(compress(TRAITS, seen))
    return Outline(firsts, lasts, leads, sizes, traits, sum(map(LONGEST_BYLINE.__ge__, sizes)))


def _is_signed(view: str, blocks: Sequence[Block | Line]) -> bool:
    """Whether a byline may stand in flat text, with an article in front that is longer than the rest."""
    if not 0 < len(blocks) <= FEW:
        return False
    start, end = blocks[-1][:2]
    half = start + max(ARTICLE, (end - start) // 2)
    return _SIGNED.search(view, half - BYLINE, end) is not None


def _is_echoed(firsts: str, sizes: Sequence[int], leads: Sequence[str]) -> bool:
    """Whether one of the first lines, short or behind a mark, begins as another does; not told where a
    line has no word.
    """
    if len(leads) < len(sizes):
        return len(sizes) > 1
    heads = zip(firsts, sizes[:HEADS], leads, strict=False)
    return any(
        (size <= HEADLINE or not first.isalnum()) and leads.count(lead) > 1
        for first, size, lead in heads
    )


def leads_of(keys: Iterable[str]) -> list[str]:
    """The beginning of the first word of each line that has one; see `Outline.leads`."""
    return _LEAD.findall(tone("\n".join([line[: _HEAD + LEAD] for line in keys])))
