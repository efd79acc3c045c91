"""Removals become text: the kept pieces, in order, and the way back.

Kept blocks stand in source order, each stripped at its edges, joined by one newline, or by an
empty line where the source had at least one empty line between them. A cut inside a block leaves
one space. Nothing is invented: every non-space character comes from ``Document.text``.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from .model import Block, Document, Removal


class Piece(NamedTuple):
    """A run of kept text: ``output[at : at + length] == document.text[start : start + length]``."""

    at: int
    start: int
    length: int
    block: int
    """Index into ``Document.blocks``."""


@dataclass(frozen=True, slots=True)
class Rendering:
    """The output and where its pieces came from."""

    text: str
    pieces: tuple[Piece, ...]

    def source_span(self, start: int, end: int) -> tuple[int, int]:
        """The span of ``Document.text`` that the span [start, end) of the output came from."""
        return self._source(start), self._source(end - 1) + 1

    def _source(self, offset: int) -> int:
        piece = self.pieces[max(0, bisect_right(self.pieces, offset, key=lambda p: p.at) - 1)]
        return piece.start + min(max(offset - piece.at, 0), piece.length - 1)


def render(document: Document, removals: Sequence[Removal]) -> Rendering:
    """The kept text of `document`. `removals` are sorted and disjoint."""
    text = document.text
    if not removals:
        return _whole(document)
    parts: list[str] = []
    pieces: list[Piece] = []
    length = gap = 0
    last_block = -1
    for index, start, end, opens in kept_spans(document, removals):
        for block in document.blocks[last_block + 1 : index + 1]:
            gap = max(gap, block.gap)
        last_block = index
        joint = ("\n\n" if gap > 1 else "\n") if opens else " "
        joint = joint if pieces else ""
        gap = 0
        parts += (joint, text[start:end])
        length += len(joint)
        pieces.append(Piece(length, start, end - start, index))
        length += end - start
    return Rendering("".join(parts), tuple(pieces))


def kept_spans(
    document: Document, removals: Sequence[Removal]
) -> Iterator[tuple[int, int, int, bool]]:
    """(block index, start, end, whether it is the block's first) of every kept run, stripped."""
    end_of_text = len(document.text)
    cursor = cut_from = cut_until = -1
    for index, block in enumerate(document.blocks):
        start, end = block[:2]
        while cut_until <= start:
            cursor += 1
            if cursor < len(removals):
                cut_from, cut_until = removals[cursor][:2]
            else:
                cut_from = cut_until = end_of_text + 1
        if end <= cut_from:
            yield index, start, end, True
        elif start < cut_from or cut_until < end:
            opens = True
            for begin, stop in _kept_runs(document.text, block, removals, cursor):
                yield index, begin, stop, opens
                opens = False


def _kept_runs(
    text: str, block: Block, removals: Sequence[Removal], cursor: int
) -> Iterator[tuple[int, int]]:
    """What is left of a block, stripped. At `cursor` stands the first removal that cuts from it."""
    position, end = block.start, block.end
    while position < end:
        cut = removals[cursor] if cursor < len(removals) else None
        until = min(cut.start, end) if cut else end
        run = text[position:until]
        if stripped := run.strip():
            start = position + len(run) - len(run.lstrip())
            yield start, start + len(stripped)
        position = cut.end if cut else end
        cursor += 1


def _whole(document: Document) -> Rendering:
    text = document.text
    parts: list[str] = []
    pieces: list[Piece] = []
    length = 0
    for index, block in enumerate(document.blocks):
        start, end, gap = block[:3]
        if parts:
            parts.append("\n\n"[:gap])
            length += min(gap, 2)
        parts.append(text[start:end])
        pieces.append(Piece(length, start, end - start, index))
        length += end - start
    return Rendering("".join(parts), tuple(pieces))


def kept_blocks(document: Document, rendering: Rendering) -> tuple[Block, ...]:
    """The blocks of which anything was kept, as they stand in the document."""
    return tuple(document.blocks[i] for i in dict.fromkeys(p.block for p in rendering.pieces))


def rendered_blocks(document: Document, rendering: Rendering) -> tuple[Block, ...]:
    """The blocks of the output: those of `document` with the offsets of what is left of them."""
    blocks: list[Block] = []
    end = 0
    last = -1
    for piece in rendering.pieces:
        if piece.block == last:
            blocks[-1] = blocks[-1]._replace(end=piece.at + piece.length)
        else:
            original = document.blocks[piece.block]
            gap = min(piece.at - end, 2)
            blocks.append(Block(piece.at, piece.at + piece.length, gap, *original[3:]))
        end, last = piece.at + piece.length, piece.block
    return tuple(blocks)
