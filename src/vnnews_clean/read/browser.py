"""What text browsers print: w3m, lynx, elinks.

They break lines at one width, indent, put ``•``, ``*`` or ``+`` before items of a list, centre
captions, and write down what is no text: ``[image]``, ``[logo.png]``, form fields, underlines,
numbers of links with a list of their targets at the end.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from ..model import Block
from ..patterns import pattern
from .joined import Reading, blanked, indents, joined, seen
from .wrapped import NARROWEST, Line, Width, goes_on, measured, width_of

_ITEM: Final = pattern(r"[•◦□☆○■●▪△▲*+o#@-](?=\s+\S)")
_PICTURE: Final = r"\[(?:[^\s\[\]]{1,80}\.(?:gif|jpe?g|png|webp|svg|bmp)|[A-Za-z0-9]+(?:[-_][A-Za-z0-9]+){3,20})\]"
"""The name of a file, or the slug of an alt text."""
_FIELD: Final = (
    r"\[(?:[ _]{2,}| ?|image|IMAGE|IMG|INLINE|LINK|EMBED|SUBMIT|BUTTON Input|[xX])\]"
    r"|\((?:BUTTON| |\*)\)|\[INLINE:[^\]]{0,80}\]|_{3,}"
)
FURNITURE: Final = pattern(f"{_PICTURE}|{_FIELD}")
"""What a browser prints for a picture, a field of a form or a rule, inside a line."""
ALONE: Final = pattern(
    r"(?:\[[!-Z\\^-~]{1,80}\]|[^\s/]{1,120}\.(?i:gif|jpe?g|png|webp)|[─━═\-_]{5,}|(?:IFRAME|Frame):\s.*|#(?:\[\d+\]|RSS|alternate).*)"
)
"""The same where it is all of a line: a picture without a text is known by its file's name."""
_HEAD: Final = pattern("References:?")
"""What stands above the list of targets, ..."""
_LINKS: Final = pattern("(?:Visible|Hidden) links:?")
"""... what above its parts, ..."""
_TARGET: Final = pattern(r"\d{1,4}\.(?:\s|\Z)|\[\d{1,4}\]")
"""... how a target begins, ..."""
_ADDRESS: Final = pattern(r"[a-z]{3,}:\S")
"""... and what it is, in a line of its own or behind a name."""
_NUMBER: Final = pattern(r"\[(\d{1,4})\](?=\S| [^\s\d])")
_FRAME: Final = pattern(r"[│┃║┌┐└┘├┤┬┴┼─━╔╗╚╝═]+")
_FEWEST_NUMBERS: Final = 5
_ITEMS: Final = 4
"""Items of a list from which on a text is a browser's; with a picture or a field, half of them."""
_LEFT: Final = 3
"""Columns that lynx leaves empty on the left."""
_INDENTED: Final = 0.5
"""Share of the lines so indented that makes a broken text lynx's."""
_LINK: Final = 140
"""Characters of a line that is nothing but a link, at most."""


def numbers(text: str) -> list[re.Match[str]]:
    """The numbers of links, if the text has any: they count up from the top."""
    found = list(_NUMBER.finditer(text)) if "[1]" in text else []
    upwards = sum(int(a[1]) + 1 == int(b[1]) for a, b in pairwise(found))
    return found if upwards >= max(_FEWEST_NUMBERS - 1, len(found) * 0.8) else []


def targets(lines: Sequence[str]) -> range:
    """Indices of the lines that list the targets of links, as a text ends: numbered names and addresses."""
    heads = (index for index in reversed(range(len(lines))) if _HEAD.fullmatch(lines[index]))
    head = next(heads, len(lines))
    listed = [line for line in lines[head + 1 :] if not _LINKS.fullmatch(line)]
    numbered = sum(bool(_TARGET.match(line)) for line in listed)
    addresses = sum(bool(_ADDRESS.search(line)) for line in listed)
    found = listed and _TARGET.match(listed[0]) and addresses * 2 >= numbered
    return range(head if found else len(lines), len(lines))


