r"""Text that a crawler joined character by character, so that each has a line of its own.

``"\n".join("Ông Trump\nGốc")`` is how it came about: every second character is a line feed, a
space is a line of one space, and a line feed of the text shows as two empty lines. Taking every
second character away gives the text back exactly. A column of lottery numbers, an acrostic or
the answers A, B, C, D look alike for a moment, but they have no lines of one space and give no
words.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import Final

from ...model import Edit
from ...patterns import pattern
from .syllables import is_syllable

BETWEEN: Final = "\n \n"
"""Between any two words of exploded text, and next to nowhere else."""
FEWEST: Final = 40
"""Lines of one character, at least."""
_PAIRS: Final = pattern(rf"(?<![^\n])(?:[\s\S]\n){{{FEWEST},}}+(?:[^\n]\Z)?")
"""So many characters, each followed by a line feed, from the beginning of a line on."""
_LINE: Final = pattern(r"[^\n]*\n|[^\n]+")
_WORD: Final = pattern(r"[^\W\d_]{2,}")
_LATIN_WORD: Final = pattern(
    r"(?=[a-z]*[aeiouy])(?=[a-z]*[b-df-hj-np-tv-xz])[a-z]{2,14}\Z", re.IGNORECASE
)
_SAMPLE: Final = 300
"""Characters by which a stretch is judged: no list goes on like prose for so long. What stands
before the first that do may be anything."""
_MIN_SPACES: Final = 6
_MIN_WORDS: Final = 5
_LETTERS: Final = 0.6
"""Share of the characters that are letters of words, at least."""
_VIETNAMESE: Final = 0.6
"""Share of the words that are Vietnamese syllables, at least; names and numbers are the rest."""
_LATIN: Final = 0.9
"""Or share of the words that have a vowel and a consonant."""


def exploded(text: str) -> Iterator[Edit]:
    """Put the characters of exploded stretches back into lines: one edit a line."""
    if text.count("\n") < FEWEST or BETWEEN not in text:
        return
    for stretch in _PAIRS.finditer(text):
        joined = stretch[0][::2]
        first = len(joined) - len(joined.lstrip())  # space at the edges of a text comes and goes
        for begin in range(first, len(joined), _SAMPLE):
            if _is_prose(joined[begin : begin + _SAMPLE]):
                yield from _lines(stretch[0][2 * begin :], stretch.start() + 2 * begin)
                break


def _is_prose(joined: str) -> bool:
    joined = unicodedata.normalize("NFC", joined.rstrip())
    words = _WORD.findall(joined)
    return (
        joined.count(" ") >= _MIN_SPACES
        and len(words) >= _MIN_WORDS
        and sum(map(len, words)) >= _LETTERS * len(joined)
        and (
            sum(map(is_syllable, words)) >= _VIETNAMESE * len(words)
            or sum(map(bool, map(_LATIN_WORD.match, words))) >= _LATIN * len(words)
        )
    )


def _lines(stretch: str, start: int) -> Iterator[Edit]:
    """The lines of `stretch` without its second characters; the feed that ends it all stays."""
    last = len(stretch) - (len(stretch) % 2 == 0)
    for line in _LINE.finditer(stretch[::2]):
        end = min(2 * line.end(), last)
        yield Edit(
            start + 2 * line.start(),
            start + end,
            stretch[2 * line.start() : end],
            line[0],
            "exploded",
        )
