"""Signs: what a document must show for a rule to find anything in it.

A rule that declares a sign sleeps where the sign is missing, and costs nothing there. A sign is far
cheaper than its rule, and rules share it. It may be seen where the rule then finds nothing; where it is
missing, the rule would find nothing for certain.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import compress
from operator import eq
from typing import Final

from .line import Block
from .model import Document
from .outline import LEAD
from .shapes import HEADLINE
from .textkey import tone

Sign = Callable[[Document], bool]

_DOTS: Final = re.compile(r"(?:\.\.\.|…)(?:\n|\Z)")
_NUMBERED: Final = re.compile(r"nh\s+\d{1,2}\s*\.?(?:\n|\Z)", re.IGNORECASE)
"""Behind *ảnh* or *hình*."""
_COVERED: Final = frozenset(("cover", "ảnh", "hình", "image", "video"))
"""First words of what a player prints in front of the headline."""
_COVERED_LEADS: Final = frozenset(word[:LEAD] for word in _COVERED)
_OPENING: Final = re.compile(r"\W*+(\w++)\W++(\w++)\W++(\w++)")
FEW: Final = 4
"""Lines up to which a document counts as flat."""
BULKY: Final = 400
"""Characters from which on a line may hold an article twice."""
HEADS: Final = 8
"""Lines at the head among which the headline stands."""
LEDES: Final = 6
"""Lines at the head of which one may say the lede once more."""
SAME: Final = 60
"""Characters by which the second copy is looked for."""


@dataclass(frozen=True)
class Unusual:
    """One of `characters` stands in the text: characters that plain prose has not (see `glance`)."""

    characters: str

    def __call__(self, document: Document) -> bool:
        odd = document.odd
        return bool(odd) and any(map(odd.__contains__, self.characters))


@dataclass(frozen=True)
class Spelled:
    """`words` stand in the key; with `reach`, among the last so many characters of one of the `last`
    lines (0: of any).
    """

    words: str
    reach: int = 0
    last: int = 0

    def __call__(self, document: Document) -> bool:
        if not self.reach:
            return self.words in document.key
        key, words, reach = document.key, self.words, self.reach
        for block in document.blocks[-self.last :]:
            if words in key[max(block[0], block[1] - reach) : block[1]]:
                return True
        return False


class Begins:
    """A line begins with one of `words`, told by their first letters; with ``0`` among them, or with a
    digit.
    """

    def __init__(self, words: str) -> None:
        self.words: Final = words
        self._leads: Final = frozenset(tone(word)[:LEAD] for word in words.split())
        self._digits: Final = "0" in self._leads

    def __repr__(self) -> str:
        return f"Begins({self.words!r})"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Begins) and self.words == other.words

    def __hash__(self) -> int:
        return hash(self.words)

    def __call__(self, document: Document) -> bool:
        outline = document.outline
        if not self._leads.isdisjoint(outline.leads):
            return True
        return self._digits and any(map(str.isdigit, outline.firsts))


@dataclass(frozen=True)
class AnyOf:
    """One of `signs` is seen."""

    signs: tuple[Sign, ...]

    def __call__(self, document: Document) -> bool:
        return any(sign(document) for sign in self.signs)


def twins(document: Document) -> bool:
    """Two lines end in the same sixty characters, as copies do."""
    return document.outline.twins


def echo(document: Document) -> bool:
    """A line that may be the headline begins with the same three words as another, as its copies do; or
    one begins as what a player prints does; or a page's title is known.
    """
    if document.metadata.title:
        return True
    outline, blocks = document.outline, document.blocks
    leads = outline.leads
    heads = list(map(_may_be_headline, outline.firsts, outline.sizes[:HEADS]))
    covered = not _COVERED_LEADS.isdisjoint(leads)
    if len(leads) == len(blocks):
        own = set(compress(leads, heads))
        if not covered and not any(leads.count(lead) > 1 for lead in own):
            return False
        own |= _COVERED_LEADS
        heads = list(compress(heads, map(own.__contains__, leads)))
        blocks = tuple(compress(blocks, map(own.__contains__, leads)))
    openings = _openings(document.key, blocks)
    if any(opening and openings.count(opening) > 1 for opening in compress(openings, heads)):
        return True
    return covered and any(opening.partition(" ")[0] in _COVERED for opening in openings)


def _may_be_headline(first: str, size: int) -> bool:
    """Whether a line may be the headline, by its size; or the arrow in front of one, by that."""
    return size <= HEADLINE or not first.isalnum()


def _openings(key: str, blocks: Iterable[Block]) -> list[str]:
    """The first three words of each line; empty where it has not so many."""
    found = [_OPENING.match(key, block[0], block[1]) for block in blocks]
    return tone("\n".join([" ".join(words.groups()) if words else "" for words in found])).split("\n")


def begun_again(document: Document) -> bool:
    """One of the first lines begins with the same letters as the one above it."""
    leads = document.outline.leads
    return len(leads) < len(document.blocks) or any(map(eq, leads[:LEDES], leads[1:LEDES]))


def small(document: Document) -> bool:
    """A line begins with a small letter."""
    return any(map(str.islower, document.outline.firsts))


def dots(document: Document) -> bool:
    """A line ends in dots."""
    return bool(_DOTS.search(document.outline.ends))


def numbered_or_small(document: Document) -> bool:
    """A line ends with an image's number, or begins with a small letter."""
    return small(document) or bool(_NUMBERED.search(document.outline.ends))


def bracketed(document: Document) -> bool:
    """Two lines end with a bracket."""
    return f"{document.outline.ends}\n".count(")\n") > 1


def mixed(document: Document) -> bool:
    """Empty lines stand between some lines, and none between others."""
    return document.outline.mixed


def lone_word(document: Document) -> bool:
    """A line is one word."""
    return document.outline.lone_word


def few(document: Document) -> bool:
    """The document has four lines at most."""
    return len(document.blocks) <= FEW


def restarts(document: Document) -> bool:
    """A line of 400 characters or more says its first sixty again."""
    find, key = document.key.find, document.key
    for block, size in zip(document.blocks, document.outline.sizes, strict=True):
        if size >= BULKY:
            behind = block[0] + SAME
            if find(key[block[0] : behind], behind, block[1]) >= 0:
                return True
    return False


def code(document: Document) -> bool:
    """What statements of a script end or begin with."""
    odd, text = document.odd, document.view
    if not odd:
        return False
    return "{" in odd or (";" in odd and ");" in text) or ("[" in odd and "CDATA" in text)


def browser(document: Document) -> bool:
    """A text browser wrote the text."""
    return "browser" in document.dialect


def links(document: Document) -> bool:
    """Links are known of some line."""
    return document.dialect != "plain" and any(block.links for block in document.blocks)
