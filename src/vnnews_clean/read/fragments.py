r"""Text in which every link and every bold word has a line of its own.

``get_text("\n")`` writes so: ``Theo\nVFF\n, trận đấu lùi lại một ngày.`` is one sentence. A piece
goes on in the next one where a sentence could not break: before a comma, before a small letter
behind running text, or where the space between two words was left at the end of the line. Items of
a menu, headlines and lists of tags have none of these signs, and stay apart.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from ..model import Block
from ..shapes import ends_sentence, has_stop, is_closed
from .joined import Reading, joined, seen

_PROSE: Final = 40
"""Characters from which on a piece is running text, not a name or an item."""
_FEWEST: Final = 2
"""Signs of a broken sentence that make a text one of fragments."""
_SPACED: Final = 0.5
"""Share of the lines with a space at their end beyond which that is a habit and no sign."""
NEVER_FIRST: Final = frozenset(",.;:!?)…”’%")
"""What begins no sentence."""
_OPENING: Final = re.compile(r"(?:\A|\s)[(“‘\[]\Z")
"""What a line cannot end with."""
_LETTERED: Final = re.compile(r"[a-z][.)]\s")
_DANGLING: Final = re.compile(
    r"(?:\s|\A)(?:theo|trong|tại|với|của|và|là|về|từ|đến|cho|bởi|ở|như|trên|cùng|hay|hoặc|do|tên|bằng|"
    r"ông|bà|anh|chị|em|cô|chú|các|những|một|tờ|hãng|mang|gọi|dành|nhưng|nếu|khi|để|vì)\Z"
)
"""A word that wants another one behind it: a preposition, a title, a conjunction."""
_JOINING: Final = frozenset("-–—|/")


class _Border(NamedTuple):
    """What stands on both sides of a line break."""

    left: str
    right: str
    spaced: bool
    """A space stands at the break: the one between two words."""

    @property
    def open(self) -> bool:
        """Running text without a stop: a name may go on there."""
        return len(self.left) >= _PROSE and not is_closed(self.left)

    @property
    def wanting(self) -> bool:
        """Too short for running text, but no line of its own: the end or the next word tells."""
        left = self.left
        if self.right[0].islower():
            return not is_closed(left)
        return bool(_DANGLING.search(left[-12:].lower()))

    @property
    def sure(self) -> bool:
        """Punctuation tells: no line begins or ends so."""
        left, right = self.left, self.right
        if right[0] in NEVER_FIRST and not right.startswith(("...", "…")):
            return len(right) > 1 and not ends_sentence(left)
        if left.endswith(","):
            return right[0].islower() or len(left) >= _PROSE
        return right[0].isalnum() and bool(_OPENING.search(left[-2:]))

    @property
    def small(self) -> bool:
        """A small letter behind an open end, and running text on either side."""
        left, right = self.left, self.right
        if not right[0].islower() or is_closed(left) or "://" in right.partition(" ")[0]:
            return False
        if _LETTERED.match(right):
            return False
        return (len(left) >= _PROSE and ends_sentence(right)) or (
            len(right) >= _PROSE and (has_stop(right) or ends_sentence(right))
        )


def read_fragments(text: str, lines: Sequence[Block]) -> Reading | None:
    """`text` with its sentences put together; ``None`` if hardly any is in pieces."""
    goes_on = pieces(text, lines, [False] * len(lines))
    if goes_on is None:
        return None
    view, blocks = joined(text, lines, goes_on)
    return Reading("fragments", view, tuple(seen(view, blocks)))


def pieces(text: str, lines: Sequence[Block], known: Sequence[bool]) -> list[bool] | None:
    """For each line, whether the next one is part of its sentence; ``None`` if hardly any is.

    What is `known` to go on for another reason is no sign.
    """
    borders = [_border(text, a, b) for a, b in pairwise(lines)]
    signs = [
        b
        for b, joined in zip(borders, known, strict=False)
        if b is not None and not joined and (b.sure or b.small or b.right == ",")
    ]
    punctuated = any(known) and any(b.right[0] in NEVER_FIRST for b in signs)
    if len(signs) < _FEWEST and not punctuated:
        return None
    spaces = sum(b is not None and b.spaced for b in borders) <= _SPACED * len(lines)
    return _goes_on(borders, known, spaces=spaces)


def _border(text: str, line: Block, following: Block) -> _Border | None:
    """The border, unless more than a line break or one line of white space stands between."""
    between = text[line.end : following.start]
    if following.gap > 1 and (between.count("\n") != 2 or between == "\n\n"):
        return None
    left, right = text[line.start : line.end], text[following.start : following.end]
    return _Border(left, right, between != "\n" and following.gap == 1)


def _goes_on(
    borders: Sequence[_Border | None], known: Sequence[bool], *, spaces: bool
) -> list[bool]:
    joins = [
        joined or (b is not None and _holds(b, spaces=spaces))
        for b, joined in zip(borders, known, strict=False)
    ]
    for index, border in enumerate(borders):
        if border and not joins[index]:
            before = borders[index - 1] if index else None
            stops = len(border.right) == 1 and border.right in NEVER_FIRST
            joins[index] = stops and bool(
                border.open or (before and before.open) or border.right == ","
            )
    for index in range(len(borders) - 2, -1, -1):  # a name between an open end and what goes on
        here = borders[index]
        if here and joins[index + 1] and len(here.right) < _PROSE:
            joins[index] |= here.open or here.wanting
    return [*joins, False]


def _holds(border: _Border, *, spaces: bool) -> bool:
    return border.sure or border.small or (spaces and border.spaced and _is_spoken(border))


def _is_spoken(border: _Border) -> bool:
    """True where a space at the break joins words: not behind a stop, not between headlines."""
    left, right = border.left, border.right
    if left.endswith(":") or right[0] in _JOINING or left[-1] in _JOINING:
        return True
    if is_closed(left):
        return False
    return has_stop(left) or right[0].islower() or right[0].isdigit() or right[0] == "("
