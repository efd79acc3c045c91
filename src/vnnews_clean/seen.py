"""What one look at a text tells readers and rules, as types; `scan` does the looking."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple, Protocol

Line = tuple[int, int, int]
"""Start and end of a line without the space at its edges, and the line breaks in front of it: 0 for the
first one, 1, or 2 for an empty line or more."""


class Outline(NamedTuple):
    """What the edges of a document's lines are like. Signs are made of it: see `signs`."""

    firsts: str
    """The first character of each line."""
    lasts: str
    """The last character of each line."""
    leads: list[str]
    """The beginning of the first word of each line that has one, as `textkey.words` spells it."""
    sizes: list[int]
    """Characters of each line."""
    traits: tuple[str, ...]
    """Which of the traits are seen that `signs` tells of; plain articles have hardly any."""
    short: int
    """Lines that have no more characters than a byline."""


class Spelling(Protocol):
    """Words that are asked for, and where they count: see `signs.Spelled`."""

    @property
    def words(self) -> str: ...
    @property
    def reach(self) -> int: ...
    @property
    def last(self) -> int: ...
    @property
    def whole(self) -> bool: ...
    def stands(self, key: str, lines: Sequence[Line]) -> bool: ...


class Seen(Protocol):
    """What a scan saw in a text; all offsets index that."""

    @property
    def odd(self) -> str:
        """See `unusual`."""

    @property
    def key(self) -> str:
        """See `textkey.key`."""

    @property
    def lines(self) -> Sequence[Line]:
        r"""Its lines that are not empty, parted by ``\n``."""

    @property
    def heads(self) -> Sequence[int]:
        """Those of the lines, by index, that may begin with a phrase, or may be one without diacritics."""

    @property
    def phrases(self) -> Sequence[tuple[int, int]]:
        """Start and end of the phrases that stand inside of lines, as printed."""

    @property
    def spelled(self) -> Sequence[Spelling]:
        """Those of the words asked for that stand there."""

    @property
    def outline(self) -> Outline:
        """What the edges of the lines are like."""


class Shown(Protocol):
    """What a document shows of itself: signs are made of it."""

    @property
    def odd(self) -> str:
        """The unusual characters of its text."""

    @property
    def spelled(self) -> Sequence[Spelling]:
        """The words asked for that stand in its lines as rules read them."""

    @property
    def outline(self) -> Outline:
        """What the edges of those are like."""


class Glimpse(NamedTuple):
    """The same of a document whose lines are not those of its text."""

    odd: str
    spelled: Sequence[Spelling]
    outline: Outline


Look = Callable[[str], Seen]
