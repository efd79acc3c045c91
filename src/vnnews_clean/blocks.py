"""Lines of a page become the blocks of a document."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import Final

from .container import LINKED, Body
from .dom import Page
from .front import Front
from .layout import FURNITURE
from .lines import Line
from .model import Block, Edit

CARD: Final = "card"
"""The role of a line of a teaser card in the article's body."""
NEAR: Final = 3
"""Ancestors whose class names a block carries."""
MERGED: Final = 400
"""Characters up to which neighbouring links outside the article become one block."""

_MEANT: Final = frozenset("li blockquote figcaption caption".split())
"""Elements whose only paragraph is what they are: ``<li><p>`` is an item of a list."""
_WRAPPED: Final = frozenset("p div span".split())


def make_blocks(
    page: Page, lines: Sequence[Line], inside: Sequence[bool], body: Body, front: Front
) -> tuple[str, tuple[Block, ...]]:
    """The text of a page and its blocks: every line of the article, the rest more coarsely."""
    parts: list[str] = []
    blocks: list[Block] = []
    length = 0
    for line, block in _drafts(page, lines, inside, body, front):
        joint = "\n\n"[: line.gap] if blocks else ""
        start = length + len(joint)
        length = start + len(line.text)
        parts += (joint, line.text)
        blocks.append(block._replace(start=start, end=length, gap=len(joint)))
    return "".join(parts), tuple(blocks)


def _drafts(
    page: Page, lines: Sequence[Line], inside: Sequence[bool], body: Body, front: Front
) -> Iterator[tuple[Line, Block]]:
    """Every block-to-be with its text; offsets are still unknown."""
    paths: dict[int, tuple[int, ...]] = {}
    pending: Line | None = None
    fronts = {front.title: "title", **dict.fromkeys(front.ledes, "lede")}
    for index, line in enumerate(lines):
        if index in fronts or (inside[line.element] and index > front.title):
            if pending:
                yield pending, _outside(page, pending)
                pending = None
            role = fronts.get(index) or (CARD if index in body.cards else line.role)
            yield line, _inside(page, line, role, paths)
        elif pending and _alike(pending, line):
            pending = pending._replace(text=f"{pending.text} {line.text}")
        else:
            if pending:
                yield pending, _outside(page, pending)
            pending = line
    if pending:
        yield pending, _outside(page, pending)


def _alike(line: Line, other: Line) -> bool:
    """Whether two lines outside the article are so much of one kind that they make one block."""
    return (
        line.role == other.role
        and (line.role in FURNITURE or (line.links > LINKED and other.links > LINKED))
        and len(line.text) + len(other.text) < MERGED
    )


def _outside(page: Page, line: Line) -> Block:
    return Block(0, 0, 0, page.tags[line.element], (), line.links, (), False, line.role)


def _inside(
    page: Page, line: Line, role: str, paths: dict[int, tuple[int, ...]]
) -> Block:
    element = line.element
    classes: list[str] = []
    for near, _ in zip(_ancestors(page, line.inner), range(NEAR), strict=False):
        attributes = page.attributes[near]
        classes += (attributes.get("class") or "").lower().split()
        if id_ := attributes.get("id"):
            classes.append(f"#{id_.lower()}")
    path = paths.get(element)
    if path is None:
        path = paths[element] = tuple(_ancestors(page, element))[::-1]
    return Block(0, 0, 0, _tag(page, element), tuple(classes), line.links, path, True, role)


def _ancestors(page: Page, element: int) -> Iterator[int]:
    """`element` and everything around it, innermost first."""
    while element > 0:
        yield element
        element = page.parents[element]


def _tag(page: Page, element: int) -> str:
    tag, parent = page.tags[element], page.tags[page.parents[element]]
    return parent if tag in _WRAPPED and parent in _MEANT else tag


def remapped(blocks: tuple[Block, ...], text: str, edits: Sequence[Edit]) -> tuple[Block, ...]:
    """`blocks` of the source of `edits` as blocks of `text`, which the edits made of it."""
    if not edits:
        return blocks
    starts = [e.start for e in edits]
    ends = [e.end for e in edits]
    shifts = [0, *accumulate(len(e.replacement) - (e.end - e.start) for e in edits)]
    found: list[Block] = []
    gap = 0
    for block in blocks:
        start = block.start + shifts[bisect_left(ends, block.start + 1)]
        end = block.end + shifts[bisect_right(starts, block.end - 1)]
        kept = text[start:end].strip()
        gap = max(gap, block.gap)
        if kept:
            start += text[start:end].index(kept[0])
            found.append(block._replace(start=start, end=start + len(kept), gap=gap if found else 0))
            gap = 0
    return tuple(found)
