"""One pass over a text tells which characters stand in it beside those of plain Vietnamese prose.

Most articles have hardly any. So whatever looks for a character that prose has not (a stray one, a mark of Markdown, half of a misread
letter, an old crawler's line break) looks for it in what is left here.
"""

from __future__ import annotations

from typing import Final

from .patterns import pattern
from .seen import Line

_PROSE: Final = "\\t\\n \"%'(),.0-9:?!A-Za-z–—‘’“”•…À-ÂÈ-ÊÌÍÒ-ÕÙÚÝà-ãè-êìíò-õùúýĂăĐđĨĩŨũƠơƯưẠ-ỹ-"
"""Ã is left out though Vietnamese has it: it is rare, and the first half of many misread letters."""
_PLAIN: Final = pattern(f"[{_PROSE}]++")


def unusual(text: str) -> str:
    """The characters of `text` that plain prose has not, in their order. Linear, and quick."""
    return _PLAIN.sub("", text)


def lines_of(text: str) -> list[Line]:
    r"""The lines of `text` that are not empty, in order; ``\n`` parts them. Linear."""
    lines: list[Line] = []
    position = gap = 0
    for line in text.split("\n"):
        stripped = line.strip()
        if stripped:
            same = len(stripped) == len(line)
            start = position if same else position + line.index(stripped[0])
            lines.append((start, start + len(stripped), gap if lines else 0))
            gap = 1
        else:
            gap = 2
        position += len(line) + 1
    return lines
