"""Where cleaned documents go: a file that is complete or not there, a pipe, a Parquet file."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import IO, TYPE_CHECKING, Final, Protocol, cast

from ..errors import InputError
from .chunks import Chunk, Fields, Outcome, Packing, Row
from .streams import pack
from .table import arrow, cleaned, output_schema

if TYPE_CHECKING:
    import pyarrow as pa
    from pyarrow import parquet as pq

_ROW_GROUP: Final = 32 << 20
"""Bytes of a row group of the output, before compression; smaller ones of the input are kept."""


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
        while view:
            written = self._file.write(view)
            self.size += written
            view = view[written:]

    def sync(self) -> None:
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


class ParquetSink:
    """A Parquet file: one part a row group of the input, joined when all are there.

    `size` counts complete parts.
    """

    def __init__(self, path: Path, inputs: Sequence[Path], fields: Fields, size: int) -> None:
        self._path: Final = path
        self._folder: Final = _parts_of(path)
        self._fields: Final = fields
        self._schema: Final = output_schema(inputs, fields)
        self._writer: pq.ParquetWriter | None = None
        self._folder.mkdir(exist_ok=True)
        self.size = size
        missing = [i for i in range(size) if not self._part(i).exists()]
        if missing:
            raise InputError(f"{self._part(missing[0])} is missing; use --overwrite")

    def write(self, chunk: Chunk, outcome: Outcome) -> None:
        rows = cast("Sequence[Row]", outcome.pieces)
        if rows:
            if self._writer is None:
                self._writer = self._written(self._part(self.size))
            table = cleaned(chunk.table, rows, self._fields, self._schema)
            self._writer.write_table(table)
        if chunk.settled and self._writer is not None:
            self._writer.close()
            self._writer = None
            _make_durable(self._part(self.size))
            self.size += 1

    def sync(self) -> None:
        """A part is made durable when it is complete."""

    def finish(self) -> None:
        """Join the parts. May be done again if it was interrupted."""
        part = part_of(self._path)
        with self._written(part) as writer:
            for i in range(self.size):
                self._join(i, writer)
        _make_durable(part)
        part.replace(self._path)
        tidy(self._path)

    def close(self) -> None:
        if self._writer is not None:
            self._writer.close()

    def _join(self, number: int, writer: pq.ParquetWriter) -> None:
        """Write the slices of one part as one row group, or several if they are large."""
        arrow_, parquet = arrow()
        slices: list[pa.Table] = []
        with parquet.ParquetFile(self._part(number)) as part:
            for i in range(part.num_row_groups):
                slices.append(part.read_row_group(i, use_threads=False))
                last = i == part.num_row_groups - 1
                if last or sum(s.nbytes for s in slices) >= _ROW_GROUP:
                    writer.write_table(arrow_.concat_tables(slices).cast(self._schema))
                    slices = []

    def _part(self, number: int) -> Path:
        return self._folder / f"{number:06}.parquet"

    def _written(self, path: Path) -> pq.ParquetWriter:
        _, parquet = arrow()
        writer: pq.ParquetWriter = parquet.ParquetWriter(path, self._schema, compression="zstd")
        return writer


def _make_durable(path: Path) -> None:
    with path.open("rb") as file:
        os.fsync(file.fileno())


def part_of(path: Path) -> Path:
    """The name of an output that is not complete yet."""
    return path.with_name(path.name + ".part")


def _lock(file: IO[bytes], path: Path) -> None:
    """Keep other runs away from a file as long as it is open. Raises `InputError` if one has it."""
    if sys.platform != "win32":
        import fcntl  # noqa: PLC0415 - not everywhere

        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            file.close()
            raise InputError(f"{path}: another run is writing to it") from error


def _parts_of(path: Path) -> Path:
    return path.with_name(path.name + ".parts")


def tidy(path: Path) -> None:
    """Remove what a run that was killed at the very end left beside its complete output."""
    if _parts_of(path).exists():
        shutil.rmtree(_parts_of(path))


def discard(path: Path) -> None:
    """Remove everything that an earlier run to `path` left."""
    for name in (path, part_of(path)):
        name.unlink(missing_ok=True)
    tidy(path)
