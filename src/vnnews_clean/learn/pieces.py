"""A cleaned text taken apart: lines, and in longer lines the sentences and what is glued to them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from ..borders import glue_points, sentence_end
from ..learned import Place, Span, phrase_key, place_of
from ..patterns import pattern

_LINE: Final = pattern(r"[^\s](?:[^\n]*[^\s])?")


class Piece(NamedTuple):
    """A piece of a text, as it is compared with those of other texts."""

    key: str
    """Folded: lower case, any digit as 0."""
    start: int
    end: int
    span: Span
    place: Place


def pieces(text: str) -> list[Piece]:
    """The pieces of `text` in order, disjoint; only spaces are in none. Linear in its length."""
    return [
        Piece(phrase_key(text[start:end]), start, end, span, place_of(start, end, len(text)))
        for start, end, span in _cut(text)
    ]


def _cut(text: str) -> Iterator[tuple[int, int, Span]]:
    for line in _LINE.finditer(text):
        parts = list(_parts(text, line.start(), line.end()))
        span: Span = "line" if len(parts) == 1 else "part"
        yield from ((start, end, span) for start, end in parts)


def _parts(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The sentences of a line, cut once more where a headline or a name is glued to one."""
    glue = iter([*glue_points(text, start, end), end])
    cut = next(glue)
    while start < end:
        stop = sentence_end(text, start, end)
        while cut <= start:
            cut = next(glue)
        stop = min(stop, cut)
        yield start, stop
        start = stop
        while start < end and text[start].isspace():
            start += 1
