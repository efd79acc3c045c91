"""Characters that nobody sees or means: odd spaces, zero-width and control characters, broken pairs.

And decomposed letters, which look like composed ones and match nothing.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from itertools import groupby
from typing import Final

from ...model import Edit
from ...patterns import pattern

_EVERYDAY: Final = "\\t\\n\\r -~¡-¬®-ɏḀ-ỿ‐-‧‰-⁞₠-₿™←-⇿"
"""Latin letters, punctuation, currency, arrows: each composed, and none of them stray."""
UNCOMMON: Final = pattern(f"[^{_EVERYDAY}]")
_UNCOMMON_RUN: Final = pattern(rf"[{_EVERYDAY}]*+([^{_EVERYDAY}]++|\Z)")
"""Steps over everyday text, which is several times as fast as to search for the rest."""

_NBSP: Final = "\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}"
_SPACES: Final = "\x1f\u1680\u2000-\u200a\u205f\u3000"
_ZERO_WIDTH: Final = (
    "\N{SOFT HYPHEN}\N{ZERO WIDTH SPACE}\N{WORD JOINER}\N{ZERO WIDTH NO-BREAK SPACE}"
)
_CONTROLS: Final = "\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f"
"""Not the tab and not the line breaks that `plain` reads: ``\\n \\v \\f \\r \\x1c-\\x1e \\x85``."""
_SURROGATES: Final = "\ud800-\udfff"
_JOINERS: Final = "\u200c-\u200f\u202a-\u202e\u2066-\u2069"
"""Joiners and marks of direction: an emoji or an Arabic word needs them, a Latin one never."""

MOST_MARKS: Final = 64
"""Marks on one letter; Unicode's stream-safe format allows 30."""

STRAY: Final = pattern(f"[{_CONTROLS}{_NBSP}{_SPACES}{_ZERO_WIDTH}{_SURROGATES}]")
JOINER: Final = pattern(f"[{_JOINERS}]+")
_LATIN: Final = pattern(r"[\s!-ɏḀ-ỿ‐-⁞]")
_CLASSES: Final = {
    "nbsp": pattern(f"[{_NBSP}]+"),
    "space": pattern(f"[{_SPACES}]+"),
    "zero-width": pattern(f"[{_ZERO_WIDTH}]+"),
    "control": pattern(f"[{_CONTROLS}]+"),
    "invalid-byte": pattern("[\udc80-\udcff]+"),
    "surrogate": pattern(f"[{_SURROGATES}]+"),
}
"""What a run of strays is called, most particular first."""
_SPACED: Final = frozenset(("nbsp", "space"))
_BROKEN: Final = frozenset(("invalid-byte", "surrogate"))
_PART: Final = pattern(
    "|".join(f"(?P<{n.replace('-', '_')}>{p.pattern})" for n, p in _CLASSES.items())
)


def _uncommon_runs(text: str) -> Iterator[tuple[int, int]]:
    return (run.span(1) for run in _UNCOMMON_RUN.finditer(text) if run[1])


def strays(text: str) -> Iterator[Edit]:
    """Odd spaces become plain ones; zero-width and control characters go.

    What no encoding can mean becomes U+FFFD, and two halves of one character that were kept
    apart come together.
    """
    for start, end in _uncommon_runs(text):
        yield from _parts(text, start, end)


def joiners(text: str) -> Iterator[Edit]:
    """Joiners and direction marks go where both neighbours are Latin, space or the edge."""
    for run in JOINER.finditer(text):
        around = text[max(run.start() - 1, 0) : run.start()] + text[run.end() : run.end() + 1]
        if all(map(_LATIN.match, around)):
            yield Edit(run.start(), run.end(), run[0], "", "zero-width")


def decomposed(text: str) -> Iterator[Edit]:
    """NFC, piece by piece: an everyday letter and what follows until the next one.

    Everyday letters begin anew in the sense of Unicode's normalisation, so the pieces are
    independent of each other. A letter under more marks than any script piles up stays as it is:
    it takes quadratic time to sort them.
    """
    for first, end in _uncommon_runs(text):
        start = max(first - 1, 0)
        piece = text[start:end]
        if len(piece) > MOST_MARKS and _is_piled_up(piece):
            continue
        composed = unicodedata.normalize("NFC", piece)
        if piece != composed:
            yield trimmed(start, piece, composed, "nfc")


def _is_piled_up(piece: str) -> bool:
    piles = groupby(piece, key=lambda char: unicodedata.combining(char) > 0)
    return any(marks and sum(1 for _ in pile) > MOST_MARKS for marks, pile in piles)


def trimmed(start: int, original: str, replacement: str, reason: str) -> Edit:
    """The edit at `start` without the characters that are equal at both ends."""
    shorter = min(len(original), len(replacement))
    head = tail = 0
    while head < shorter and original[head] == replacement[head]:
        head += 1
    while tail < shorter - head and original[-1 - tail] == replacement[-1 - tail]:
        tail += 1
    end = len(original) - tail
    return Edit(
        start + head,
        start + end,
        original[head:end],
        replacement[head : len(replacement) - tail],
        reason,
    )


def _parts(text: str, start: int, end: int) -> Iterator[Edit]:
    for part in _PART.finditer(text, start, end):
        reason = str(part.lastgroup).replace("_", "-")
        original = part[0]
        if reason in _SPACED:
            replacement = " " * len(original)
        elif reason in _BROKEN:
            replacement = original.encode("utf-16-le", "surrogatepass").decode(
                "utf-16-le", "replace"
            )
        else:
            replacement = ""
        yield Edit(part.start(), part.end(), original, replacement, reason)
