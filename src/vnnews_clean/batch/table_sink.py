"""A Parquet file as an output: a part for every row group of the input, joined at the end."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Final, Self, cast

from ..errors import InputError
from .chunks import Chunk, Fields, Outcome, Row
from .parquet import arrow
from .paths import naming, part_of, parts_of
from .remote import Location
from .sinks import AppendedFile, make_durable, tidy
from .table_rows import cleaned, output_schema

if TYPE_CHECKING:
    import pyarrow as pa

_ROW_GROUP: Final = 8 << 20
"""Bytes of a row group of the output, before compression; smaller ones of the input are kept."""


class GroupedWriter:
    """Writes tables to a Parquet file, small ones together as one row group."""

    def __init__(self, path: Path, schema: pa.Schema) -> None:
        self._arrow, parquet = arrow()
        self._path: Final = path
        self._writer = parquet.ParquetWriter(path, schema, compression="zstd")
        self._tables: list[pa.Table] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(self, error: type[BaseException] | None, *_: object) -> None:
        if error:
            self.abandon()
        else:
            self.close()

    def write(self, table: pa.Table) -> None:
        self._tables.append(table)
        if sum(t.nbytes for t in self._tables) >= _ROW_GROUP:
            self.end_row_group()

    def end_row_group(self) -> None:
        if self._tables:
            with naming(self._path):
                self._writer.write_table(self._arrow.concat_tables(self._tables))
            self._tables = []

    def close(self) -> None:
        """Write the rest and the footer, and make them durable."""
        self.end_row_group()
        with naming(self._path):
            self._writer.close()
            make_durable(self._path)

    def abandon(self) -> None:
        """Leave the file as it is: what is in it does not count."""
        self._tables = []
        with suppress(OSError, ValueError):  # it may be full, or closed by an error
            self._writer.close()


class ParquetSink:
    """A Parquet file. `size` counts complete parts."""

    def __init__(self, path: Path, inputs: Sequence[Location], fields: Fields, size: int) -> None:
        self._path: Final = path
        self._fields: Final = fields
        self._schema: Final = output_schema(inputs, fields)
        self._writer: GroupedWriter | None = None
        self.size = size
        self._lock: Final = AppendedFile(part_of(path), 0)
        parts_of(path).mkdir(exist_ok=True)
        missing = [i for i in range(size) if not self._part(i).exists()]
        if missing:
            raise InputError(f"{self._part(missing[0])} is missing; use --overwrite")

    def write(self, chunk: Chunk, outcome: Outcome) -> None:
        rows = cast("Sequence[Row]", outcome.pieces)
        if rows:
            if self._writer is None:
                self._writer = GroupedWriter(self._part(self.size), self._schema)
            self._writer.write(cleaned(chunk.table, rows, self._fields, self._schema))
        if chunk.settled and self._writer is not None:
            self._writer.close()
            self._writer = None
            self.size += 1

    def sync(self) -> None:
        """A part is made durable when it is complete."""

    def finish(self) -> None:
        """Join the parts. May be done again if it was interrupted."""
        arrow_, parquet = arrow()
        arrow_.default_memory_pool().release_unused()
        with GroupedWriter(part_of(self._path), self._schema) as writer:
            for number in range(self.size):
                with parquet.ParquetFile(self._part(number)) as part:
                    for group in range(part.num_row_groups):
                        table = part.read_row_group(group, use_threads=False)
                        writer.write(table.cast(self._schema))
                writer.end_row_group()
        part_of(self._path).replace(self._path)
        tidy(self._path)

    def close(self) -> None:
        if self._writer is not None:
            self._writer.abandon()
        self._lock.close()

    def _part(self, number: int) -> Path:
        return parts_of(self._path) / f"{number:06}.parquet"
