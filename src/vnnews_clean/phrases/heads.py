"""Phrases with which lines begin."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, NamedTuple

from ..patterns import pattern
from .groups import Where
from .spelling import Prefixes, trie_pattern

QUOTES: Final = "\"'“”‘’"
"""What no bullet is."""
_STEM: Final = 3
"""Characters by which most blocks are known not to begin with a phrase."""
_BULLET: Final = pattern(rf"([^\w\s{QUOTES}]{{0,4}}\s?)(\d{{1,2}}[.)]\s)?")


class Entry(NamedTuple):
    """A phrase in one of its spellings."""

    group: str
    read_as: str
    """The group whose rules find it: its own, or the one that is like."""
    where: Where
    phrase: str
    length: int
    """Characters of the phrase, and of each of its spellings."""


class Heads:
    """Spellings with which blocks begin, bullets aside, and the entries of each."""

    def __init__(self, entries: Mapping[str, list[Entry]]) -> None:
        self._entries: Final = entries
        self._prefixes: Final = Prefixes(entries)
        stems = trie_pattern({spelling[:_STEM] for spelling in entries}) or "(?!)"
        self.may_be: Final = pattern(f"{_BULLET.pattern}(?:{stems})").match
        """Whether a block may begin with one, by its first letters."""

    def at(self, key: str, start: int, end: int) -> tuple[int, list[Entry]]:
        """Where the phrases stand that a block begins with, and their entries, the longest first."""
        bullets = _BULLET.match(key, start, end)
        assert bullets  # it may be empty
        begins = range(bullets.end(1), start - 1, -1)  # a phrase may begin with a bullet itself
        for begin in (bullets.end(), *begins) if bullets[2] else begins:
            if spellings := list(self._prefixes.at(key, begin, end)):
                return begin, [e for spelling in spellings[::-1] for e in self._entries[spelling]]
        return start, []
