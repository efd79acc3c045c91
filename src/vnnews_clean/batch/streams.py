"""Bytes of a plain, gzip or Zstandard file, read in bounded pieces; and the way back.

What is packed is packed in members (gzip) or frames (Zstandard), one a chunk: a run of them is a
valid file, and a file that was cut between two of them can be written on.
"""

from __future__ import annotations

import gzip
import zlib
from pathlib import Path
from typing import IO, Final, Protocol, Self, cast

from ..errors import InputError
from .chunks import Packing
from .extras import required
from .zstd import FrameWatch

SUFFIXES: Final[dict[str, Packing]] = {".gz": "gz", ".zst": "zst"}
MAX_WINDOW: Final = 1 << 27
"""Largest Zstandard window that is unpacked (128 MB, as the ``zstd`` tool's own default)."""
_GZIP_LEVEL: Final = 6
_PIECE: Final = 1 << 17


class Source(Protocol):
    """Anything that bytes can be read from: at most `size`, none at the end."""

    def read(self, size: int, /) -> bytes: ...


class Stream:
    """A file, decompressed. A damaged one is read up to the damage."""

    def __init__(self, path: Path, packing: Packing, pipe: Source | None = None) -> None:
        """Raises `InputError` if `path` cannot be opened. `pipe` takes its place if given."""
        self._file: Final = None if pipe else _opened(path)
        source = pipe or self._file
        assert source is not None
        self.packing: Final = packing
        self.position = 0
        """Decompressed bytes that were read."""
        self._error: Exception | None = None
        self._source: Final = _unpacking(source, packing)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self._file:
            self._file.close()

    @property
    def consumed(self) -> int:
        """Bytes of the file itself that are behind; what is unpacked already of a pipe."""
        return self._file.tell() if self._file else self.position

    def read(self, size: int) -> bytes:
        """Exactly `size` bytes, or what is left before the end or before a damage.

        Raises `InputError` when nothing is left but damage.
        """
        parts: list[bytes] = []
        left = size
        while left and not self._error:
            try:
                part = self._source.read(left if self.packing == "plain" else min(left, _PIECE))
            except (OSError, EOFError, zlib.error) as error:
                self._error = error
                break
            if not part:
                break
            parts.append(part)
            left -= len(part)
        if self._error and not parts:
            raise InputError(f"damaged after {self.position} bytes: {self._error}")
        data = parts[0] if len(parts) == 1 else b"".join(parts)
        self.position += len(data)
        return data

    def skip_to(self, offset: int) -> None:
        """Go forward to a decompressed offset. Raises `InputError` if there is nothing."""
        if self.packing == "plain" and self._file:
            self._file.seek(offset)
            self.position = offset
        while self.position < offset:
            if not self.read(min(offset - self.position, 1 << 20)):
                raise InputError(f"ends after {self.position} bytes, {offset} were expected")


def _opened(path: Path) -> IO[bytes]:
    try:
        return path.open("rb", buffering=0)
    except OSError as error:
        raise InputError(f"{path}: {error.strerror}") from error


def _unpacking(file: Source, packing: Packing) -> Source:
    if packing == "gz":
        return _GzipSource(file)
    return _ZstdSource(file) if packing == "zst" else file


class _GzipSource:
    """A gzip reader that hands out what stands before a damage, too."""

    def __init__(self, file: Source) -> None:
        self._file: Final = gzip.GzipFile(fileobj=cast("IO[bytes]", file), mode="rb")

    def read(self, size: int, /) -> bytes:
        return self._file.read1(size)


class _ZstdSource:
    """A Zstandard reader that, unlike the library's, notices a file that was cut off."""

    def __init__(self, file: Source) -> None:
        zstandard = required("zstandard", "zstd", "Zstandard files")
        self._error: Final[type[Exception]] = zstandard.ZstdError
        self._watch: Final = FrameWatch()
        unpacker = zstandard.ZstdDecompressor(max_window_size=MAX_WINDOW)
        self._reader: Final = unpacker.stream_reader(
            _Tee(file, self._watch), read_across_frames=True
        )

    def read(self, size: int, /) -> bytes:
        try:
            data: bytes = self._reader.read1(size)
        except self._error as error:
            raise OSError(str(error)) from error
        if not data and not self._watch.complete:
            raise EOFError("the last frame is incomplete")
        return data


class _Tee:
    """A source that shows to a `FrameWatch` what it hands out."""

    def __init__(self, file: Source, watch: FrameWatch) -> None:
        self._file = file
        self._watch = watch

    def read(self, size: int, /) -> bytes:
        data = self._file.read(size)
        self._watch.feed(data)
        return data


def pack(data: bytes, packing: Packing) -> bytes:
    """`data` as one gzip member or Zstandard frame; the same bytes every time."""
    if packing == "plain" or not data:
        return data
    if packing == "gz":
        return gzip.compress(data, _GZIP_LEVEL, mtime=0)
    zstandard = required("zstandard", "zstd", "Zstandard files")
    frame: bytes = zstandard.ZstdCompressor(write_checksum=True).compress(data)
    return frame
