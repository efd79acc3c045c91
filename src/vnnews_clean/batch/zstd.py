"""Where a Zstandard file ends: whether its last frame is whole (RFC 8878, section 3.1)."""

from __future__ import annotations

from collections.abc import Generator
from typing import Final

_MAGIC: Final = 0xFD2FB528
_SKIPPABLE: Final = 0x184D2A5
_RLE: Final = 1
_DICTIONARY: Final = (0, 1, 2, 4)
"""Bytes of the dictionary id, by its two bits in the frame header."""
_CONTENT: Final = (0, 2, 4, 8)
"""Bytes of the content size, likewise; a single segment has at least one."""
_HEADER: Final = 4
"""Longest run of bytes that anybody looks at."""


class FrameWatch:
    """Follows the frames of a file that passes by in pieces, without decompressing anything.

    Bytes that are no frame end the watch: the decompressor will have its say about them.
    """

    def __init__(self) -> None:
        self.complete = True
        """True between two frames, and in what is no frame."""
        self._steps = self._walk()
        self._missing = next(self._steps)
        self._head = b""
        """Bytes of a header that is not complete yet."""

    def feed(self, data: bytes) -> None:
        """Take the next piece of the file."""
        at = 0
        while at < len(data) and self._missing:
            piece = data[at : at + self._missing]
            at += len(piece)
            self.complete = False
            self._missing -= len(piece)
            self._head = (self._head + piece)[:_HEADER]
            if not self._missing:
                head, self._head = self._head, b""
                self._missing = self._steps.send(head)

    def _walk(self) -> Generator[int, bytes, None]:
        """Yield how many bytes come next, receive the first of them."""
        while True:
            magic = int.from_bytes((yield 4), "little")
            if magic >> 4 == _SKIPPABLE:
                yield from _pass(int.from_bytes((yield 4), "little"))
            elif magic == _MAGIC:
                yield from self._frame()
            else:
                break
            self.complete = True
        self.complete = True
        yield 0

    def _frame(self) -> Generator[int, bytes, None]:
        (descriptor,) = yield 1
        single = descriptor >> 5 & 1
        content = _CONTENT[descriptor >> 6] or single
        yield from _pass(1 - single + _DICTIONARY[descriptor & 3] + content)
        last = 0
        while not last:
            block = int.from_bytes((yield 3), "little")
            last = block & 1
            yield from _pass(1 if block >> 1 & 3 == _RLE else block >> 3)
        yield from _pass(4 * (descriptor >> 2 & 1))


def _pass(size: int) -> Generator[int, bytes, None]:
    if size:
        yield size
