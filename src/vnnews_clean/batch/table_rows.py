"""Cleaned rows as a table with the columns of the input, and as lines of JSON."""

from __future__ import annotations

import base64
import json
import math
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final, cast

from ..records import Json
from .chunks import Fields, Row
from .parquet import ColumnsError, DamagedError, arrow, column_of, opened, schema_without_views
from .remote import Location

if TYPE_CHECKING:
    import pyarrow as pa

Record = dict[str, Json] | str
"""A row for JSON, or what is wrong with it."""
_NO_JSON: Final = (ValueError, TypeError, OverflowError)
"""What is raised for values that Python, or JSON, has no form for."""


def removals_type() -> pa.DataType:
    """The type of a column of removals; offsets are code points."""
    arrow()
    from ..columns import FACT_TYPES  # noqa: PLC0415 - imports Arrow

    return FACT_TYPES["removals"]


def output_schema(paths: Sequence[Location], fields: Fields) -> pa.Schema:
    """The schema of the output; files that are no Parquet files have no say.

    Raises `ColumnsError` if the inputs do not fit it, or each other, `InputError` if none has one.
    """
    pa, _ = arrow()
    schemas = {}
    for path in paths:
        try:
            schemas[path] = opened(path).schema_arrow
        except DamagedError:
            if path == paths[-1] and not schemas:
                raise
    first, schema = next(iter(schemas.items()))
    for path, other in schemas.items():
        if not other.equals(schema):
            raise ColumnsError(f"{path}: other columns than {first}")
    column_of(first, schema, fields)
    schema = schema_without_views(schema)
    if fields.html and fields.text not in schema.names:
        schema = schema.append(pa.field(fields.text, pa.string()))
    for what, key in fields.add:
        if key in schema.names:
            raise ColumnsError(f'{first}: there is a column "{key}" already; rename the added one')
        typed = what == "removals" and not fields.removals_as_json
        schema = schema.append(pa.field(key, removals_type() if typed else pa.string()))
    return schema


def cleaned(
    batch: pa.RecordBatch, rows: Sequence[Row], fields: Fields, schema: pa.Schema
) -> pa.Table:
    """`batch` with its cleaned rows, and only those."""
    pa, _ = arrow()
    arrays = _kept(batch, rows)
    text = pa.array([row.text for row in rows], pa.string())
    index = batch.schema.get_field_index(fields.text)
    if index < 0:
        arrays.append(text)
    else:
        arrays[index] = _as_column(text, schema.field(index).type)
    for number, (what, key) in enumerate(fields.add, len(arrays)):
        values = [_cell(what, row.added[key], fields) for row in rows]
        arrays.append(pa.array(values, schema.field(number).type))
    return pa.Table.from_arrays(arrays, schema=schema)


def _kept(batch: pa.RecordBatch, rows: Sequence[Row]) -> list[pa.Array]:
    """The columns of `batch` with the rows that went through."""
    pa, _ = arrow()
    if len(rows) == batch.num_rows:
        return list(batch.columns)
    try:
        return list(batch.take(pa.array([row.row for row in rows], pa.int64())).columns)
    except NotImplementedError:  # of some types nothing can be taken, but slices can be made
        slices = [batch.slice(row.row, 1) for row in rows]
        return [
            pa.concat_arrays([part.column(i) for part in slices]) for i in range(batch.num_columns)
        ]


def _as_column(texts: pa.Array, type_: pa.DataType) -> pa.Array:
    pa, _ = arrow()
    if pa.types.is_dictionary(type_):
        return texts.cast(type_.value_type).dictionary_encode().cast(type_)
    return texts.cast(type_)


def _cell(what: str, value: object, fields: Fields) -> object:
    """Titles and types as they are; metadata, whose shape varies, as JSON."""
    if what in ("title", "document_type") or (what == "removals" and not fields.removals_as_json):
        return value
    return json.dumps(value, ensure_ascii=False)


def as_records(batch: pa.RecordBatch) -> list[Record]:
    """The rows of a table as JSON has them, or why it has no form for one.

    Times and decimals become strings, bytes base64; what is no number becomes null.
    """
    pa, _ = arrow()
    columns = [_spelled(column) for column in batch.columns]
    plain = pa.RecordBatch.from_arrays(columns, names=batch.schema.names)
    try:
        return [_as_record(row) for row in plain.to_pylist()]
    except _NO_JSON:  # one of them: which one is found row by row
        return [_as_record_or_error(plain.slice(i, 1)) for i in range(plain.num_rows)]


def _as_record(row: Mapping[str, object]) -> Record:
    return {name: as_json(value) for name, value in row.items()}


def _as_record_or_error(row: pa.RecordBatch) -> Record:
    try:
        return _as_record(row.to_pylist()[0])
    except _NO_JSON as error:
        return str(error)


def _spelled(column: pa.Array) -> pa.Array:
    """Times as strings, lengths of time as numbers: Python's own are not fine enough."""
    pa, _ = arrow()
    if not pa.types.is_temporal(column.type):
        return column
    spelled = pa.int64() if pa.types.is_duration(column.type) else pa.string()
    try:
        return column.cast(spelled)
    except (pa.ArrowException, NotImplementedError):
        return column


def as_json(value: object) -> Json:
    match value:
        case None | bool() | int() | str():
            return value
        case float():
            return value if math.isfinite(value) else None
        case bytes():
            return base64.b64encode(value).decode()
        case list() | tuple():
            return [as_json(part) for part in cast("Sequence[object]", value)]
        case dict():
            return {str(k): as_json(v) for k, v in cast("Mapping[Any, object]", value).items()}
        case _:
            return str(value)
