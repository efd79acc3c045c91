"""What is no text: told by signatures, by NUL bytes, and by how little of it anybody could read."""

from __future__ import annotations

import string
from typing import Final

from .decode import by_mark, declared, is_mostly_utf8
from .halves import by_halves

_SNIFFED: Final = 8192
"""Bytes that are looked at: git looks at as many."""
_SIGNATURES: Final = (b"%PDF-", b"\x1f\x8b", b"PK\x03\x04", b"\x28\xb5\x2f\xfd", b"\x89PNG")
_PLAIN: Final = f"{string.ascii_letters}{string.digits} \t\r\n".encode()
_LEAST_PLAIN: Final = 0.45
"""Share of letters, digits and white space: TCVN3, VNI, VISCII and windows-1258 have a half at least
in forty characters and six tenths in eighty, random bytes have a quarter."""
_LEAST_ODD: Final = 12
"""Bytes beyond ASCII of which so much is asked: few words may have hardly a plain letter ("đội ở đó")."""


def objection(data: bytes) -> str:
    """Why `data` is no text, to stand behind its name in a message; empty if it is text.

    Text is what has a byte order mark, UTF-16 without one, UTF-8 with a broken byte here and there,
    what declares its charset, and anything in which plain letters prevail.
    """
    if data.startswith(_SIGNATURES):
        return "is binary, not text"
    if by_mark(data[:4]) or by_halves(data):
        return ""
    head = data[:_SNIFFED]
    if b"\0" in head:
        return "is binary, not text"
    return "is binary, or in an encoding that is not known" if _is_unreadable(head) else ""


def _is_unreadable(head: bytes) -> bool:
    if head.isascii() or is_mostly_utf8(head) or declared(head):
        return False
    odd = sum(byte > 0x7F for byte in head)
    plain = len(head) - len(head.translate(None, _PLAIN))
    return odd >= _LEAST_ODD and plain < _LEAST_PLAIN * len(head)
