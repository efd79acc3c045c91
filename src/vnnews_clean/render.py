"""Removals become text: the kept pieces, in order, and the way back.

Kept blocks stand in source order, each stripped at its edges, joined by one newline, or by an
empty line where the source had at least one empty line between them. A cut inside a block leaves
one space. Nothing is invented: every non-space character comes from ``Document.text``.

In dialects that keep their layout, blocks that stood together stand as they stood, indents and
empty lines included; and where a cut inside a block took a line break along, one is left.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final, NamedTuple

from .model import Block, Document, Removal

_BREAKS: Final = (" ", "\n", "\n\n")
"""What stands between blocks, by the `gap` of the second: those with none stand in one line."""


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
        """The span of ``Document.text`` that the span [start, end) of the output came from.

        What lies between two pieces came from nowhere: it is empty, and joins neither of them.
        """
        first = self.pieces[self._before(start)]
        if start >= first.at + first.length:
            first = self.pieces[min(self._before(start) + 1, len(self.pieces) - 1)]
        last = self.pieces[self._before(end - 1)]
        begin = first.start + min(max(start - first.at, 0), first.length)
        return begin, max(begin, last.start + min(end - last.at, last.length))

    def _before(self, offset: int) -> int:
        """The piece that `offset` lies in or behind."""
        return max(0, bisect_right(self.pieces, offset, key=lambda p: p.at) - 1)

    def then(self, later: Rendering) -> Rendering:
        """`later`, a rendering of this one's text, with pieces of the document of this one."""
        pieces: list[Piece] = []
        for whole in later.pieces:
            first = max(0, bisect_right(self.pieces, whole.start, key=lambda p: p.at) - 1)
            for piece in self.pieces[first:]:
                if piece.at >= whole.start + whole.length:  # for speed
                    break
                start = max(piece.at, whole.start)
                end = min(piece.at + piece.length, whole.start + whole.length)
                if start < end:
                    shift = start - piece.at
                    at = whole.at + start - whole.start
                    pieces.append(Piece(at, piece.start + shift, end - start, piece.block))
        return Rendering(later.text, tuple(pieces))


def render(document: Document, removals: Sequence[Removal]) -> Rendering:
    """The kept text of `document`. `removals` are sorted and disjoint."""
    text = document.text
    if not removals and not document.keeps_layout:  # for speed
        return _Whole(document)
    joints = _Joints(document)
    parts: list[str] = []
    pieces: list[Piece] = []
    length = 0
    for index, start, end, opens in kept_spans(document, removals):
        joint = joints.before(index, start, opens=opens)
        parts += (joint, text[start:end])
        length += len(joint)
        pieces.append(Piece(length, start, end - start, index))
        length += end - start
        joints.end = end
    return Rendering("".join(parts), tuple(pieces))


def standing(document: Document) -> Rendering:
    """All of `document` as it stands, without the space at its edges."""
    spans = _spans(document)
    begin, end = spans[0][0], spans[-1][1]
    pieces = [Piece(a - begin, a, b - a, index) for index, (a, b) in enumerate(spans)]
    return Rendering(document.text[begin:end], tuple(pieces))


class _Joints:
    """What stands between kept runs."""

    def __init__(self, document: Document) -> None:
        self._text = document.text
        self._blocks = document.blocks
        self._laid_out = document.keeps_layout
        self._last = -1
        self.end = 0
        """Where the run before ended."""

    def before(self, index: int, start: int, *, opens: bool) -> str:
        """The joint before the run that begins at `start` of block `index`."""
        if not opens:
            return self._inside(start)
        last, self._last = self._last, index
        block = self._blocks[index]
        gap = block.gap
        if index - last > 1:
            gap = max(block.gap for block in self._blocks[last + 1 : index + 1])
        if not self._laid_out:
            return "" if last < 0 else _BREAKS[min(gap, 2)]
        if last == index - 1 >= 0:
            return self._text[self._blocks[last].whole[1] : block.whole[0]]
        return ("" if last < 0 else _BREAKS[min(gap, 2)]) + self._indent(block.whole[0])

    def _inside(self, start: int) -> str:
        """One space, or the line break that stood at either end of what was cut, and its indent."""
        if not self._laid_out:
            return " "
        cut = self._text[self.end : start]
        tail = cut[len(cut.rstrip()) :]
        if "\n" in tail:
            return "\n" + tail.rpartition("\n")[2]
        return "\n" if "\n" in cut[: len(cut) - len(cut.lstrip())] else " "

    def _indent(self, start: int) -> str:
        """The white space from the beginning of the line to `start`; none where text stands there."""
        head = self._text[self._text.rfind("\n", 0, start) + 1 : start]
        return head if head.isspace() else ""


def kept_spans(
    document: Document, removals: Sequence[Removal]
) -> Iterator[tuple[int, int, int, bool]]:
    """(block index, start, end, whether it is the block's first) of every kept run, stripped."""
    end_of_text = len(document.text)
    laid_out = document.view is not document.text
    cursor = cut_from = cut_until = -1
    for index, block in enumerate(document.blocks):
        start, end = block.whole if laid_out else block[:2]
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
    position, end = block.whole
    while position < end:
        cut = removals[cursor] if cursor < len(removals) else None
        until = min(cut.start, end) if cut else end
        run = text[position:until]
        if stripped := run.strip():
            start = position + len(run) - len(run.lstrip())
            yield start, start + len(stripped)
        position = cut.end if cut else end
        cursor += 1


class _Whole(Rendering):
    """The rendering of a document of which all is kept. Its pieces are told when first asked for:
    hardly anybody does.
    """

    _document: Document

    def __init__(self, document: Document) -> None:
        object.__setattr__(self, "_document", document)
        if _is_tidy(document):  # for speed: most are
            object.__setattr__(self, "text", document.text)
            return
        kept = [document.text[start:end] for start, end in _spans(document)]
        gaps = [block.gap for block in document.blocks[1:]]
        if len(set(gaps)) > 1:
            joints = ["\n\n"[:gap] for gap in gaps]
            kept = [part for pair in zip(kept, [*joints, ""], strict=True) for part in pair]
            gaps = []
        object.__setattr__(self, "text", "\n\n"[: max(gaps, default=0)].join(kept))

    @cached_property
    def pieces(self) -> tuple[Piece, ...]:
        """The blocks of the document, one by one."""
        pieces: list[Piece] = []
        length = 0
        for index, (start, end) in enumerate(_spans(self._document)):
            length += min(self._document.blocks[index].gap, 2) if index else 0
            pieces.append(Piece(length, start, end - start, index))
            length += end - start
        return tuple(pieces)


def _is_tidy(document: Document) -> bool:
    """Whether a text is laid out as what is kept will be: no space but the line breaks between blocks."""
    if document.markup or document.view is not document.text:
        return False
    end = 0
    for block in document.blocks:
        if block[0] - end != min(block[2], 2):
            return False
        end = block[1]
    return bool(document.blocks) and end == len(document.text) and not document.blocks[0][0]


def _spans(document: Document) -> list[tuple[int, int]]:
    """Start and end of each block, the marks at its edges included."""
    if document.view is document.text:
        return [block[:2] for block in document.blocks]
    return [block.whole for block in document.blocks]


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
