"""A file elsewhere, read piece by piece as it is needed; never copied as a whole, unless a server
cannot give pieces.
"""

from __future__ import annotations

import io
import shutil
import tempfile
from typing import IO, Final, cast

from .stores import found, is_web, patiently

_BLOCK: Final = 4 << 20
"""Bytes that are fetched at a time."""
_CACHE: Final = "readahead"
"""Others of fsspec's caches fetch all that lies between two pieces."""
_AS_IT_IS: Final = {"Accept-Encoding": "identity"}
"""Headers that ask for the bytes of the file, not of its packed form."""
_SPOOLED: Final = 64 << 20
"""Bytes that are held in memory where a server cannot give pieces; more goes to a temporary file."""


class Pieces(io.RawIOBase):
    """A file elsewhere. Raises `InputError` for what cannot be read, asked for again and again."""

    def __init__(self, url: str) -> None:
        self._url: Final = url
        self._file: IO[bytes] | None = None
        self._at = 0

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def tell(self) -> int:
        return self._at

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        self._at = patiently(self._url, lambda: self._opened().seek(offset, whence), self._drop)
        return self._at

    def readinto(self, buffer: memoryview, /) -> int:  # type: ignore[override]
        data = patiently(self._url, lambda: self._opened().read(len(buffer)), self._drop)
        buffer[: len(data)] = data
        self._at += len(data)
        return len(data)

    def _opened(self) -> IO[bytes]:
        if self._file is None:
            self._file = _stream(self._url)
            self._file.seek(self._at)
        return self._file

    def _drop(self) -> None:
        """After an error: it is opened anew."""
        self._file = None

    def close(self) -> None:
        if self._file:
            self._file.close()
        super().close()


def _stream(url: str) -> IO[bytes]:
    """What is read from; may raise anything."""
    files, path = found(url)
    if not is_web(files):
        return files.open(path, "rb", block_size=_BLOCK, cache_type=_CACHE)
    file = files.open(path, "rb", block_size=_BLOCK, cache_type=_CACHE, headers=_AS_IT_IS)
    if file.seekable() and _gives_pieces(file):
        return file
    spooled = tempfile.SpooledTemporaryFile(_SPOOLED)  # noqa: SIM115 - lives as long as it is read
    with files.open(path, "rb", block_size=0, headers=_AS_IT_IS) as whole:
        shutil.copyfileobj(whole, cast("IO[bytes]", spooled))
    spooled.seek(0)
    return cast("IO[bytes]", spooled)


def first_bytes(url: str, size: int) -> bytes:
    """The beginning of a file; may raise anything."""
    files, path = found(url)
    if not is_web(files):
        return files.cat_file(path, 0, size)
    with files.open(
        path, "rb", block_size=0, headers=_AS_IT_IS
    ) as stream:  # no server is asked for a piece
        return stream.read(size)


def _gives_pieces(file: IO[bytes]) -> bool:
    try:
        file.seek(-1, io.SEEK_END)
        file.read(1)
        file.seek(0)
    except ValueError:
        return False
    return True