def read_browser(text: str, lines: Sequence[Block]) -> Reading | None:
    """`text` with its paragraphs put together; ``None`` if no browser wrote it."""
    starts = indents(text, lines)
    items = [_ITEM.match(text, line.start, line.end) for line in lines]
    measures = measured(text, lines)
    width = width_of(measures)
    linked = numbers(text)
    if not linked and not _is_browsers(text, starts, items, width):
        return None
    width = width or width_of(_unclosed(measures))
    joins = _joins(measures, width) if width else [False] * len(lines)
    view, blocks = joined(text, lines, joins)
    heads = {
        line.start: start for line, start, item in zip(lines, starts, items, strict=True) if item
    }
    view = blanked(view, sorted(_marks(view, blocks, heads, linked)))
    return Reading("browser", view, tuple(_blocks(view, blocks, heads, linked)))


def _unclosed(lines: Sequence[Line]) -> list[Line]:
    """`lines` of which all go on that have no stop and are as long as broken ones: next to lists, a browser
    leaves an empty line, and so the next line is of the same paragraph, or a name in a row of them.
    """
    following = [*lines[1:], None]
    return [
        line._replace(inside=True)
        if below
        and below.gap == 1
        and not line.closed
        and not line.item
        and not below.item
        and line.width > NARROWEST
        and below.start == line.start
        else line
        for line, below in zip(lines, following, strict=True)
    ]


def _is_browsers(
    text: str, starts: Sequence[int], items: Sequence[object], width: Width | None
) -> bool:
    lists = sum(1 for start, item in zip(starts, items, strict=True) if item and start > 1)
    if lists >= _ITEMS or (lists >= _ITEMS / 2 and FURNITURE.search(text)):
        return True
    indented = sum(start >= _LEFT for start in starts)
    return width is not None and indented >= _INDENTED * len(starts)


def _joins(lines: Sequence[Line], width: Width) -> list[bool]:
    """As in wrapped text; and the lines of what is centred, known by equal margins."""
    joins = goes_on(lines, width)
    for index, (line, following) in enumerate(pairwise(lines)):
        if line.inside and width.is_full(line, following) and _is_centred(following, width):
            joins[index] = True
    return joins


def _is_centred(line: Line, width: Width) -> bool:
    return abs(line.start - (width.columns - line.width)) <= _LEFT + 1


def _marks(
    view: str,
    blocks: Sequence[Block],
    heads: dict[int, int],
    linked: Sequence[re.Match[str]],
) -> Iterator[tuple[int, int]]:
    """What no reader sees. A line that is nothing else keeps it, so that a rule can take it."""
    alone = {b.start for b in blocks if _is_furniture(view, b, heads)}
    for block in blocks:
        if block.start in heads:
            yield block.start, block.start + 1
        if block.start not in alone:
            for found in FURNITURE.finditer(view, block.start, block.end):
                yield found.span()
        for found in _FRAME.finditer(view, block.start, block.end):
            yield found.span()
    for number in linked:
        yield number.span()


def _is_furniture(view: str, block: Block, heads: dict[int, int]) -> bool:
    words = view[block.start + (block.start in heads) : block.end].strip()
    return bool(ALONE.fullmatch(words)) or not FURNITURE.sub("", words).strip()


def _blocks(
    view: str, blocks: Sequence[Block], heads: dict[int, int], linked: Sequence[re.Match[str]]
) -> Iterator[Block]:
    """The blocks with tag, depth and share of links."""
    links = {number.start() for number in linked}
    for block in seen(view, blocks):
        first = block.whole[0]
        item = first in heads
        link = any(at in links for at in range(first, block.start)) if links else False
        yield block._replace(
            tag="li" if item else "p",
            path=(heads[first],) if item else (),
            links=float(link and block.end - block.start <= _LINK),
        )
