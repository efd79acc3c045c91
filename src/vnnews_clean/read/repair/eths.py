"""Ð and Ɖ for Đ: three letters that look the same, of which careless converters mix up two.

A word is mended where that makes it a Vietnamese syllable, or where it has letters that only
Vietnamese has (``Ðắk Lắk``); ``Ðorvaldur`` stays. So does all of a text with signs such as ¶ and ¥:
they may be meant, or the rest of a legacy encoding, and then nobody knows what Ð is.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from ...model import Edit
from ...patterns import pattern
from .syllables import PROPER, is_syllable

_LOOKALIKES: Final = ("\N{LATIN CAPITAL LETTER ETH}", "\N{LATIN CAPITAL LETTER AFRICAN D}")
_REAL: Final = "\N{LATIN CAPITAL LETTER D WITH STROKE}"
ETH: Final = pattern(f"[{''.join(_LOOKALIKES)}]")
_WORD: Final = pattern(rf"(?<![^\W\d_])[{''.join(_LOOKALIKES)}]([^\W\d_]{{1,6}})(?![^\W\d_])")

_SIGNS: Final = pattern("[¶£¥¤]")
"""Signs of Latin-1 for which legacy encodings have letters, and which news has seldom."""


def eths(text: str) -> Iterator[Edit]:
    """Đ for its look-alikes at the beginning of a syllable."""
    if _SIGNS.search(text):
        return
    for word in _WORD.finditer(text):
        if is_syllable(_REAL + word[1]) or PROPER.search(word[1]):
            yield Edit(word.start(), word.start() + 1, word[0][0], _REAL, "eth")
