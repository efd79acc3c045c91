"""WARC files, plain, gzip or Zstandard: their HTTP responses, read with FastWARC."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Final

from .chunks import CHUNK, PREVIEW, Chunk, Limits, Place, Position, Quarantined, Reason
from .extras import required
from .pages import ArchiveItem, Pages

if TYPE_CHECKING:
    from fastwarc.warc import WarcRecord

_HEAD: Final = 32 * 1024
"""Room for HTTP headers beside a body of the largest size."""


class WarcReader:
    """Hands out responses; which of them are pages is found out by the workers.

    An archive that is damaged is read up to the damage, which is one quarantined record.
    """

    def __init__(self, path: Path, limits: Limits) -> None:
        """Raises `ConfigError` if FastWARC is not installed."""
        self._warc: Final = required("fastwarc.warc", "warc", "WARC files")
        self._path: Final = path
        self._limit: Final = limits.size + _HEAD

    def chunks(self, start: Position) -> Iterator[Chunk]:
        """From `start` on, whose offset counts responses."""
        with self._path.open("rb") as file:
            items: list[ArchiveItem] = []
            gone: list[Quarantined] = []
            size = number = 0
            records = self._records(file)
            while True:
                try:
                    record = next(records, None)
                    if record is None:
                        break
                    number += 1
                    if number <= start.number:
                        continue
                    item = self._item(record, number)
                except (OSError, ValueError, RuntimeError) as error:
                    place = Place(str(self._path), "record", number + 1)
                    gone.append(Quarantined.of(place, Reason.CORRUPT, str(error), b""))
                    break
                if isinstance(item, Quarantined):
                    gone.append(item)
                else:
                    items.append(item)
                    size += len(item.raw)
                if size >= CHUNK or gone:
                    end = start._replace(offset=number, number=number)
                    yield _chunk(end, items, gone, size, file.tell())
                    items, gone, size = [], [], 0
            if items or gone:
                yield _chunk(start.next_input(), items, gone, size, file.tell())

    def _records(self, file: object) -> Iterator[WarcRecord]:
        responses = self._warc.WarcRecordType.response
        return iter(self._warc.ArchiveIterator(file, record_types=responses, parse_http=False))

    def _item(self, record: WarcRecord, number: int) -> ArchiveItem | Quarantined:
        headers = record.headers
        place = Place(str(self._path), "record", number, record.stream_pos)
        raw = record.reader.read(min(record.content_length, self._limit + 1))
        if len(raw) > self._limit:
            detail = f"a record of {record.content_length} bytes"
            return Quarantined.of(place, Reason.TOO_LONG, detail, raw[:PREVIEW])
        if len(raw) < record.content_length:
            detail = f"cut off after {len(raw)} of {record.content_length} bytes"
            return Quarantined.of(place, Reason.CORRUPT, detail, raw)
        return ArchiveItem(
            place,
            headers.get("WARC-Target-URI", "") or "",
            headers.get("WARC-Date", "") or "",
            headers.get("WARC-Record-ID", "") or "",
            raw,
        )


def _chunk(
    end: Position, items: list[ArchiveItem], gone: list[Quarantined], size: int, consumed: int
) -> Chunk:
    return Chunk(end, Pages(tuple(items)), size, tuple(gone), consumed=consumed)
