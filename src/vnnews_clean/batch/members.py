"""The members of a gzip file or the frames of a Zstandard one, each tried before it is handed out.

What a damaged member unpacks to may look good and be wrong, so nothing of it is used: reading goes
on at the next member that is whole. One that the file ends in the middle of is used up to there,
since what stands before a cut is right.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Callable, Generator, Iterator
from typing import IO, Final, NamedTuple, Protocol

from .extras import zstd

MAX_WINDOW_LOG: Final = 27
"""Largest Zstandard window that is unpacked: 128 MB, as the ``zstd`` tool's own default."""
HELD: Final = 8 << 20
"""Unpacked bytes of a member that are held while it is tried; a larger one is unpacked twice."""
BOMB_SIZE: Final = 1 << 30
BOMB_RATIO: Final = 500
"""What is larger than `BOMB_SIZE`, and so much larger than what it came from, is not tried to its
end: whoever reads it notices."""

_PIECE: Final = 1 << 17
_CUT: Final = "the file ends in the middle of it"
_SEARCH: Final = 4
"""How often the bytes of a file may be gone through in search of a next member: linear."""


class Damage(NamedTuple):
    """A stretch of the packed file that cannot be used."""

    offset: int
    size: int
    detail: str

    def __str__(self) -> str:
        return f"{self.size} bytes at {self.offset} cannot be unpacked: {self.detail}"


class Unpacker(Protocol):
    """Unpacks one member."""

    @property
    def eof(self) -> bool: ...
    @property
    def needs_input(self) -> bool: ...
    @property
    def unused_data(self) -> bytes: ...
    def decompress(self, data: bytes, max_length: int) -> bytes: ...


class Packer(NamedTuple):
    """A way of packing."""

    unpacker: Callable[[], Unpacker]
    start: re.Pattern[bytes]
    """How a member may begin."""
    error: type[Exception]


class _Inflater:
    """``zlib`` with the manners of the other unpackers."""

    def __init__(self) -> None:
        self._inflater: Final = zlib.decompressobj(31)
        self.needs_input = True

    @property
    def eof(self) -> bool:
        return self._inflater.eof

    @property
    def unused_data(self) -> bytes:
        return self._inflater.unused_data

    def decompress(self, data: bytes, max_length: int) -> bytes:
        unpacked = self._inflater.decompress(self._inflater.unconsumed_tail + data, max_length)
        self.needs_input = not self._inflater.unconsumed_tail and len(unpacked) < max_length
        return unpacked


def gzip_packer() -> Packer:
    start = re.compile(rb"\x1f\x8b\x08[\0-\x1f].{4}[\0\2\4][\0-\x0d\xff]", re.DOTALL)
    return Packer(_Inflater, start, zlib.error)


def zstd_packer() -> Packer:
    """Raises `ConfigError` if no Zstandard is installed."""
    module = zstd()
    options = {module.DecompressionParameter.window_log_max: MAX_WINDOW_LOG}
    start = re.compile(rb"\x28\xb5\x2f\xfd")
    return Packer(lambda: module.ZstdDecompressor(options=options), start, module.ZstdError)


class _Trial(NamedTuple):
    """What came of unpacking the member at an offset."""

    offset: int
    end: int
    """Where it ends, or where it was given up."""
    data: bytes | None
    """All of it; ``None`` if it is too large to be held."""
    error: str = ""

    @property
    def usable(self) -> bool:
        return self.error in ("", _CUT)


class Members:
    """A packed file, member by member."""

    def __init__(self, file: IO[bytes], packer: Packer) -> None:
        self._file: Final = file
        self._packer: Final = packer
        self.consumed = 0
        """Bytes of the file that are behind."""

    def pieces(self) -> Iterator[bytes | Damage]:
        """What the members hold, and between them what cannot be used, in order."""
        at = 0
        while (begin := self._past_padding(at)) is not None:
            trial = self._tried(begin)
            if not trial.usable:
                following = self._next_member(begin, trial)
                end = following.offset if following else self._size()
                self.consumed = end
                yield Damage(begin, end - begin, trial.error)
                if following is None:
                    return
                trial = following
            if trial.data is None:
                at = yield from self._unpacked(trial.offset)
            else:
                at = self.consumed = trial.end
                yield trial.data
            if trial.error:
                yield Damage(trial.offset, trial.end - trial.offset, trial.error)

    def _unpacked(self, offset: int) -> Generator[bytes | Damage, None, int]:
        """A member that was tried and found usable, or a bomb. Returns where it ends."""
        unpacker = self._packer.unpacker()
        at = offset
        while not unpacker.eof:
            packed = b""
            if unpacker.needs_input:
                self._file.seek(at)
                packed = self._file.read(_PIECE)
                if not packed:
                    return at
            at += len(packed)
            self.consumed = at
            try:
                piece = unpacker.decompress(packed, 8 * _PIECE)
            except self._packer.error as error:  # of a bomb, that was not tried to its end
                yield Damage(offset, at - offset, str(error))
                return at
            yield piece
        return at - len(unpacker.unused_data)

    def _tried(self, offset: int) -> _Trial:
        """Unpack the member at `offset` to its end, keeping what it holds if that is not much."""
        unpacker = self._packer.unpacker()
        self._file.seek(offset)
        parts: list[bytes] = []
        size = at = 0
        while not unpacker.eof:
            packed = self._file.read(_PIECE) if unpacker.needs_input else b""
            at += len(packed)
            if not packed and unpacker.needs_input:
                return _Trial(offset, offset + at, _joined(parts, size), _CUT)
            try:
                part = unpacker.decompress(packed, 8 * _PIECE)
            except self._packer.error as error:
                return _Trial(offset, offset + at, None, str(error))
            size += len(part)
            if size <= HELD:
                parts.append(part)
            elif size > max(BOMB_SIZE, BOMB_RATIO * at):
                break
        return _Trial(offset, offset + at - len(unpacker.unused_data), _joined(parts, size))

    def _next_member(self, damaged: int, trial: _Trial) -> _Trial | None:
        """The first usable member behind a damaged one."""
        left = _SEARCH * self._size()
        at = damaged + 1
        while left > 0:
            begin = self._start_from(at)
            if begin is None:
                return None
            trial = self._tried(begin)
            if trial.usable:
                return trial
            left -= trial.end - begin
            at = begin + 1
        return None

    def _start_from(self, at: int) -> int | None:
        """Where the next member may begin."""
        overlap = 16
        self._file.seek(at)
        window = self._file.read(_PIECE)
        while window:
            if found := self._packer.start.search(window):
                return at + found.start()
            more = self._file.read(_PIECE)
            if not more:
                return None
            at += max(len(window) - overlap, 0)
            window = window[-overlap:] + more
        return None

    def _past_padding(self, at: int) -> int | None:
        """Where the next member begins: zero bytes between members are nothing."""
        self._file.seek(at)
        while head := self._file.read(_PIECE):
            rest = head.lstrip(b"\0")
            if rest:
                return at + len(head) - len(rest)
            at += len(head)
        return None

    def _size(self) -> int:
        return self._file.seek(0, 2)


def _joined(parts: list[bytes], size: int) -> bytes | None:
    return b"".join(parts) if size <= HELD else None
