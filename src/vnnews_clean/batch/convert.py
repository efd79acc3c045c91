"""Lines of JSON that become a Parquet file once all of them are there.

Only then is it known which columns there are and what they hold, so the lines are gone through
twice. Nothing of it has to be kept in memory, and a kill costs nothing but doing it again.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Final

from ..records import Json
from .chunks import Fields
from .parquet import arrow
from .paths import new_of, part_of
from .sinks import FileSink
from .table_rows import removals_type
from .table_sink import GroupedWriter

if TYPE_CHECKING:
    import pyarrow as pa

_ROWS: Final = 1000
_SMALLEST, _LARGEST = -(2**63), 2**63 - 1


class ConvertedSink(FileSink):
    """A Parquet file made of lines of JSON. `size` counts the bytes of the lines."""

    def __init__(self, path: Path, fields: Fields, size: int) -> None:
        super().__init__(path, "plain", size)
        self._output: Final = path
        self._fields: Final = fields

    def finish(self) -> None:
        """Write the table; the lines are removed when it stands. May be done again."""
        self.close()
        lines = part_of(self._output)
        schema = schema_of(lines, self._fields)
        with GroupedWriter(new_of(self._output), schema) as writer:
            for table in _tables(lines, schema):
                writer.write(table)
        new_of(self._output).replace(self._output)
        lines.unlink()


def schema_of(lines: Path, fields: Fields) -> pa.Schema:
    """The columns that lines of JSON need, in the order in which their fields come up.

    Truth values, whole numbers, numbers and strings have their own type; whatever is nested, mixed
    or too large is JSON in a string. Added removals are lists of structures, unless told otherwise.
    """
    pa, _ = arrow()
    seen: dict[str, set[str]] = {}
    for record in _records(lines):
        for key, value in record.items():
            seen.setdefault(key, set()).add(_sort(value))
    types = {"bool": pa.bool_(), "int": pa.int64(), "float": pa.float64()}
    typed = {key for what, key in fields.add if what == "removals" and not fields.removals_as_json}
    columns = []
    for key, sorts in seen.items():
        sort = "float" if sorts - {"null"} == {"int", "float"} else _only(sorts - {"null"})
        type_ = removals_type() if key in typed else types.get(sort, pa.string())
        columns.append(pa.field(key, type_))
    if not columns:
        columns = [pa.field(fields.text, pa.string())]
    return pa.schema(columns)


def _only(sorts: set[str]) -> str:
    return next(iter(sorts)) if len(sorts) == 1 else "mixed"


def _sort(value: Json) -> str:
    match value:
        case None:
            return "null"
        case bool():
            return "bool"
        case int():
            return "int" if _SMALLEST <= value <= _LARGEST else "mixed"
        case float():
            return "float"
        case str():
            return "str"
        case _:
            return "mixed"


def _tables(lines: Path, schema: pa.Schema) -> Iterator[pa.Table]:
    pa, _ = arrow()
    rows: list[dict[str, object]] = []
    strings = {field.name for field in schema if pa.types.is_string(field.type)}
    for record in _records(lines):
        rows.append(
            {key: _text(value) if key in strings else value for key, value in record.items()}
        )
        if len(rows) >= _ROWS:
            yield pa.Table.from_pylist(rows, schema)
            rows = []
    if rows:
        yield pa.Table.from_pylist(rows, schema)


def _text(value: Json) -> str | None:
    """A string as it is, half a character in it replaced; anything else as JSON."""
    if value is None:
        return None
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    return text.encode("utf-8", "replace").decode()


def _records(lines: Path) -> Iterator[dict[str, Json]]:
    with lines.open("rb") as file:
        for line in file:
            yield json.loads(line)
