"""Lines of a page become the blocks of a document."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterator, Sequence
from functools import lru_cache
from itertools import accumulate
from typing import Final, NamedTuple

from ...model import LINKED, Block, Edit
from .container import Body
from .dom import Page
from .front import Front
from .layout import FURNITURE
from .lines import Line

CARD: Final = "card"
"""The role of a line of a teaser card in the article's body."""
NEAR: Final = 3
"""Ancestors whose class names a block carries."""
NEARBY: Final = 12
"""Lines around the article in which each outside of it is a block: dates, bylines, credits."""
CROWD: Final = 4000
"""Lines of a page from which on all that is far from the article is one, whatever it is called."""
DEEPEST: Final = 64
"""Ancestors that a block's path names, from the outermost on."""

CACHED: Final = 4096
"""Classes and ids that are remembered: pages of one site share theirs."""

_MEANT: Final = frozenset("li blockquote figcaption caption".split())
"""Elements whose only paragraph is what they are: ``<li><p>`` is an item of a list."""
_WRAPPED: Final = frozenset("p div span".split())


class Draft(NamedTuple):
    """The text of a page, and its blocks."""

    text: str
    blocks: tuple[Block, ...]
    article: str
    """The article's part of the text."""


def make_blocks(
    page: Page, lines: Sequence[Line], inside: Sequence[bool], body: Body, front: Front
) -> Draft:
    """The text of a page and its blocks: every line of the article, the rest more coarsely."""
    parts: list[str] = []
    article: list[str] = []
    blocks: list[Block] = []
    length = 0
    makers = _Makers(page)
    fronts = {
        front.title: "title",
        **dict.fromkeys(front.ledes, "lede"),
        **dict.fromkeys(front.credits, "source"),
    }
    for index, line in _merged(lines, inside, fronts, front.title):
        joint = "\n\n"[: line.gap] if blocks else ""
        start = length + len(joint)
        length = start + len(line.text)
        parts += (joint, line.text)
        if index < 0:
            blocks.append(makers.outside(line, start, length, len(joint)))
        else:
            role = fronts.get(index) or (CARD if index in body.cards else line.role)
            blocks.append(makers.inside(line, role, start, length, len(joint)))
            article.append(line.text)
    return Draft("".join(parts), tuple(blocks), "\n".join(article))


def _merged(
    lines: Sequence[Line], inside: Sequence[bool], fronts: Collection[int], title: int
) -> Iterator[tuple[int, Line]]:
    """The lines of the article with their indices, and between them what is left, with -1.

    Neighbouring lines of furniture and of links become one, and all that is far from the article,
    since nobody asks for more of them.
    """
    own = [
        index in fronts or (inside[line.element] and index > title)
        for index, line in enumerate(lines)
    ]
    first = own.index(True) if True in own else len(lines) + NEARBY
    last = len(own) - 1 - own[::-1].index(True) if True in own else -1
    crowded = len(lines) > CROWD
    pending: list[Line] = []
    for index, line in enumerate(lines):
        far = not first - NEARBY <= index <= last + NEARBY
        apart = not (far and crowded) and bool(pending) and not _alike(pending[0], line, far=far)
        if pending and (own[index] or apart):
            yield -1, _joined(pending)
            pending = []
        if own[index]:
            yield index, line
        else:
            pending.append(line)
    if pending:
        yield -1, _joined(pending)


def _alike(line: Line, other: Line, *, far: bool) -> bool:
    """Whether two lines outside the article are so much of one kind that they make one block."""
    if far or line.role in FURNITURE or other.role in FURNITURE:
        return line.role == other.role
    return line.links > LINKED and other.links > LINKED


def _joined(lines: Sequence[Line]) -> Line:
    if len(lines) == 1:  # for speed
        return lines[0]
    return lines[0]._replace(text=" ".join([line.text for line in lines]))


class _Makers:
    """Makes blocks of lines, and remembers what neighbours have in common."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self._paths: dict[int, tuple[int, ...]] = {0: ()}
        self._called: dict[tuple[int, int], tuple[str, ...]] = {}

    def outside(self, line: Line, start: int, end: int, gap: int) -> Block:
        tag = self._page.tags[line.element]
        return Block(start, end, gap, tag, links=line.links, inside=False, role=line.role)

    def inside(self, line: Line, role: str, start: int, end: int, gap: int) -> Block:
        element, inner = line.element, line.inner
        path = self._paths.get(element) or self._path(element)
        classes = self._nearby(inner, NEAR)
        tag = _tag(self._page, element)
        return Block(start, end, gap, tag, classes, line.links, path, inside=True, role=role)

    def _path(self, element: int) -> tuple[int, ...]:
        chain = []
        while element not in self._paths:
            chain.append(element)
            element = self._page.parents[element]
        path = self._paths[element]
        for link in reversed(chain):
            path = self._paths[link] = (*path, link) if len(path) < DEEPEST else path
        return path

    def _nearby(self, element: int, near: int) -> tuple[str, ...]:
        """Class tokens and ids of `element` and its ancestors, `near` in all, innermost first."""
        if element <= 0 or not near:
            return ()
        found = self._called.get((element, near))
        if found is None:
            given = self._page.attributes[element]
            found = self._nearby(self._page.parents[element], near - 1)
            if given:
                found = _names(given.get("class"), given.get("id")) + found
            self._called[element, near] = found
        return found


@lru_cache(CACHED)
def _names(written: str | None, id_: str | None) -> tuple[str, ...]:
    """The tokens of a class as `written`, and the id of an element, as a block carries them."""
    names = (written or "").lower().split()
    return (*names, f"#{id_.lower()}") if id_ else tuple(names)


def _tag(page: Page, element: int) -> str:
    tag, parent = page.tags[element], page.tags[page.parents[element]]
    return parent if tag in _WRAPPED and parent in _MEANT else tag


def remapped(blocks: tuple[Block, ...], text: str, edits: Sequence[Edit]) -> tuple[Block, ...]:
    """`blocks` of the source of `edits` as blocks of `text`, which the edits made of it."""
    if not edits:  # for speed
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
            found.append(
                block._replace(start=start, end=start + len(kept), gap=gap if found else 0)
            )
            gap = 0
    return tuple(found)
