"""What is known of an article before it is found: its headline's words, which it repeats, and more."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final, NamedTuple

from .prose import UNSPACED

SHORTEST: Final = 2
"""Letters of the shortest word that says anything."""
FEW: Final = 2
"""Words of the headline that a text must share to be about it."""

EAST: Final = 400
"""Characters of a text by which its script is known."""

_SIGNS: Final = ",.:;?!…()[]\"'“”‘’«»-–—/"
_WORD: Final = re.compile(r"[^\W\d_]+")
_EAST: Final = re.compile("[\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff]{2}")
"""Two letters of a script without spaces."""


class Topic:
    """The words of the headlines that a page gives."""

    def __init__(self, headlines: Iterable[str]) -> None:
        self._words = frozenset(w for headline in headlines for w in _words(headline))

    def shared(self, texts: Iterable[str]) -> int:
        """How many of its words stand in `texts`."""
        if not self._words:
            return 0
        text = " ".join(texts).lower()
        found = {word.strip(_SIGNS) for word in set(text.split())}
        if UNSPACED.search(text[:EAST]):
            found.update(_EAST.findall(text))
        return len(self._words & found)

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


def _words(text: str) -> list[str]:
    """The words of `text` in lower case; pairs of letters where no spaces are written."""
    lower = text.lower()
    found = [w for w in _WORD.findall(lower) if len(w) >= SHORTEST]
    return found + _EAST.findall(lower) if UNSPACED.search(lower) else found
