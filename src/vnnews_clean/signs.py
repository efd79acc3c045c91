"""Signs: what a document must show for a rule to find anything in it.

A rule that declares a sign sleeps where the sign is missing, and costs nothing there. A sign is far
cheaper than its rule, and rules share it. It may be seen where the rule then finds nothing; where it is
missing, the rule would find nothing for certain.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import compress
from typing import Final

from .line import Block
from .model import PLAIN, Document
from .outline import HEADS, LEAD
from .patterns import pattern
from .seen import Line
from .shapes import HEADLINE
from .textkey import tone

Sign = Callable[[Document], bool]

_COVERED: Final = frozenset(("cover", "ảnh", "hình", "image", "video"))
"""First words of what a player prints in front of the headline."""
_COVERED_LEADS: Final = frozenset(word[:LEAD] for word in _COVERED)
_OPENING: Final = pattern(r"\W*+(\w++)\W++(\w++)\W++(\w++)")


@dataclass(frozen=True)
class Unusual:
    """One of `characters` stands in the text: characters that plain prose has not (see `glance`)."""

    characters: str

    def __call__(self, document: Document) -> bool:
        odd = document.odd
        return bool(odd) and any(map(odd.__contains__, self.characters))


@dataclass(frozen=True)
class Spelled:
    """`words` stand in the key of a line; with `reach`, among its last so many characters; with `whole`,
    in a line that has no more; with `last`, in one of so many at the end.
    """

    words: str
    reach: int = 0
    last: int = 0
    whole: bool = False

    def __call__(self, document: Document) -> bool:
        return self.stands(document.key, document.blocks)

    def stands(self, key: str, lines: Sequence[Block | Line]) -> bool:
        """Whether it is so in a text with this key, whose lines begin and end there."""
        words, reach, last, whole = self.words, self.reach, self.last, self.whole
        if not last and words not in key:  # for speed
            return False
        for line in lines[-last:]:
            start, end = line[0], line[1]
            if reach and end - start > reach:
                if whole:
                    continue
                start = end - reach
            if key.find(words, start, end) >= 0:
                return True
        return False


@dataclass(frozen=True)
class Trait:
    """A trait of a document's outline; see below which there are."""

    name: str

    def __call__(self, document: Document) -> bool:
        return self.name in document.outline.traits


@dataclass(frozen=True)
class Begins:
    """A line begins with one of `words`, told by their first letters."""

    words: str

    @cached_property
    def leads(self) -> frozenset[str]:
        """The words as an outline has them."""
        return frozenset(tone(word)[:LEAD] for word in self.words.split())

    def __call__(self, document: Document) -> bool:
        return not self.leads.isdisjoint(document.outline.leads)


@dataclass(frozen=True)
class AnyOf:
    """One of `signs` is seen."""

    signs: tuple[Sign, ...]

    def __call__(self, document: Document) -> bool:
        return any(sign(document) for sign in self.signs)


@dataclass(frozen=True)
class AllOf:
    """All of `signs` are seen; the first is the cheapest, and most documents do not show it."""

    signs: tuple[Sign, ...]

    @property
    def rest(self) -> Sign:
        """What is to be seen besides the first."""
        return self.signs[1] if len(self.signs) == 2 else AllOf(self.signs[1:])

    def __call__(self, document: Document) -> bool:
        return all(sign(document) for sign in self.signs)


twins: Final = Trait("twins")
"""Two lines end in the same sixty characters, as copies do."""
mixed: Final = Trait("mixed")
"""Empty lines stand between some lines, and none between others."""
apart: Final = Trait("apart")
"""The last of four lines or more stands apart."""
few: Final = Trait("few")
"""The document has four lines at most."""
lone_word: Final = Trait("lone_word")
"""A line is one word."""
small: Final = Trait("small")
"""A line begins with a small letter."""
digit: Final = Trait("digit")
"""A line begins with a digit."""
dots: Final = Trait("dots")
"""A line ends in dots."""
numbered: Final = Trait("numbered")
"""A line of 240 characters at most ends with a small number, as those of images do."""
bracketed: Final = Trait("bracketed")
"""Two lines end with a bracket."""
restarts: Final = Trait("restarts")
"""A line of 400 characters or more says its first sixty again."""
signed: Final = Trait("signed")
"""A byline may stand between two sentences of the last of four lines at most, behind 500 characters and
half of the line.
"""
rows: Final = Trait("rows")
"""One of the first lines may be a menu by itself."""


def opening(words: str) -> Sign | None:
    """A line begins with one of `words`, or with a digit where ``0`` is among them; none are no sign."""
    begins = Begins(words)
    if "0" in begins.leads:
        return AnyOf((digit, begins))
    return begins if words else None


def holding(characters: str, spelled: Spelled) -> Sign | None:
    """What is `spelled` stands in the text, or else, one of the unusual `characters`; none are no sign."""
    if spelled.words:
        return spelled
    return Unusual(characters) if characters else None


def _titled(document: Document) -> bool:
    return bool(document.metadata.title)


def _echo(document: Document) -> bool:
    outline, blocks = document.outline, document.blocks
    leads = outline.leads
    covered = not _COVERED_LEADS.isdisjoint(leads)
    edges = zip(outline.firsts, outline.sizes[:HEADS], strict=False)
    heads = [size <= HEADLINE or not first.isalnum() for first, size in edges]  # or an arrow
    if len(leads) == len(blocks):
        own = {lead for lead in compress(leads, heads) if leads.count(lead) > 1}
        own |= _COVERED_LEADS
        heads = list(compress(heads, map(own.__contains__, leads)))
        blocks = tuple(compress(blocks, map(own.__contains__, leads)))
    openings = _openings(document.key, blocks)
    if any(opening and openings.count(opening) > 1 for opening in compress(openings, heads)):
        return True
    return covered and any(opening.partition(" ")[0] in _COVERED for opening in openings)


echo: Final = AnyOf(
    (_titled, AllOf((Trait("echoed"), _echo)), AllOf((Begins(" ".join(_COVERED)), _echo)))
)
"""A line that may be the headline begins with the same three words as another, as its copies do; or one
begins as what a player prints does; or a page's title is known.
"""


def _openings(key: str, blocks: Iterable[Block]) -> list[str]:
    """The first three words of each line; empty where it has not so many."""
    found = [_OPENING.match(key, block[0], block[1]) for block in blocks]
    return tone("\n".join([" ".join(words.groups()) if words else "" for words in found])).split(
        "\n"
    )


def _statement(document: Document) -> bool:
    odd, text = document.odd, document.view
    return "{" in odd or (";" in odd and ");" in text) or ("[" in odd and "CDATA" in text)


code: Final = AllOf((Unusual("{;["), _statement))
"""What statements of a script end or begin with."""


def _dumped(document: Document) -> bool:
    return document.dialect not in PLAIN


def _browser(document: Document) -> bool:
    return "browser" in document.dialect


def _linked(document: Document) -> bool:
    return any(block.links for block in document.blocks)


browser: Final = AllOf((_dumped, _browser))
"""A text browser wrote the text."""
links: Final = AllOf((_dumped, _linked))
"""Links are known of some line."""
