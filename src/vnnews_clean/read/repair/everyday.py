r"""What every other crawler leaves: lines that end with CRLF, NBSPs for spaces, decomposed letters.

All are replaced at one go where nothing else is wrong with a text, and the edits are listed when
somebody asks for them: the same that `lineends` and `strays` make of it one by one.
"""

from __future__ import annotations

import unicodedata
from typing import Final

from ...patterns import pattern
from .strays import MOST_MARKS, UNCOMMON

NBSP: Final = "\N{NO-BREAK SPACE}"
_PILED: Final = pattern(f"{UNCOMMON.pattern}{{{MOST_MARKS + 1}}}")


def everyday(source: str) -> str:
    """`source` with plain line ends and spaces; the same object where it has no others."""
    if "\r" not in source and NBSP not in source:
        return source
    return source.replace("\r\n", "\n").replace(NBSP, " ")


def composed(text: str, odd: str) -> str:
    """`text`, with these unusual characters, in NFC; the same object where it is, or may be piled up."""
    if not UNCOMMON.search(odd) or (len(odd) > MOST_MARKS and _PILED.search(text)):
        return text
    letters = unicodedata.normalize("NFC", text)
    return text if letters == text else letters
