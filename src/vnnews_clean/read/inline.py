"""Links, pictures and emphasis of Markdown: where they stand, and which of their characters show.

A link may be broken over lines, hold a picture, or hold a whole card with headline and summary.
Everything is found in one pass over the brackets.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from ..patterns import pattern

_TITLE: Final = r"(?:\s++\"[^\"\n]*+(?:\n[^\"\n]++)?\"|\s++'[^'\n]*+')?"
_TARGET: Final = (
    rf"\(\s*+(?:<[^<>\n]*+>|(?:\\.|[^()\s\\]++|\([^()\s]*+\)|\n(?!\s*\n))*+){_TITLE}\s*+\)"
)
_SPACED: Final = r"\(\s*+(?i:https?:|/|javascript:|data:)(?:\\.|[^()\\\n]++|\([^()\n]*+\))*+\)"
"""An address or a script with spaces, as pages have them and no Markdown should."""
_TOKEN: Final = pattern(
    rf"\\[\\\[\]!]|(?P<opens>!?\[)|\](?P<target>{_TARGET}|{_SPACED}|\[[^\[\]\n]{{0,60}}\])?"
)
_MARK: Final = pattern(
    r"\*++|(?<!\w)_++(?=\S)|(?<=\S)_++(?!\w)|~~|`++|\\[!-/:-@\[-`{-~]|\\$", re.MULTILINE
)
_MULTIPLIED: Final = pattern(r"\d \*+ ?\d|\d\*\d")
_DEEPEST: Final = 50
"""Brackets inside brackets that are followed."""


class Link(NamedTuple):
    """A link or a picture. Offsets index the text."""

    start: int
    end: int
    shown: int
    """Where its text begins, ..."""
    hidden: int
    """... and where that ends: the ``](…)``. A picture shows nothing."""
    picture: bool = False


def links(text: str) -> list[Link]:
    """The links and pictures of `text`, by their ends: what stands inside another comes first."""
    found: list[Link] = []
    opened: list[tuple[int, int]] = []
    for token in _TOKEN.finditer(text):
        if token["opens"]:
            opened.append(token.span())
            if len(opened) > _DEEPEST:
                del opened[0]
        elif text[token.start()] == "]" and opened:
            start, shown = opened.pop()
            if token["target"] is not None:
                picture = text[start] == "!"
                found.append(Link(start, token.end(), shown, token.start(), picture))
    return found


def hidden(found: list[Link]) -> Iterator[tuple[int, int]]:
    """The spans of links and pictures that no reader sees, unsorted."""
    for link in found:
        if link.picture:
            yield link.start, link.end
        else:
            yield link.start, link.shown
            yield link.hidden, link.end


def marks(view: str, start: int, end: int) -> list[tuple[int, int]]:
    """Emphasis, code marks and escapes in ``view[start:end]``; ``2 * 3`` has none."""
    found: list[tuple[int, int]] = []
    if not any(view.find(sign, start, end) >= 0 for sign in "*_`~\\"):  # for speed
        return found
    for mark in _MARK.finditer(view, start, end):
        first, last = mark.span()
        if view[first] == "\\":
            found.append((first, first + 1))
        elif not _is_product(view, first, last):
            found.append((first, last))
    return found


def _is_product(view: str, start: int, end: int) -> bool:
    return view[start] == "*" and bool(_MULTIPLIED.match(view, max(start - 2, 0), end + 2))


def emphasised(view: str, found: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Spans of emphasis: each mark and the next one like it."""
    opened: dict[str, int] = {}
    for start, end in found:
        mark = view[start:end]
        if mark[0] == "\\":
            continue
        if mark in opened:
            yield opened.pop(mark), end
        else:
            opened[mark] = start
