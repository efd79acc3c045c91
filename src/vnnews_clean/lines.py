"""The runs of a page as lines: one for every block-level stretch of text, or up to a ``<br>``."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from .dom import Page
from .layout import FURNITURE, Layout


class Line(NamedTuple):
    """A line of a page, with plain single spaces."""

    text: str
    element: int
    """The block-level element around it."""
    inner: int
    """The innermost element around its beginning."""
    links: float
    """Share of its characters that stand in ``<a>``."""
    gap: int
    """Line breaks before it: 1 after a ``<br>``, else 2."""
    role: str


def read_lines(page: Page, layout: Layout) -> Iterator[Line]:
    """The lines of `page` in document order.

    Inline markup neither splits nor glues words. Where a role changes inside a line, as from a
    sentence to a box of links, the line is divided.
    """
    roles, tags = layout.roles, page.tags
    parts: list[str] = []
    linked = 0
    current = first = -1
    gap = 0
    role = ""
    for element, block, link, text, breaks in page.runs:
        new_role = roles[element]
        if breaks or block != current or (new_role != role and _divides(role, new_role, tags[block])):
            if parts:
                joined = " ".join("".join(parts).split())
                if joined:
                    yield Line(joined, current, first, min(linked / len(joined), 1.0), gap, role)
                    gap = 0
            parts = []
            linked = 0
            gap = max(gap, breaks if block == current else 2) or 1
            current, first, role = block, element, new_role
        elif new_role != role or (parts[-1][-1:].islower() and text[:1].isupper()):
            parts.append(" ")  # a style sheet sets them apart
            role = new_role
        parts.append(text)
        if link:
            linked += len(text.strip())
    joined = " ".join("".join(parts).split())
    if joined:
        yield Line(joined, current, first, min(linked / len(joined), 1.0), gap, role)


def _divides(role: str, other: str, tag: str) -> bool:
    """Whether a line is divided where one role gives way to another. A sentence may hold a date."""
    return role in FURNITURE or other in FURNITURE or tag != "p"
