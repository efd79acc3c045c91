"""Where cleaned documents go: a file that is complete or not there, or a pipe."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import IO, Final, Protocol, cast

from ..errors import InputError
from ..patterns import pattern
from .chunks import Chunk, Outcome, Packing
from .paths import naming, new_of, part_of, parts_of
from .streams import pack

_PART: Final = pattern(r"\d{6,}\.parquet")


class Sink(Protocol):
    """Takes outcomes in input order."""

    @property
    def size(self) -> int:
        """How much is written, in the unit of the journal."""
        ...

    def write(self, chunk: Chunk, outcome: Outcome) -> None: ...
    def sync(self) -> None:
        """Make sure that what is written stays, whatever happens to the machine."""
        ...

    def finish(self) -> None:
        """Put the complete output in its place."""
        ...

    def close(self) -> None: ...


def _bytes_of(outcome: Outcome, packing: Packing) -> bytes:
    if outcome.packed is not None:
        return outcome.packed
    return pack(b"".join(cast("Sequence[bytes]", outcome.pieces)), packing)


class PipeSink:
    """Standard output: nothing can be taken back, nothing resumed."""

    def __init__(self, stream: IO[bytes], packing: Packing) -> None:
        self._stream: Final = stream
        self._packing: Final = packing
        self.size = 0

    def write(self, _chunk: Chunk, outcome: Outcome) -> None:
        data = _bytes_of(outcome, self._packing)
        self._stream.write(data)
        self._stream.flush()
        self.size += len(data)

    def sync(self) -> None:
        """A pipe keeps nothing."""

    finish = close = sync


class AppendedFile:
    """A file that grows, and that can be cut back to where a journal saw it last."""

    def __init__(self, path: Path, size: int) -> None:
        """Raises `InputError` if there is less in the file than `size` bytes."""
        self.path: Final = path
        self._file: Final = path.open("ab", buffering=0)
        _lock(self._file, path)
        found = path.stat().st_size
        if found < size:
            self._file.close()
            raise InputError(f"{path} is shorter than its journal says; use --overwrite")
        self._file.truncate(size)
        self.size = size

    def append(self, data: bytes) -> None:
        view = memoryview(data)
        with naming(self.path):
            while view:
                written = self._file.write(view)
                self.size += written
                view = view[written:]

    def sync(self) -> None:
        with naming(self.path):
            os.fsync(self._file.fileno())

    def close(self) -> None:
        self._file.close()


class FileSink:
    """A file of JSON lines, under the name ``OUT.part`` until it is complete."""

    def __init__(self, path: Path, packing: Packing, size: int) -> None:
        self._path: Final = path
        self._packing: Final = packing
        self._file: Final = AppendedFile(part_of(path), size)

    @property
    def size(self) -> int:
        return self._file.size

    def write(self, _chunk: Chunk, outcome: Outcome) -> None:
        self._file.append(_bytes_of(outcome, self._packing))

    def sync(self) -> None:
        self._file.sync()

    def finish(self) -> None:
        self._file.close()
        part_of(self._path).replace(self._path)

    def close(self) -> None:
        self._file.close()


def put(path: Path, data: bytes) -> None:
    """Make `data` all that is in the file at `path`: in one step, durably."""
    new = new_of(path)
    with naming(new), new.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    new.replace(path)


def make_durable(path: Path) -> None:
    with path.open("rb") as file:
        os.fsync(file.fileno())


def _lock(file: IO[bytes], path: Path) -> None:
    """Keep other runs away from a file as long as it is open. Raises `InputError` if one has it."""
    if sys.platform != "win32":
        import fcntl  # noqa: PLC0415 - not everywhere

        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            file.close()
            raise InputError(f"{path}: another run is writing to it") from error


def tidy(output: Path) -> None:
    """Remove what a Parquet file that is complete was made of.

    Raises `InputError` if there is anything else among them: it is not ours.
    """
    if output.suffix in (".parquet", ".pq"):
        part_of(output).unlink(missing_ok=True)
    folder = parts_of(output)
    if not folder.is_dir():
        return
    for path in folder.iterdir():
        if not _PART.fullmatch(path.name):
            raise InputError(f"{path}: is no part of {output.name}; it is left, and so is the run")
    for path in folder.iterdir():
        path.unlink()
    folder.rmdir()


def discard(output: Path) -> None:
    """Remove everything that an earlier run to `output` left.

    Raises `InputError` if another run is at work on it.
    """
    if part_of(output).exists():
        AppendedFile(part_of(output), 0).close()
    tidy(output)
    for name in (output, part_of(output)):
        name.unlink(missing_ok=True)
