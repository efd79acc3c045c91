"""The chain: which state each line is in, decided over the whole document.

A linear chain with integer weights, decoded by Viterbi: the states of a document are the sequence
with the greatest sum of what its lines' features and its transitions weigh. The weights are data
(``weights.tsv``), made by ``tests/benchmarks/train_chain.py``. Linear in the number of lines.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from operator import add
from pathlib import Path
from struct import Struct
from typing import Final, NamedTuple

STATES: Final = "ATPGNHISMZ"
"""``A`` above the article, ``T`` headline, ``P`` running text, ``G`` other text of the article, ``N``
the newsroom's line, ``H`` header of a box, ``I`` its item, ``S`` an item's summary, ``M`` a bar in
the article, ``Z`` below the article."""
ARTICLE: Final = frozenset("TPGN")
FIRST: Final = "ATPGNHIM"
"""States in which a document may begin."""
ALLOWED: Final = tuple(
    tuple(
        not (state == "A" and before != "A")
        and not (before == "Z" and state != "Z")
        and not (state == "T" and before not in "ATNM")
        and not (before == "A" and state in "SZ")
        for before in STATES
    )
    for state in STATES
)
"""``ALLOWED[state][before]``: above comes first, below comes last, the headline is near the top."""
_NEVER: Final = -(10**9)
_BITS: Final = 32
"""Bits of a number in a `Packed`."""
_SIGNS: Final = sum(1 << (_BITS * at + _BITS - 1) for at in range(len(STATES)))
_ROW: Final = Struct(f"<{len(STATES)}i")

Row = tuple[int, ...]
"""A number for each state."""
Packed = int
"""A `Row` as one integer, a number every 32 bits: the sum of such integers is the row of all sums."""


def packed(row: Row) -> Packed:
    """`row` as one integer. The numbers and whatever is added up stay below 2**31."""
    return sum(number << (_BITS * at) for at, number in enumerate(row))


def unpacked(numbers: Packed) -> Row:
    """The row that was packed; the signs are set apart so that none borrows from the number above."""
    return _ROW.unpack(((numbers + _SIGNS) ^ _SIGNS).to_bytes(_ROW.size, "little"))


class Weights(NamedTuple):
    """What features and transitions weigh."""

    features: dict[str, Packed]
    near: tuple[Row, ...]
    """``near[state][before]``, where no empty line stands between; what is not allowed weighs `_NEVER`."""
    apart: tuple[Row, ...]
    """Likewise where one does."""


@cache
def weights() -> Weights:
    """The weights that ship with the package."""
    text = Path(__file__).with_name("weights.tsv").read_text(encoding="utf-8")
    rows: dict[str, Row] = {}
    for line in text.splitlines():
        name, _, numbers = line.partition("\t")
        rows[name] = tuple(map(int, numbers.split(",")))
    near, apart = ([rows.pop(f"{side}{state}") for state in STATES] for side in ("near ", "apart "))
    return Weights({name: packed(row) for name, row in rows.items()}, _moves(near), _moves(apart))


def _moves(rows: Sequence[Row]) -> tuple[Row, ...]:
    return tuple(
        tuple(weight if may else _NEVER for weight, may in zip(row, allowed, strict=True))
        for row, allowed in zip(rows, ALLOWED, strict=True)
    )


def weighed(names: Iterable[str]) -> Packed:
    """What features weigh together for each state."""
    weight = weights().features.get
    return sum([weight(name, 0) for name in names])


def decode(weighed: Sequence[Row], gaps: Sequence[bool], begun: int, unfinished: int) -> str:
    """The states of lines with these emissions (what their features weigh), one letter a line.

    `gaps` says where an empty line stands above a line. No line from `begun` on is above the article,
    none up to `unfinished` below it.
    """
    if not weighed:
        return ""
    lines = range(len(weighed))
    first = [index >= begun for index in lines]
    possible = [STATES[first[index] : -1 if index <= unfinished else None] for index in lines]
    moves = [(), *map(_between, gaps[1:], possible, possible[1:])]
    score = [
        weight if state in FIRST else _NEVER
        for state, weight in zip(possible[0], weighed[0][first[0] :], strict=False)
    ]
    scores = [score]
    for index in lines[1:]:
        best = [max(map(add, score, row)) for row in moves[index]]
        score = list(map(add, best, weighed[index][first[index] :]))
        scores.append(score)
    return _path(scores, moves, possible)


@cache
def _between(apart: bool, above: str, below: str) -> tuple[Row, ...]:
    """What transitions weigh from states that are possible `above` to those `below`, as in `Weights`."""
    rows = weights().apart if apart else weights().near
    before = slice(STATES.index(above[0]), STATES.index(above[-1]) + 1)
    return tuple(rows[STATES.index(state)][before] for state in below)


def _path(
    scores: Sequence[list[int]], moves: Sequence[tuple[Row, ...]], possible: Sequence[str]
) -> str:
    """The states that lead to the best of the last line, each found by the sum that it took part in."""
    sums = scores[-1]
    path: list[str] = []
    for index in range(len(scores) - 1, -1, -1):
        state = sums.index(max(sums))
        path.append(possible[index][state])
        if index:
            sums = list(map(add, scores[index - 1], moves[index][state]))
    return "".join(reversed(path))


def speaking_for(state: str, names: Iterable[str]) -> list[tuple[int, str]]:
    """Those of `names` that speak for `state` against the article, strongest first, behind by how
    much, below nought.
    """
    margins = _margins(state)
    return sorted([(-margins[name], name) for name in names if name in margins])


@cache
def _margins(state: str) -> dict[str, int]:
    """By how much features weigh more for `state` than for any of the article's; those that do."""
    own = STATES.index(state)
    inside = [at for at, other in enumerate(STATES) if other in ARTICLE]
    rows = ((name, unpacked(numbers)) for name, numbers in weights().features.items())
    found = ((name, row[own] - max(row[i] for i in inside)) for name, row in rows)
    return {name: weight for name, weight in found if weight > 0}
