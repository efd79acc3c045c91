r"""Text in which every link and every bold word has a line of its own.

``get_text("\n")`` writes so: ``Theo\nVFF\n, trận đấu lùi lại một ngày.`` is one sentence. A piece
goes on in the next one where a sentence could not break: before a comma, before a small letter
behind running text, or where the space between two words was left at the end of the line. Items of
a menu, headlines and lists of tags have none of these signs, and stay apart.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from ..model import Block
from ..patterns import pattern
from ..shapes import ends_sentence, has_stop, is_closed
from ..textkey import LOWER
from .joined import Reading, joined, seen

_PROSE: Final = 40
"""Characters from which on a piece is running text, not a name or an item."""
_FEWEST: Final = 2
"""Signs of a broken sentence that make a text one of fragments."""
_SPACED: Final = 0.5
"""Share of the lines with a space at their end beyond which that is a habit and no sign."""
NEVER_FIRST: Final = frozenset(",.;:!?)…”’%")
"""What begins no sentence."""
_STOPS: Final = frozenset(",.")
_OPENING: Final = pattern(r"(?:\A|\s)[(“‘\[]\Z")
"""What a line cannot end with."""
_LETTERED: Final = pattern(r"[a-z][.)]\s")
_DANGLING: Final = pattern(
    r"(?:\s|\A)(?:theo|trong|tại|với|của|và|là|về|từ|đến|cho|bởi|ở|như|trên|cùng|hay|hoặc|do|tên|bằng|"
    r"ông|bà|anh|chị|em|cô|chú|các|những|một|tờ|hãng|mang|gọi|dành|nhưng|nếu|khi|để|vì)\Z"
)
"""A word that wants another one behind it: a preposition, a title, a conjunction."""
_REST: Final = pattern(rf"\d{{3,4}}[.,;)]\s|\([^()]{{1,40}}\)(?:[.,;:]|\s[{LOWER}])")
"""What goes on behind a short piece: ``2022. Năm nay``, ``(Gửi) và đợi``; not ``(Dân trí) - Sáng nay``."""
_LOOSE: Final = 0.75
"""Share of the pieces below an empty line from which on that is how pieces are kept apart."""
_LONGEST: Final = 8
"""Short pieces of a sentence that are followed."""
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
            return right[0].islower() or len(left) >= _PROSE or _is_prose(right)
        return right[0].isalnum() and bool(_OPENING.search(left[-2:]))

    @property
    def stopped(self) -> bool:
        """Running text begins with the stop or the comma of what stands above: one such line is enough."""
        return self.right[0] in _STOPS and self.right[1:2] == " " and _is_prose(self.right)

    @property
    def small(self) -> bool:
        """A small letter behind an open end, and running text on either side."""
        left, right = self.left, self.right
        if is_closed(left) or not _begins_small(right):
            return False
        return (len(left) >= _PROSE and ends_sentence(right)) or _is_prose(right)


def _begins_small(text: str) -> bool:
    """True for a small letter that begins neither an address nor an item: ``a) Rửa rau``."""
    small = text[0].islower() and "://" not in text.partition(" ")[0]
    return small and not _LETTERED.match(text)


def _is_prose(text: str) -> bool:
    return len(text) >= _PROSE and (has_stop(text) or ends_sentence(text))


def read_fragments(text: str, lines: Sequence[Block]) -> Reading | None:
    """`text` with its sentences put together; ``None`` if hardly any is in pieces."""
    goes_on = pieces(text, lines, [False] * len(lines))
    if goes_on is None:
        return None
    view, blocks = joined(text, lines, goes_on)
    return Reading("fragments", view, tuple(seen(view, blocks)))


def pieces(text: str, lines: Sequence[Block], known: Sequence[bool]) -> list[bool] | None:
    """For each line, whether the next one is part of its sentence; ``None`` if hardly any is.

    What is `known` to go on for another reason is no sign, and is one piece.
    """
    ends = [index for index, goes_on in enumerate(known) if not goes_on]
    runs = [Block(lines[a].start, lines[b].end, lines[a].gap) for a, b in _spans(ends)]
    loose = sum(run.gap > 1 for run in runs) >= _LOOSE * len(runs)
    borders = [_border(text, a, b, loose=loose) for a, b in pairwise(runs)]
    signs = [b for b in borders if b is not None and (b.sure or b.small or b.right == ",")]
    punctuated = len(runs) < len(lines) and any(b.right[0] in NEVER_FIRST for b in signs)
    if len(signs) < _FEWEST and not (punctuated or any(b.stopped for b in signs)):
        return None
    spaces = sum(b is not None and b.spaced for b in borders) <= _SPACED * len(runs)
    joins = list(known)
    for end, goes_on in zip(ends, _goes_on(borders, spaces=spaces), strict=True):
        joins[end] = goes_on
    return joins


def _spans(ends: Sequence[int]) -> Iterator[tuple[int, int]]:
    """First and last index of each run of lines, by the last ones."""
    first = 0
    for end in ends:
        yield first, end
        first = end + 1


def _border(text: str, line: Block, following: Block, *, loose: bool) -> _Border | None:
    """The border, unless more than a line break or one line of white space stands between.

    In `loose` text an empty line stands between any two.
    """
    between = text[line.end : following.start]
    if following.gap > 1 and (between.count("\n") != 2 or (between == "\n\n" and not loose)):
        return None
    left, right = text[line.start : line.end], text[following.start : following.end]
    return _Border(left, right, between != "\n" and following.gap == 1)


def _goes_on(borders: Sequence[_Border | None], *, spaces: bool) -> list[bool]:
    joins = [b is not None and _holds(b, spaces=spaces) for b in borders]
    for index, border in enumerate(borders):
        if border and not joins[index]:
            before = borders[index - 1] if index else None
            stops = len(border.right) == 1 and border.right in NEVER_FIRST
            joins[index] = stops and bool(
                border.open or (before and before.open) or border.right == ","
            )
    for index, border in enumerate(borders):
        if border and border.open and not joins[index]:
            last = _rest(borders, index)
            joins[index : last + 1] = [True] * (last + 1 - index)
    for index in range(len(borders) - 2, -1, -1):  # a name between an open end and what goes on
        here = borders[index]
        if here and joins[index + 1] and len(here.right) < _PROSE:
            joins[index] |= here.open or here.wanting
    return [*joins, False]


def _rest(borders: Sequence[_Border | None], first: int) -> int:
    """The last border of a sentence that short pieces follow, as far as they go on; or one less than
    the `first`.
    """
    last, small = first - 1, False
    for index in range(first, min(first + _LONGEST, len(borders))):
        border = borders[index]
        if border is None or (index > first and is_closed(border.left)):
            break
        right = border.right
        small = small or _begins_small(right)
        goes_on = _begins_small(right) or _REST.match(right) or (small and right[0].isdigit())
        if goes_on and (ends_sentence(right) or _is_prose(right)):
            last = index
        if len(right) >= _PROSE:
            break
    return last


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
