"""UTF-16 without a byte order mark, as Windows programs save text, told by where its NUL bytes are."""

from __future__ import annotations

from typing import Final

from .decode import Decoded, lenient

_SNIFFED: Final = 8192
"""Bytes that are looked at."""
_SHORTEST: Final = 32
"""Bytes of the shortest text that is told."""
_HALF: Final = 0.2
"""Share of NULs in every other place, at least: spaces, signs and plain letters have one each."""


def by_halves(data: bytes) -> Decoded | None:
    """`data` decoded as UTF-16 without a mark; ``None`` if it is not.

    In such a text the NUL bytes of plain letters are all in the even places, or all in the odd ones.
    """
    head = data[:_SNIFFED]
    if b"\0" not in head or len(head) < _SHORTEST or len(data) % 2:
        return None
    even, odd = head[::2].count(0), head[1::2].count(0)
    if min(even, odd) or 2 * max(even, odd) < _HALF * len(head):
        return None
    return lenient(data, "utf-16-le" if odd else "utf-16-be")
