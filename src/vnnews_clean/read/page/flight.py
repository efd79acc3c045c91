"""What a page of Next's newer kind streams to its scripts: React's *flight* rows.

Each ``self.__next_f.push([1, "…"])`` brings a piece, wherever it was cut. In all of them together a row
is ``ID:JSON`` and a line break, or ``ID:T``, the bytes of a text in hexadecimal, a comma, and the text.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Final

from ...patterns import pattern

_PUSH: Final = pattern(r'self\.__next_f\.push\(\[1,\s*("(?:[^"\\]|\\.)*")\]\)')
_ROW: Final = pattern(rb"[0-9a-f]{1,8}:T([0-9a-f]{1,8}),")


def stream(page: str) -> str:
    """All rows that `page` streams; empty if it does not."""
    return "".join(map(_read, _PUSH.findall(page)))


def rows(streamed: str) -> Iterator[str]:
    """The texts that have a row of their own in a stream."""
    data = streamed.encode("utf-8", "replace")
    row = _ROW.search(data)
    while row:
        end = row.end() + int(row[1], 16)
        yield data[row.end() : end].decode("utf-8", "replace")
        row = _ROW.search(data, end)


def _read(literal: str) -> str:
    try:
        return str(json.loads(literal, strict=False))
    except ValueError:
        return ""
