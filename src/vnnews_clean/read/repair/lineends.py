r"""Line ends: CR, CRLF, form feeds and the separators of Unicode are ``\n`` to whatever reads a text.

All of them mean the same, so that no reader and no rule has to know them, and a text reads the same at a
second reading, when its lines have been joined anew. They are repaired, or, where nothing is to be
repaired, made equal in the view.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from ...edits import LINE_END
from ...model import Edit
from ...patterns import pattern

_ODD: Final = "\r\x0b\x0c\x1c-\x1e\x85\N{LINE SEPARATOR}\N{PARAGRAPH SEPARATOR}"
"""What `str.splitlines` breaks a text at, beside the line feed."""
ODD_END: Final = pattern(f"[{_ODD}]")


def line_ends(text: str) -> Iterator[Edit]:
    r"""Every odd line end becomes ``\n``; of CRLF, which is one end, the CR goes."""
    for end in ODD_END.finditer(text):
        at = end.start()
        meant = "" if text.startswith("\r\n", at) else "\n"
        yield Edit(at, at + 1, end[0], meant, LINE_END)


def with_equal_ends(text: str, odd: str) -> str:
    r"""`text` with ``\n`` for every line end, of the same length: the CR of CRLF is a space.

    `odd` are the unusual characters of `text` (see `glance`).
    """
    if not ODD_END.search(odd):
        return text
    return ODD_END.sub("\n", text.replace("\r\n", " \n"))
