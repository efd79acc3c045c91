"""The scan in C and the one in Python, side by side."""

from __future__ import annotations

import pytest

from vnnews_clean.line import Block
from vnnews_clean.native import COMPILED as BUILT
from vnnews_clean.phrases import builtin
from vnnews_clean.rules import TABLE
from vnnews_clean.scan import Scanner, Told
from vnnews_clean.seen import Seen
from vnnews_clean.signs import Spelled
from vnnews_clean.waking import spelled_by

OWN = (
    Spelled("đò"),
    Spelled("đò", 4),
    Spelled("đò ", 3, 1),
    Spelled("đò đò", 9, 2, whole=True),
    Spelled("ò đ"),
    Spelled("★", 5, 0, whole=True),
    Spelled("😀"),
)
ASKED = (*spelled_by(TABLE), *OWN)
needs_c = pytest.mark.skipif(not BUILT, reason="the scan in C was not built here")


def both(text: str, asked: tuple[Spelled, ...] = ASKED) -> tuple[Seen, Seen]:
    """What the scan in C sees in `text`, and what the other one does."""
    return (
        Scanner(builtin(), asked, compiled=True)(text) if asked is not ASKED else COMPILED(text),
        Scanner(builtin(), asked, compiled=False)(text) if asked is not ASKED else PURE(text),
    )


COMPILED = Scanner(builtin(), ASKED, compiled=BUILT)
PURE = Scanner(builtin(), ASKED, compiled=False)


def differences(text: str) -> list[str]:
    """The names of what the two see differently."""
    told, pure = both(text)
    names = ("odd", "key", "phrases", "outline")
    found = [name for name in names if getattr(told, name) != getattr(pure, name)]
    found += [
        name
        for name in ("lines", "spelled")
        if list(getattr(told, name)) != list(getattr(pure, name))
    ]
    if isinstance(told, Told):
        least, most = headed(text, pure)
        if not least <= set(told.heads) <= most:
            found.append("heads")
    return found


def headed(text: str, pure: Seen) -> tuple[set[int], set[int]]:
    """The lines of `text` that a phrase opens or fills, and those that begin with one or may be one
    without diacritics.
    """
    begins, key = builtin()._heads, pure.key
    blocks = [Block(*line) for line in pure.lines]
    found = builtin().scan(text, f"{key}đ", blocks)
    groups = {name for name, group in builtin().groups.items() if group.where in ("line", "start")}
    hit = {hit.block for name in groups & found.keys() for hit in found[name]}
    bare = {
        i for i, b in enumerate(blocks) if b.end - b.start < 40 and key[b.start : b.end].isascii()
    }
    return hit, bare | {i for i, b in enumerate(blocks) if begins.at(key, b.start, b.end)[1]}
