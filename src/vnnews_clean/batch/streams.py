"""Bytes of a plain, gzip or Zstandard file, read in bounded pieces; and the way back.

What is packed is packed in members (gzip) or frames (Zstandard), one a chunk: a run of them is a
valid file, and a file that was cut between two of them can be written on.
"""

from __future__ import annotations

import gzip
import shutil
import tempfile
from collections.abc import Iterator
from typing import IO, Final, Protocol, Self, cast

from ..errors import InputError
from .chunks import Packing
from .extras import zstd
from .members import Damage, Members, gzip_packer, zstd_packer
from .remote import Location

SUFFIXES: Final[dict[str, Packing]] = {".gz": "gz", ".zst": "zst"}
_GZIP_LEVEL: Final = 6
_PIPE: Final = 64 << 20
"""Bytes of a packed pipe that are held in memory; more of it goes to a temporary file."""


class Source(Protocol):
    """Anything that bytes can be read from: at most `size`, none at the end."""

    def read(self, size: int, /) -> bytes: ...


class Stream:
    """A file, decompressed. What is damaged in it is told apart, and reading goes on behind it."""

    def __init__(self, path: Location, packing: Packing, pipe: Source | None = None) -> None:
        """Raises `InputError` if `path` cannot be opened. `pipe` takes its place if given."""
        self.packing: Final = packing
        self.position = 0
        """Decompressed bytes that were read."""
        self.file: Final = None if pipe else _opened(path)
        self._pipe: Final = pipe
        self._members: Members | None = None
        if packing != "plain":
            packer = gzip_packer() if packing == "gz" else zstd_packer()
            self._members = Members(self.file or _spooled(cast("Source", pipe)), packer)
        self._pieces: Final = self._members.pieces() if self._members else self._plain()
        self._left = memoryview(b"")
        self._damage: Damage | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self.file:
            self.file.close()

    @property
    def consumed(self) -> int:
        """Bytes of the file itself that are behind."""
        return self._members.consumed if self._members else self.position

    def read(self, size: int) -> bytes:
        """Exactly `size` bytes, or what is left before the end or before a damage.

        Nothing comes at the end, and at a damage until it is taken.
        """
        parts: list[memoryview] = []
        left = size
        while left and not self._damage:
            if not self._left:
                piece = next(self._pieces, None)
                if piece is None:
                    break
                if isinstance(piece, Damage):
                    self._damage = piece
                    break
                self._left = memoryview(piece)
            parts.append(self._left[:left])
            self._left = self._left[left:]
            left -= len(parts[-1])
        data = b"".join(parts)
        self.position += len(data)
        return data

    def take_damage(self) -> Damage | None:
        """The damage that reading has come to, if it has: it goes on behind it now."""
        damage, self._damage = self._damage, None
        return damage

    def skip_to(self, offset: int) -> None:
        """Go forward to a decompressed offset. Raises `InputError` if there is nothing."""
        if self.packing == "plain" and self.file:
            self.file.seek(offset)
            self.position = offset
        while self.position < offset:
            if not self.read(min(offset - self.position, 1 << 20)) and not self.take_damage():
                raise InputError(f"ends after {self.position} bytes, {offset} were expected")

    def _plain(self) -> Iterator[bytes | Damage]:
        source = self._pipe or cast("Source", self.file)
        while True:
            try:
                piece = source.read(1 << 20)
            except OSError as error:
                yield Damage(self.position, 0, str(error.strerror or error))
                return
            if not piece:
                return
            yield piece


def _opened(path: Location) -> IO[bytes]:
    try:
        return path.open("rb", buffering=0)
    except OSError as error:
        raise InputError(f"{path}: {error.strerror}") from error


def _spooled(pipe: Source) -> IO[bytes]:
    """A packed pipe as a file that can be gone through twice."""
    file = tempfile.SpooledTemporaryFile(_PIPE)  # noqa: SIM115 - lives as long as its stream
    shutil.copyfileobj(cast("IO[bytes]", pipe), file)
    return cast("IO[bytes]", file)


def pack(data: bytes, packing: Packing) -> bytes:
    """`data` as one gzip member or Zstandard frame; the same bytes every time."""
    if packing == "plain" or not data:
        return data
    if packing == "gz":
        return gzip.compress(data, _GZIP_LEVEL, mtime=0)
    module = zstd()
    frame: bytes = module.compress(data, options={module.CompressionParameter.checksum_flag: 1})
    return frame
