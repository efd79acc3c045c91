"""What is known of an article before it is found: its headline's words, which it repeats, and more."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final, NamedTuple

from ...patterns import pattern
from .prose import UNSPACED

SHORTEST: Final = 2
"""Letters of the shortest word that says anything."""
FEW: Final = 2
"""Words of the headline that a text must share to be about it."""

_WORD: Final = pattern(r"[^\W\d_]+")
_EAST: Final = pattern("[\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff]{2}")
"""Two letters of a script without spaces."""


class Topic:
    """The words of the headlines that a page gives."""

    def __init__(self, headlines: Iterable[str]) -> None:
        self._words = frozenset(w for headline in headlines for w in _words(headline))

    @property
    def size(self) -> int:
        """How many words there are."""
        return len(self._words)

    def shared(self, texts: Iterable[str]) -> int:
        """How many of its words stand in `texts`."""
        text = "\n".join(texts).lower()
        return sum(_stands_in(word, text) for word in self._words)

    def share(self, texts: Iterable[str]) -> float:
        """Which share of its words stands in `texts`, 0 to 1."""
        return self.shared(texts) / len(self._words) if self._words else 0.0


class Clues(NamedTuple):
    """What is known of an article before it is found."""

    topic: Topic
    said: str = ""
    """The body that the page's head gives: lines that stand in it are prose, whatever they look like."""
    headline: int = -1
    """Index of the line that prints the headline: what follows is the article."""


def _stands_in(word: str, text: str) -> bool:
    """Whether `word` stands in `text` as a word; a pair of letters, anywhere."""
    start = text.find(word)
    while start >= 0:
        end = start + len(word)
        if not (text[start - 1 : start].isalpha() or text[end : end + 1].isalpha()):
            return True
        if _EAST.fullmatch(word):
            return True
        start = text.find(word, end)
    return False


def _words(text: str) -> list[str]:
    """The words of `text` in lower case; pairs of letters where no spaces are written."""
    lower = text.lower()
    found = [w for w in _WORD.findall(lower) if len(w) >= SHORTEST]
    return found + _EAST.findall(lower) if UNSPACED.search(lower) else found
