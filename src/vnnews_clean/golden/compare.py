"""What a golden says and what became of the document: where the two differ.

Only ink is compared, character by character, so that other line breaks or spaces are no difference.
A changed *fate* (kept or dropped) breaks the promise; a changed *reason* (another rule that
decides, another name) does not. Which rules agree with the one that decides is no difference.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from itertools import accumulate, groupby
from operator import attrgetter, itemgetter
from typing import Final, NamedTuple

from ..notation import Line, Piece

_FINE: Final = 3000
"""Characters up to which two stretches that differ are compared letter by letter."""


_ABSENT: Final = "not in the document"


class What(StrEnum):
    """How a stretch of text differs from its golden. The order is that of a report."""

    LOST = "LOST"
    LEAKED = "LEAKED"
    MENDED = "MENDED"
    """A line that was marked as known to be wrong has the other fate now."""
    REASON = "REASON"


class Difference(NamedTuple):
    """A stretch of text, what the golden says of it, and what is so now. Empty: not there at all."""

    what: What
    line: int
    """Index of the golden's line it belongs to, or after which it stands."""
    text: str
    before: str
    now: str


@dataclass(frozen=True, slots=True)
class Comparison:
    """The differences, in the order of the document, and the new lines with the old marks."""

    differences: tuple[Difference, ...]
    lines: tuple[Line, ...]

    def of(self, what: What) -> list[Difference]:
        return [difference for difference in self.differences if difference.what is what]

    @property
    def broken(self) -> bool:
        """Whether a fate changed."""
        return bool(self.of(What.LOST) or self.of(What.LEAKED))


class _Ink(NamedTuple):
    """A character that is no space, and what is said of it."""

    char: str
    space: bool
    """Whether space stands before it."""
    line: int
    piece: Piece
    wrong: bool


class _Pair(NamedTuple):
    """The same character before and now; one of them is missing where it is not in the text."""

    old: _Ink | None
    new: _Ink | None
    line: int


def compare(golden: Sequence[Line], now: Sequence[Line]) -> Comparison:
    """Where `now` differs from `golden`."""
    if tuple(golden) == tuple(now):
        return Comparison((), tuple(now))
    pairs = list(_pairs(list(_ink(golden)), list(_ink(now))))
    differences = [
        Difference(what, line, "".join(map(_shown, group)).strip(), before, after)
        for (what, line, before, after), group in groupby(pairs, key=_difference)
        if what
    ]
    return Comparison(tuple(differences), _marked(now, pairs))


def _difference(pair: _Pair) -> tuple[What | None, int, str, str]:
    """What makes the pair differ, in which line, and what was and is said of it."""
    old, new, line = pair
    before, after = (_said(ink) for ink in (old, new))
    kept = [ink is not None and ink.piece.fate != "dropped" for ink in (old, new)]
    if old and new and kept[0] == kept[1]:
        same = old.piece.rules[:1] == new.piece.rules[:1]
        return (None, 0, "", "") if same else (What.REASON, line, before, after)
    if kept[0] == kept[1]:  # what was dropped is not read any more, or the other way round
        return What.REASON, line, before, after
    if old and old.wrong:
        return What.MENDED, line, before, after
    return (What.LOST if kept[0] else What.LEAKED), line, before, after


def _said(ink: _Ink | None) -> str:
    if ink is None:
        return _ABSENT
    return ink.piece.reason if ink.piece.fate != "kept" else "kept"


def _shown(pair: _Pair) -> str:
    ink = pair.old or pair.new
    assert ink
    return f" {ink.char}" if ink.space else ink.char


def _marked(now: Sequence[Line], pairs: Sequence[_Pair]) -> tuple[Line, ...]:
    """`now`, marked as known to be wrong where the golden has a mark and the fate is the same."""
    debts = [_is_debt(pair) for pair in pairs if pair.new]
    own = [pair.new.line for pair in pairs if pair.new]
    wrong = dict.fromkeys(own, True)
    for line, debt in zip(own, debts, strict=True):
        wrong[line] &= debt
    return tuple(line._replace(wrong=wrong.get(at, False)) for at, line in enumerate(now))


