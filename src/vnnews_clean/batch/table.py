"""Parquet files: read in slices of row groups, written a part a row group, joined at the end.

A Parquet file cannot be written on after a kill, so every row group of the input becomes a small
file of its own in ``OUT.parts``; what is there need not be done again.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from ..errors import ConfigError, InputError, nearest
from ..rejected import Reason, RejectedError
from .chunks import Added, Chunk, Fields, Limits, Opened, Place, Position, Row
from .extras import required

if TYPE_CHECKING:
    import pyarrow as pa
    from pyarrow import parquet as pq

_SLICE: Final = 1 << 20
"""Bytes of a slice, as far as the file's own statistics tell."""
_MAX_ROWS: Final = 128


def arrow() -> tuple[Any, Any]:
    """The modules ``pyarrow`` and ``pyarrow.parquet``. Raises `ConfigError` if they are missing."""
    parquet = required("pyarrow.parquet", "parquet", "Parquet files")
    return required("pyarrow", "parquet", "Parquet files"), parquet


class Cell(NamedTuple):
    """The text of one row, and its URL."""

    place: Place
    row: int
    """Which row of the slice."""
    value: str | bytes | None
    url: str

    @property
    def raw(self) -> bytes:
        if isinstance(self.value, str):
            return self.value.encode()
        return self.value or b""

    def open(self, fields: Fields, limits: Limits) -> Opened:
        """The document in the cell. Raises `RejectedError`."""
        if self.value is None:
            key = fields.html or fields.text
            raise RejectedError(Reason.WRONG_TYPE, f'"{key}" is null, not a string')
        if len(self.raw) > limits.size:
            raise RejectedError(Reason.TOO_LONG, f"longer than {limits.size} bytes")

        def write(text: str, added: Added) -> Row:
            return Row(self.row, text, added)

        return Opened(self.value, bool(fields.html), self.url, write)


class Cells(NamedTuple):
    """The texts of a slice."""

    cells: tuple[Cell, ...]

    def items(self) -> Iterator[Cell]:
        return iter(self.cells)

    def singles(self) -> Iterator[Cells]:
        return (Cells((cell,)) for cell in self.cells)


def opened(path: Path) -> pq.ParquetFile:
    """The file at `path`. Raises `InputError` if it is no Parquet file."""
    pa, parquet = arrow()
    try:
        return parquet.ParquetFile(path, pre_buffer=False, buffer_size=1 << 20)
    except (OSError, pa.ArrowInvalid) as error:
        raise InputError(f"{path}: {error}") from error


def output_schema(paths: Sequence[Path], fields: Fields) -> pa.Schema:
    """The schema of the output. Raises `ConfigError` if the inputs do not fit it, or each other."""
    pa, _ = arrow()
    schema = opened(paths[0]).schema_arrow
    for path in paths[1:]:
        if not opened(path).schema_arrow.equals(schema):
            raise ConfigError(f"{path}: other columns than {paths[0]}")
    source = fields.html or fields.text
    if source not in schema.names:
        raise ConfigError(f'{paths[0]}: no column "{source}"{nearest(source, schema.names)}')
    column = schema.field(source).type
    if pa.types.is_dictionary(column):
        column = column.value_type
    known = (pa.types.is_string, pa.types.is_large_string, pa.types.is_string_view)
    binary = (pa.types.is_binary, pa.types.is_large_binary) if fields.html else ()
    if not any(is_(column) for is_ in (*known, *binary)):
        raise ConfigError(f'{paths[0]}: column "{source}" is {column}, not text')
    if fields.html and fields.text not in schema.names:
        schema = schema.append(pa.field(fields.text, pa.string()))
    for _, key in fields.add:
        if key in schema.names:
            raise ConfigError(f'there is a column "{key}" already; rename the added one')
        schema = schema.append(pa.field(key, pa.string()))
    return schema


class TableReader:
    """Reads a Parquet file in slices that never reach over the end of a row group."""

    def __init__(self, path: Path, fields: Fields) -> None:
        self._path: Final = path
        self._fields: Final = fields

    def chunks(self, start: Position) -> Iterator[Chunk]:
        """From `start` on, whose offset counts row groups."""
        file = opened(self._path)
        number = start.number
        for group in range(start.offset, file.num_row_groups):
            rows = file.metadata.row_group(group).num_rows
            done = 0
            end = start._replace(offset=group + 1, number=number + rows)
            for batch in self._batches(file, group):
                done += batch.num_rows
                yield Chunk(
                    end,
                    self._cells(batch, number),
                    3 * batch.nbytes,
                    table=batch,
                    settled=done == rows,
                )
                number += batch.num_rows
            if not rows:
                yield Chunk(end)

    def _batches(self, file: pq.ParquetFile, group: int) -> Iterator[pa.RecordBatch]:
        metadata = file.metadata.row_group(group)
        per_row = max(1, metadata.total_byte_size // max(1, metadata.num_rows))
        size = min(_MAX_ROWS, max(1, _SLICE // per_row))
        batches: Iterator[pa.RecordBatch] = file.iter_batches(
            size, row_groups=[group], use_threads=False
        )
        return batches

    def _cells(self, batch: pa.RecordBatch, number: int) -> Cells:
        fields = self._fields
        texts = batch.column(fields.html or fields.text).to_pylist()
        urls: list[object] = [None] * len(texts)
        if fields.url in batch.schema.names:
            urls = batch.column(fields.url).to_pylist()
        name = str(self._path)
        return Cells(
            tuple(
                Cell(Place(name, "row", number + i + 1), i, text, u if isinstance(u, str) else "")
                for i, (text, u) in enumerate(zip(texts, urls, strict=True))
            )
        )


def cleaned(
    batch: pa.RecordBatch, rows: Sequence[Row], fields: Fields, schema: pa.Schema
) -> pa.Table:
    """`batch` with its cleaned rows, and only those."""
    pa, _ = arrow()
    kept = batch.take(pa.array([row.row for row in rows], pa.int64()))
    columns = {name: kept.column(name) for name in kept.schema.names}
    columns[fields.text] = _column([row.text for row in rows], schema.field(fields.text).type)
    for what, key in fields.add:
        columns[key] = pa.array([_cell(what, row.added[key]) for row in rows], pa.string())
    return pa.Table.from_arrays([columns[name] for name in schema.names], schema=schema)


def _column(texts: list[str], type_: pa.DataType) -> pa.Array:
    pa, _ = arrow()
    if pa.types.is_dictionary(type_):
        return pa.array(texts, type_.value_type).dictionary_encode().cast(type_)
    return pa.array(texts, type_)


def _cell(what: str, value: object) -> str:
    """Titles and types as they are; metadata and removals, whose shape varies, as JSON."""
    return (
        str(value) if what in ("title", "document_type") else json.dumps(value, ensure_ascii=False)
    )
