"""Signs: what a document must show for a rule to find anything in it.

A rule that declares a sign sleeps where the sign is missing, and costs nothing there. A sign is far
cheaper than its rule, and rules share it. It may be seen where the rule then finds nothing; where it is
missing, the rule would find nothing for certain.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from .model import Document

Sign = Callable[[Document], bool]

_NUMBERED: Final = re.compile(r"\d[. ]*(?:\n|\Z)")
_COVERED: Final = frozenset(("cover", "ảnh", "hình", "image", "video"))
"""First words of what a player prints in front of the headline."""
FEW: Final = 4
"""Lines up to which a document counts as flat."""
BULKY: Final = 400
"""Characters from which on a line may hold an article twice."""


@dataclass(frozen=True)
class Unusual:
    """One of `characters` stands in the text; none of them is one of plain prose (see `glance`)."""

    characters: str

    def __call__(self, document: Document) -> bool:
        return bool(document.odd) and any(map(document.odd.__contains__, self.characters))


def twins(document: Document) -> bool:
    """Two lines end alike, as copies do."""
    return document.outline.twins


def echo(document: Document) -> bool:
    """Two lines begin alike, as copies of a headline do; or what a player prints, or a page's title is known."""
    openings = document.outline.openings
    return (
        len(set(openings)) < len(openings)
        or any(first in _COVERED for first, _ in openings)
        or bool(document.metadata.title)
    )


def small(document: Document) -> bool:
    """A line begins with a small letter."""
    return any(map(str.islower, document.outline.firsts))


def dots(document: Document) -> bool:
    """A line ends in dots."""
    tails = document.outline.tails
    return "..." in tails or "…" in tails


def numbered_or_small(document: Document) -> bool:
    """A line ends with a number, or begins with a small letter."""
    return small(document) or bool(_NUMBERED.search(document.outline.tails))


def mixed(document: Document) -> bool:
    """Empty lines stand between some lines, and none between others."""
    return document.outline.mixed


def lone_word(document: Document) -> bool:
    """A line has not two words."""
    return len(document.outline.openings) < len(document.blocks)


def few(document: Document) -> bool:
    """The document has four lines at most."""
    return len(document.blocks) <= FEW


def bulky(document: Document) -> bool:
    """A line has 400 characters or more."""
    return document.outline.longest >= BULKY


def address(document: Document) -> bool:
    """An address stands in the text, or something else with two slashes."""
    return "//" in document.view


def code(document: Document) -> bool:
    """What statements of a script end or begin with."""
    text = document.view
    if document.odd and ("{" in document.odd or ("[" in document.odd and "CDATA" in text)):
        return True
    return ";" in text and ");" in text  # one character is found much faster


def browser(document: Document) -> bool:
    """A text browser wrote the text."""
    return "browser" in document.dialect


def links(document: Document) -> bool:
    """Links are known of some line."""
    return any(block.links for block in document.blocks)