def _is_debt(pair: _Pair) -> bool:
    same = (
        pair.old
        and pair.new
        and ((pair.old.piece.fate == "dropped") == (pair.new.piece.fate == "dropped"))
    )
    return bool(same and pair.old and pair.old.wrong)


def _ink(lines: Sequence[Line]) -> Iterator[_Ink]:
    for index, line in enumerate(lines):
        space = True
        for piece in line.pieces:
            for char in piece.text:
                if not char.isspace():
                    yield _Ink(char, space, index, piece, line.wrong)
                space = char.isspace()


def _pairs(old: Sequence[_Ink], new: Sequence[_Ink]) -> Iterator[_Pair]:
    """Both texts side by side."""
    at = 0
    for pair in _aligned(old, new):
        at = pair.old.line if pair.old else at
        yield pair._replace(line=at)


def _aligned(old: Sequence[_Ink], new: Sequence[_Ink]) -> Iterator[_Pair]:
    """Equal ends are taken off first; between them whole lines are matched, then letters."""
    ahead = _common(old, new)
    behind = _common(old[ahead:][::-1], new[ahead:][::-1])
    yield from map(_pair, old[:ahead], new[:ahead])
    yield from _matched(old[ahead : len(old) - behind], new[ahead : len(new) - behind])
    yield from map(_pair, old[len(old) - behind :], new[len(new) - behind :])


def _matched(old: Sequence[_Ink], new: Sequence[_Ink]) -> Iterator[_Pair]:
    """Long texts by lines, then what differs by words, then by letters."""
    levels = [_lines, _words, _letters] if len(old) + len(new) > _FINE else [_letters]
    yield from _by_units(old, new, levels)


def _lines(text: Sequence[_Ink]) -> list[list[_Ink]]:
    return [list(group) for _, group in groupby(text, key=attrgetter("line"))]


def _words(text: Sequence[_Ink]) -> list[list[_Ink]]:
    numbers = accumulate(ink.space for ink in text)
    return [
        [ink for _, ink in group]
        for _, group in groupby(zip(numbers, text, strict=True), key=itemgetter(0))
    ]


def _letters(text: Sequence[_Ink]) -> list[list[_Ink]]:
    return [[ink] for ink in text]


_Level = Callable[[Sequence[_Ink]], list[list[_Ink]]]


def _by_units(
    old: Sequence[_Ink], new: Sequence[_Ink], levels: Sequence[_Level]
) -> Iterator[_Pair]:
    """Match the units of the first level, and inside of those that differ, those of the next."""
    units, more = [levels[0](text) for text in (old, new)], levels[1:]
    before, after = ([_text(unit) for unit in side] for side in units)
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    for tag, i, j, k, m in matcher.get_opcodes():
        gone = [ink for unit in units[0][i:j] for ink in unit]
        come = [ink for unit in units[1][k:m] for ink in unit]
        if tag == "equal":
            yield from map(_pair, gone, come)
        elif tag == "replace" and more and (len(more) > 1 or len(gone) + len(come) <= _FINE):
            yield from _by_units(gone, come, more)
        else:
            yield from (_Pair(ink, None, 0) for ink in gone)
            yield from (_Pair(None, ink, 0) for ink in come)


def _text(unit: Sequence[_Ink]) -> str:
    return "".join(ink.char for ink in unit)


def _common(one: Sequence[_Ink], other: Sequence[_Ink]) -> int:
    """Length of the beginning that both have in common."""
    length = min(len(one), len(other))
    return next((n for n in range(length) if one[n].char != other[n].char), length)


def _pair(old: _Ink, new: _Ink) -> _Pair:
    return _Pair(old, new, 0)
