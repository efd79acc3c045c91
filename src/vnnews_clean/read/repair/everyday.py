r"""What every other crawler leaves: lines that end with CRLF, and NBSPs for spaces.

Both are replaced at one go where nothing else is wrong with a text, and the edits are listed when
somebody asks for them: the same that `lineends` and `strays` make of it one by one.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from ...edits import LINE_END
from ...model import Edit
from ...patterns import pattern

NBSP: Final = "\N{NO-BREAK SPACE}"
_EVERYDAY: Final = pattern(f"\r(?=\n)|{NBSP}+")


def everyday(source: str) -> str:
    """`source` with plain line ends and spaces; the same object where it has no others."""
    if "\r" not in source and NBSP not in source:
        return source
    return source.replace("\r\n", "\n").replace(NBSP, " ")


def everyday_edits(source: str) -> Iterator[Edit]:
    """How `everyday` made of `source` what it made."""
    for found in _EVERYDAY.finditer(source):
        if found[0] == "\r":
            yield Edit(*found.span(), found[0], "", LINE_END)
        else:
            yield Edit(*found.span(), found[0], " " * len(found[0]), "nbsp")
