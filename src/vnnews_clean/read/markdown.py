"""Markdown, as html2text, markdownify, crawl4ai, firecrawl, pandoc and Jina's reader write it.

What a reader sees is the text without its marks: those of headings, lists, quotes and tables,
targets of links, pictures, front matter. Lines of a paragraph go on where the tool broke them.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from ..line import Block
from ..patterns import pattern
from . import fragments
from .inline import Link, emphasised, hidden, links, marks
from .joined import Reading, blanked, indents, joined, seen
from .wrapped import Line as Measure
from .wrapped import Width, goes_on, measured, width_of

_HEADING: Final = pattern(r"(#{1,6})(?:\s+|\Z)")
_ITEM_HEADING: Final = pattern(r"\s+(#{1,6})\s+")
"""A heading that is an item, as html2text has them."""
_USUAL: Final = Width(78)
_TRAILING: Final = pattern(r"\s#+\Z")
_ITEM: Final = pattern(r"(?:[-*+]|\d{1,3}[.)])(?=\s)")
_QUOTE: Final = pattern(r">(?!\s*>)\s?")
_RULE: Final = pattern(r"(?:-\s*){3,}|(?:\*\s*){3,}|(?:_\s*){3,}|={3,}")
_SEPARATOR: Final = pattern(r"\|?\s*:?-{3,}:?\s*(?:\|\s*:?-{3,}:?\s*)*\|?")
_DEFINITION: Final = pattern(r"\[[^\[\]\n]{1,60}\]:\s+\S+.*")
_FENCE: Final = pattern(r"(?:```|~~~)")
_FRONT: Final = pattern(r"\A---\n(?:[\w-]+:.*\n|\s+.*\n|- .*\n|\n){1,60}?---\n")
_LINKED: Final = pattern(
    r"\]\(\s*(?:<?https?:|/|#|javascript:|mailto:|tel:|data:|\.\.?/|[\w-]+[./])", re.IGNORECASE
)
_REFERRED: Final = pattern(r"\w\]\[[^\[\]\n]{1,60}\]")
_REFERENCE: Final = pattern(r"^\s*+\[[^\[\]\n]{1,60}\]: <?(?:https?:|/)\S*$", re.MULTILINE)
"""The two halves of a link whose target stands elsewhere."""
_HEADED: Final = pattern(r"^#{1,6} \S.*\n\s*(?=[^#\s])", re.MULTILINE)
"""A heading with something else below it: tags stand below each other."""
_LEVEL: Final = pattern(r"^(#{1,6}) \S", re.MULTILINE)
_BOLD: Final = pattern(r"\*\*[^\s*][^*\n]{0,300}\*\*")
_ARROWS: Final = pattern(r"(?:(?<=[*_\[])|(?<=[^\s>] ))> >(?=\s)")
"""``>>`` as html2text writes it, lest it be a quote."""
_FEWEST_HEADINGS: Final = 2
_FEWEST_BOLD: Final = 3
"""Bold pieces that make a text Markdown; one is enough beside a heading."""


class _Shape(NamedTuple):
    """What a line is by its beginning: its marks end where its text begins."""

    tag: str = "p"
    depth: int = 0
    text: int = 0
    """Where the text of the line begins."""
    alone: bool = False
    """Nothing goes on in the next line: a heading, a row, a rule."""
    starts: bool = False
    """It is not the rest of a line above."""


def is_markdown(text: str) -> bool:
    """True for a text with links, headings or bold pieces of Markdown. A glance at most texts."""
    bold, head = text.count("**"), text.startswith("#") or "\n#" in text
    if "](" in text and _LINKED.search(text):
        return True
    if "]: " in text and _REFERRED.search(text) and _REFERENCE.search(text):
        return True
    if not head and bold < 2:  # for speed: most
        return False
    headings = _headings(text) if head else 0
    pieces = len(_BOLD.findall(text)) if bold else 0
    return headings >= _FEWEST_HEADINGS or pieces >= _FEWEST_BOLD or bool(headings and pieces)


def _headings(text: str) -> int:
    """How many lines are headings, or how many levels they have: tags have but one."""
    headed = len(_HEADED.findall(text))
    return max(headed, len(set(_LEVEL.findall(text)))) if headed else 0


def read_markdown(text: str, lines: Sequence[Block]) -> Reading | None:
    """`text` without its marks; ``None`` if it is no Markdown."""
    return markdown(text, lines) if is_markdown(text) else None


def markdown(text: str, lines: Sequence[Block]) -> Reading:
    """`text` read as Markdown, whatever it looks like."""
    found = links(text)
    shapes = list(_shapes(text, lines))
    view, blocks = joined(text, lines, _goes_on(text, lines, shapes, found))
    first = {line.start: shape for line, shape in zip(lines, shapes, strict=True)}
    spans = [*_marks(text, lines, shapes), *hidden(found)]
    front = _FRONT.match(text)
    if front:
        spans.append(front.span())
    view = _ARROWS.sub(">> ", blanked(view, sorted(spans)))
    units = [(link.start, link.end) for link in found]
    inner: list[tuple[int, int]] = []
    for block in blocks:
        if first[block.start].tag != "pre":
            more = marks(view, block.start, block.end)
            inner += more
            units += emphasised(view, more)
    view = blanked(view, inner)
    shown = (
        block._replace(tag=shape.tag, path=(shape.depth,) if shape.tag == "li" else ())
        for block in blocks
        for shape in (first[block.start],)
    )
    return Reading(
        "markdown", view, tuple(_linked(view, seen(view, shown), found)), tuple(sorted(units))
    )


def _shapes(text: str, lines: Sequence[Block]) -> Iterator[_Shape]:
    """What each line is. Inside a fence all is code; a rule under a line makes it a heading."""
    fenced = False
    starts = indents(text, lines)
    for index, (line, indent) in enumerate(zip(lines, starts, strict=True)):
        content = text[line.start : line.end]
        if _FENCE.match(content) or fenced:
            fenced ^= bool(_FENCE.match(content))
            yield _Shape(
                "pre", 0, line.end if _FENCE.match(content) else line.start, alone=True, starts=True
            )
            continue
        below = lines[index + 1] if index + 1 < len(lines) else None
        ruled = below and below.gap == 1 and text[below.start : below.end]
        yield _shape(content, line, indent, ruled or "")


def _shape(content: str, line: Block, indent: int, below: str) -> _Shape:
    quote = _QUOTE.match(content)
    skipped = quote.end() if quote else 0
    body = content[skipped:]
    start = line.start + skipped
    if _RULE.fullmatch(body) or _SEPARATOR.fullmatch(body) or _DEFINITION.fullmatch(body):
        return _Shape("hr", 0, line.end, alone=True, starts=True)
    if heading := _HEADING.match(body):
        return _Shape(f"h{len(heading[1])}", 0, start + heading.end(), alone=True, starts=True)
    item = _ITEM.match(body)
    if item and (heading := _ITEM_HEADING.match(body, item.end())):
        return _Shape(f"h{len(heading[1])}", 0, start + heading.end(), alone=True, starts=True)
    if item:
        mark = item.end() if item[0] in "-*+" else 0
        return _Shape("li", indent, start + mark, starts=True)
    if body.startswith("|") or ("|" in below and _SEPARATOR.fullmatch(below)):
        return _Shape("tr", 0, start, alone=True, starts=True)
    titled = bool(below) and set(below) <= {"="}
    tag = "h1" if titled else "blockquote" if quote else "p"
    return _Shape(tag, 0, start, starts=tag != "p")


def _marks(
    text: str, lines: Sequence[Block], shapes: Sequence[_Shape]
) -> Iterator[tuple[int, int]]:
    """The marks at the beginning of lines, the pipes of rows, the signs behind a heading."""
    for line, shape in zip(lines, shapes, strict=True):
        if shape.text > line.start:
            yield line.start, shape.text
        if shape.tag == "tr":
            for pipe in re.finditer(r"(?<!\\)\|", text[line.start : line.end]):
                yield line.start + pipe.start(), line.start + pipe.end()
        elif shape.tag[0] == "h" and (closing := _TRAILING.search(text, shape.text, line.end)):
            yield closing.span()


def _goes_on(
    text: str, lines: Sequence[Block], shapes: Sequence[_Shape], found: Sequence[Link]
) -> list[bool]:
    """For each line, whether the next one is part of it: a link says so, a full line, or a sentence."""
    measures = measured(text, lines)
    width = width_of(measures) or _usual(text, lines, measures)
    joins = goes_on(measures, width) if width else [False] * len(lines)
    joins = fragments.pieces(text, lines, joins) or joins
    ends = [line.end for line in lines]
    for index, (line, following) in enumerate(pairwise(lines)):
        if _rules_above(text, following, shapes[index + 1]):
            joins[index] = True
        elif (
            shapes[index + 1].starts
            or following.gap > 1
            or (
                shapes[index].alone and not (shapes[index].tag[0] == "h" and measures[index].inside)
            )
            or text.startswith("  ", line.end)
            or text[line.end - 1] == "\\"
        ):
            joins[index] = False
    for link in found:  # broken over lines, but not over paragraphs
        first, last = bisect_left(ends, link.start), bisect_left(ends, link.end)
        if first < last < len(lines) and all(b.gap == 1 for b in lines[first + 1 : last + 1]):
            joins[first:last] = [True] * (last - first)
    return joins


def _usual(text: str, lines: Sequence[Block], measures: Sequence[Measure]) -> Width | None:
    """The width at which html2text breaks lines, where no line of a text but links has more: a short one
    has too few that are broken to tell.
    """
    free = (m for m, line in zip(measures, lines, strict=True) if text.find("](", *line[:2]) < 0)
    return None if any(m.width > _USUAL.columns for m in free) else _USUAL


def _rules_above(text: str, line: Block, shape: _Shape) -> bool:
    """True for a rule that makes a heading of the line above."""
    return shape.tag == "hr" and line.gap == 1 and text[line.start] in "-=|:"


def _linked(view: str, blocks: Iterator[Block], found: Sequence[Link]) -> Iterator[Block]:
    """`blocks` with the share of their characters that is linked."""
    shown = sorted((link.shown, link.hidden) for link in found if not link.picture)
    ends = [end for _, end in shown]
    for block in blocks:
        size = 0
        for index in range(bisect_right(ends, block.start), len(shown)):
            start, end = shown[index]
            if start >= block.end:  # for speed
                break
            size += len("".join(view[max(start, block.start) : min(end, block.end)].split()))
        whole = len("".join(view[block.start : block.end].split()))
        yield block._replace(links=min(size / whole, 1.0)) if size else block
