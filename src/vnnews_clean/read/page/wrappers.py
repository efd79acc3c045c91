"""Furniture in name only: a wrapper called after the sidebar or the comments that holds the article."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Final

from ...model import Kind
from .container import SUBSTANTIAL
from .dom import Page
from .layout import FURNITURE, Layout
from .lines import Line
from .prose import ENDS, PROSE, is_prose
from .tree import first_lines, subtree_sums

COMMENTS: Final = Kind.COMMENTS.value


def called_furniture(page: Page, layout: Layout, lines: Sequence[Line]) -> Collection[int]:
    """Furniture that holds most of the page's prose, and so cannot be furniture.

    Comments may well do so, below an article.
    """
    outside = _prose(lines)
    if sum([n for x in lines if x.role in FURNITURE and (n := len(x.text)) >= PROSE]) <= outside:
        return ()  # most pages: not even if every long line were prose
    folded = {run[0]: _folded_prose(run[3]) for run in page.runs if run[0] in page.folded}
    prose = [
        folded[line.element] if line.folded else len(line.text) * is_prose(line) for line in lines
    ]
    total = sum(prose)
    within = sum([p for p, line in zip(prose, lines, strict=True) if p and line.role in FURNITURE])
    if 2 * within <= total:
        return ()
    sums = subtree_sums(page, lines, prose)
    most = [e for e, role in enumerate(layout.own) if role in FURNITURE and 2 * sums[e] > total]
    first = first_lines(page, lines) if most else []
    return [
        element
        for element in most
        if layout.own[element] != COMMENTS or _prose(lines[: first[element]]) < SUBSTANTIAL
    ]


def _prose(lines: Sequence[Line]) -> int:
    """Characters of prose that stand in no furniture."""
    return sum(len(x.text) for x in lines if x.role not in FURNITURE and is_prose(x))


def _folded_prose(text: str) -> int:
    """Characters of the lines of a folded box that read like sentences."""
    long = [s for s in text.split("\n") if len(s) >= PROSE]
    return sum(len(s) for s in long if s.endswith(ENDS)) if long else 0
