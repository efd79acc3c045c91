"""The chain: which state each line is in, decided over the whole document.

A linear chain with integer weights, decoded by Viterbi: the states of a document are the sequence
with the greatest sum of what its lines' features and its transitions weigh. The weights are data
(``weights.tsv``), made by ``tests/benchmarks/train_chain.py``. Linear in the number of lines.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from importlib import resources
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
_BEFORE: Final = tuple(tuple(at for at, allowed in enumerate(row) if allowed) for row in ALLOWED)
_NEVER: Final = -(10**9)
_ABOVE: Final = STATES.index("A")
_BELOW: Final = STATES.index("Z")

Row = tuple[int, ...]


class Weights(NamedTuple):
    """What features and transitions weigh, one integer a state."""

    features: dict[str, Row]
    near: tuple[Row, ...]
    """``near[state][before]``, where no empty line stands between."""
    apart: tuple[Row, ...]
    """Likewise where one does."""


@cache
def weights() -> Weights:
    """The weights that ship with the package."""
    text = resources.files(__package__).joinpath("weights.tsv").read_text(encoding="utf-8")
    rows: dict[str, Row] = {}
    for line in text.splitlines():
        name, _, numbers = line.partition("\t")
        rows[name] = tuple(map(int, numbers.split(",")))
    moves = [tuple(rows.pop(f"{side}{state}") for state in STATES) for side in ("near ", "apart ")]
    return Weights(rows, moves[0], moves[1])


def emissions(names: Sequence[str]) -> Row:
    """What the features of a line weigh for each state."""
    features = weights().features
    found = [features[name] for name in names if name in features]
    return tuple(map(sum, zip(*found, strict=True))) if found else (0,) * len(STATES)


def decode(weighed: Sequence[Row], gaps: Sequence[bool], begun: int, unfinished: int) -> str:
    """The states of lines with these `emissions`, one letter a line.

    `gaps` says where an empty line stands above a line. No line from `begun` on is above the article,
    none up to `unfinished` below it.
    """
    if not weighed:
        return ""
    near, apart = weights().near, weights().apart
    score = [w if s in FIRST else _NEVER for w, s in zip(weighed[0], STATES, strict=True)]
    if begun <= 0:
        score[_ABOVE] = _NEVER
    backs: list[list[int]] = []
    for index in range(1, len(weighed)):
        moves = apart if gaps[index] else near
        own = weighed[index]
        back: list[int] = []
        following: list[int] = []
        for state, allowed in enumerate(_BEFORE):
            row = moves[state]
            sums = [score[before] + row[before] for before in allowed]
            top = max(sums)
            back.append(allowed[sums.index(top)])
            following.append(top + own[state])
        if index >= begun:
            following[_ABOVE] = _NEVER
        if index <= unfinished:
            following[_BELOW] = _NEVER
        score = following
        backs.append(back)
    state = max(range(len(STATES)), key=score.__getitem__)
    path = [state]
    for back in reversed(backs):
        state = back[state]
        path.append(state)
    return "".join(STATES[state] for state in reversed(path))


def speaking_for(state: str, names: Sequence[str]) -> list[str]:
    """Those of `names` that speak for `state` against the article, strongest first."""
    margins = _margins(state)
    return sorted((n for n in names if n in margins), key=lambda n: (-margins[n], n))


@cache
def _margins(state: str) -> dict[str, int]:
    """By how much features weigh more for `state` than for any of the article's; those that do."""
    own = STATES.index(state)
    inside = [at for at, other in enumerate(STATES) if other in ARTICLE]
    found = ((n, row[own] - max(row[i] for i in inside)) for n, row in weights().features.items())
    return {name: weight for name, weight in found if weight > 0}
