"""Parquet files: opened, and what is asked of their columns."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..errors import InputError, nearest
from .chunks import Fields
from .extras import required
from .remote import Location, Remote

if TYPE_CHECKING:
    import pyarrow as pa
    from pyarrow import parquet as pq


def arrow() -> tuple[Any, Any]:
    """The modules ``pyarrow`` and ``pyarrow.parquet``. Raises `ConfigError` if they are missing."""
    parquet = required("pyarrow.parquet", "parquet", "Parquet files")
    return required("pyarrow", "parquet", "Parquet files"), parquet


class DamagedError(InputError):
    """A file that is no Parquet file, or no longer: it costs itself, not the run."""


class ColumnsError(InputError):
    """A table that has not the columns that are needed, or one too many."""


def opened(path: Location) -> pq.ParquetFile:
    """The file at `path`. Raises `DamagedError` if it is no Parquet file, `InputError` if it cannot
    be read.
    """
    pa, parquet = arrow()
    file = path.open() if isinstance(path, Remote) else path
    try:
        return parquet.ParquetFile(file, pre_buffer=False, buffer_size=1 << 20)
    except (OSError, pa.ArrowException) as error:
        if isinstance(error, OSError) and error.errno:
            raise InputError(f"{path}: {error}") from error
        raise DamagedError(f"{path}: {error}") from error


def column_of(path: Location, schema: pa.Schema, fields: Fields) -> int:
    """Which column holds what is to be cleaned. Raises `ColumnsError` if none does, or two."""
    arrow()
    from ..columns import is_readable  # noqa: PLC0415 - imports Arrow

    key = fields.html or fields.text
    found = schema.get_all_field_indices(key)
    if not found:
        raise ColumnsError(f'{path}: no column "{key}"{nearest(key, schema.names)}')
    if len(found) > 1:
        raise ColumnsError(f'{path}: {len(found)} columns are called "{key}"')
    column = schema.field(found[0]).type
    if not is_readable(column):
        raise ColumnsError(f'{path}: column "{key}" is {column}, not text')
    index: int = found[0]
    return index


def without_views(table: pa.RecordBatch) -> pa.RecordBatch:
    """The same with columns of views as columns of strings: much of Arrow cannot work on views."""
    pa, _ = arrow()
    schema = schema_without_views(table.schema)
    if schema is table.schema:
        return table
    columns = [column.cast(field.type) for column, field in zip(table.columns, schema, strict=True)]
    return pa.RecordBatch.from_arrays(columns, schema=schema)


def schema_without_views(schema: pa.Schema) -> pa.Schema:
    pa, _ = arrow()
    for index, field in enumerate(schema):
        if pa.types.is_string_view(field.type):
            schema = schema.set(index, field.with_type(pa.string()))
        elif pa.types.is_binary_view(field.type):
            schema = schema.set(index, field.with_type(pa.binary()))
    return schema
