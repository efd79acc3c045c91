"""What the first bytes of a file of JSON lines say, whatever its name does.

Downloads are unpacked on the way and keep their names, or are packed and lose them. Read as the name
says, such a file is one damage from beginning to end.
"""

from __future__ import annotations

from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE
from typing import Final, NamedTuple

from .streams import Source

SIZE: Final = 64
"""Bytes that are looked at."""
_PACKED: Final = {b"\x1f\x8b": "jsonl.gz", b"\x28\xb5\x2f\xfd": "jsonl.zst"}
_UTF16: Final = (BOM_UTF16_LE, BOM_UTF16_BE, b"{\0", b"\0{")
_TABLE: Final = b"PAR1"


class Head(NamedTuple):
    """What the first bytes tell."""

    format: str
    wrong: str = ""
    """Why there are no JSON lines for certain; empty where there may be."""


def told_by_head(head: bytes, format: str) -> Head:
    """The format of JSON lines: as their first bytes have it, or as they are said to be."""
    for mark, packed in _PACKED.items():
        if head.startswith(mark):
            return Head(packed)
    if head.startswith(_UTF16):
        return Head(format, "is UTF-16; JSON lines are UTF-8")
    if head.startswith(_TABLE):
        return Head(format, "is Parquet, not JSON lines; see --input-format")
    is_plain = head.removeprefix(BOM_UTF8).lstrip().startswith(b"{")
    return Head("jsonl" if is_plain else format)


class Peeked:
    """A pipe whose first bytes were looked at: they come all the same."""

    def __init__(self, pipe: Source) -> None:
        self._pipe: Final = pipe
        self.head = b""
        """As many as tell something, unless there are less."""
        while len(self.head) < len(_TABLE) and (more := pipe.read(SIZE)):
            self.head += more
        self._left = self.head

    def read(self, size: int, /) -> bytes:
        if not self._left:
            return self._pipe.read(size)
        data, self._left = self._left[:size], self._left[size:]
        return data
