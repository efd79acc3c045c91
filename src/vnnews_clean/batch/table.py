"""Parquet files, read in slices of row groups. A page that cannot be read costs its row group."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final, NamedTuple

from ..quarantine import QuarantinedError, Reason
from ..read.repair.binary import objection
from ..records import as_line
from .chunks import Added, Chunk, Fields, Limits, Opened, Piece, Place, Position, Refused, Row
from .parquet import ColumnsError, DamagedError, arrow, column_of, opened, without_views
from .remote import Location
from .table_rows import Record, as_records

if TYPE_CHECKING:
    import pyarrow as pa

_SLICE: Final = 1 << 20
"""Bytes of a slice, as far as the file's own statistics tell."""
_MAX_ROWS: Final = 128


class Cell(NamedTuple):
    """The text or page of one row as it is stored, and its URL."""

    place: Place
    row: int
    """Which row of the slice."""
    value: bytes | None
    url: str
    record: Record | None
    """The whole row, where it is to become a line of JSON."""
    is_string: bool = True
    """Whether the table says that it is UTF-8; else it is decoded as the bytes of a file are."""

    @property
    def raw(self) -> bytes:
        return self.value or b""

    def open(self, fields: Fields, limits: Limits) -> Opened:
        """The document in the cell. Raises `QuarantinedError`."""
        key = fields.html or fields.text
        if self.value is None:
            raise QuarantinedError(Reason.WRONG_TYPE, f'"{key}" is null, not a string')
        if len(self.value) > limits.size:
            raise QuarantinedError(Reason.TOO_LONG, f"longer than {limits.size} bytes")

        if isinstance(self.record, str):
            raise QuarantinedError(Reason.WRONG_TYPE, f"JSON has no form for it: {self.record}")

        def write(text: str, added: Added) -> Piece:
            if isinstance(self.record, dict):
                return as_line({**self.record, fields.text: text, **added})
            return Row(self.row, text, added)

        if fields.html or not self.is_string:
            if not fields.html and (why := objection(self.value)):
                raise QuarantinedError(Reason.BINARY, f'"{key}" {why}')
            return Opened(self.value, bool(fields.html), self.url, write)
        try:
            text = self.value.decode()
        except UnicodeDecodeError as error:
            detail = f'"{key}": {error.reason} at byte {error.start + 1}'
            raise QuarantinedError(Reason.NOT_UTF8, detail) from None
        return Opened(text, False, self.url, write)  # noqa: FBT003 - a field of a tuple


class Cells(NamedTuple):
    """The texts of a slice."""

    cells: tuple[Cell, ...]

    def items(self) -> Iterator[Cell]:
        return iter(self.cells)

    def singles(self) -> Iterator[Cells]:
        return (Cells((cell,)) for cell in self.cells)


class TableReader:
    """Reads a Parquet file in slices that never reach over the end of a row group."""

    def __init__(self, path: Location, fields: Fields, *, as_lines: bool) -> None:
        """Rows are for a table with the same columns, or for lines of JSON. See also `Unreadable`.

        Raises `InputError`; `ColumnsError` for a file without the column to be cleaned.
        """
        self._path: Final = path
        self._file: Final = opened(path)
        schema = self._file.schema_arrow
        self._column: Final = column_of(path, schema, fields)
        urls = schema.get_all_field_indices(fields.url)
        self._urls: Final = urls[0] if len(urls) == 1 else None
        self._as_lines: Final = as_lines
        if as_lines:
            _check_names(path, schema.names, fields)

    def chunks(self, start: Position) -> Iterator[Chunk]:
        """From `start` on, whose offset counts row groups."""
        pa, _ = arrow()
        number = start.number
        for group in range(start.offset, self._file.num_row_groups):
            metadata = self._file.metadata.row_group(group)
            done = 0
            end = start._replace(offset=group + 1, number=number + metadata.num_rows)
            try:
                for batch in self._batches(group):
                    done += batch.num_rows
                    yield Chunk(
                        end,
                        self._cells(batch, number),
                        3 * batch.nbytes,
                        table=None if self._as_lines else batch,
                        settled=done == metadata.num_rows,
                    )
                    number += batch.num_rows
            except (OSError, pa.ArrowException) as error:
                lost = metadata.num_rows - done
                yield Chunk(end, rejected=(self._damaged(group, number, lost, error),))
            else:
                if not metadata.num_rows:
                    yield Chunk(end)
            number = end.number

    def _damaged(self, group: int, number: int, rows: int, error: Exception) -> Refused:
        """The rows of a row group that cannot be read."""
        place = Place(str(self._path), "row", number + 1)
        last = f" to {number + rows}" if rows > 1 else ""
        detail = f"row group {group + 1}, rows {number + 1}{last}: {error}"
        return Refused.of(place, Reason.CORRUPT, detail, b"")._replace(documents=rows)

    def _batches(self, group: int) -> Iterator[pa.RecordBatch]:
        metadata = self._file.metadata.row_group(group)
        per_row = max(1, metadata.total_byte_size // max(1, metadata.num_rows))
        size = min(_MAX_ROWS, max(1, _SLICE // per_row))
        for batch in self._file.iter_batches(size, row_groups=[group], use_threads=False):
            yield without_views(batch)

    def _cells(self, batch: pa.RecordBatch, number: int) -> Cells:
        from ..columns import is_string  # noqa: PLC0415 - imports Arrow

        column = batch.column(self._column)
        values, as_string = _stored(column), is_string(column.type)
        urls: list[bytes | None] = [None] * len(values)
        if self._urls is not None:
            urls = _stored(batch.column(self._urls))
        records: list[Record | None] = [None] * len(values)
        if self._as_lines:
            records = [*as_records(batch)]
        name = str(self._path)
        rows = enumerate(zip(values, urls, records, strict=True))
        return Cells(
            tuple(
                Cell(
                    Place(name, "row", number + i + 1),
                    i,
                    value,
                    (url or b"").decode("utf-8", "replace"),
                    record,
                    as_string,
                )
                for i, (value, url, record) in rows
            )
        )


class Unreadable:
    """Stands for a file that is no Parquet file: one document, refused."""

    def __init__(self, path: Location, error: DamagedError) -> None:
        self._refused: Final = Refused.of(
            Place(str(path), "file", 1), Reason.CORRUPT, str(error), b""
        )

    def chunks(self, start: Position) -> Iterator[Chunk]:
        yield Chunk(start.next_input(), rejected=(self._refused,))


def _check_names(path: Location, names: Sequence[str], fields: Fields) -> None:
    """Raises `ColumnsError` for columns that cannot all be fields of one object."""
    for twice in (name for name in names if names.count(name) > 1):
        raise ColumnsError(f'{path}: two columns are called "{twice}", which JSON cannot have')
    for _, key in fields.add:
        if key in names:
            raise ColumnsError(f'{path}: there is a column "{key}" already; rename the added one')


def _stored(column: pa.Array) -> list[bytes | None]:
    """The bytes of a column of texts, whether they are UTF-8 or not; nothing of other columns."""
    from ..columns import cells, is_readable  # noqa: PLC0415 - imports Arrow

    return cells(column) if is_readable(column.type) else [None] * len(column)
