r"""Quotes, dashes and dots that were misread among sound letters: ``â€œĐi thôiâ€\x9d``.

No language writes ``â€`` in front of another sign, so one is enough.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from ...model import Edit
from ...patterns import pattern

TRAIL: Final = pattern("[€\x80]")
"""The second byte of all of them, as windows-1252 and Latin-1 read it."""
_MEANT: Final = {
    form: sign
    for sign in "‘’“”–—…•"
    for read in (chr, lambda b: bytes([b]).decode("cp1252", "ignore") or chr(b))
    for form in ["".join(map(read, sign.encode()))]
}
"""What they are, by how they are misread."""
_MISREAD: Final = pattern("|".join(map(re.escape, _MEANT)))


def punctuation(text: str) -> Iterator[Edit]:
    """What is misread becomes what it is."""
    for found in _MISREAD.finditer(text):
        yield Edit(*found.span(), found[0], _MEANT[found[0]], "mojibake")
