"""WARC files, plain, gzip or Zstandard: their HTTP responses, read with FastWARC."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Final

from ..errors import InputError
from ..rejected import Reason
from .chunks import CHUNK, PREVIEW, Chunk, Limits, Place, Position, Quarantined
from .extras import required
from .pages import ArchiveItem, Pages
from .streams import SUFFIXES, Stream

if TYPE_CHECKING:
    from fastwarc.warc import WarcRecord

_HEAD: Final = 32 * 1024
"""Room for HTTP headers beside a body of the largest size."""


class _Source:
    """A stream as FastWARC likes it: damage looks like the end, and is remembered."""

    def __init__(self, stream: Stream) -> None:
        self._stream: Final = stream
        self.damage = ""

    def read(self, size: int = -1) -> bytes:
        try:
            return self._stream.read(size if size >= 0 else CHUNK)
        except InputError as error:
            self.damage = str(error)
            return b""

    def tell(self) -> int:
        return self._stream.position

    def close(self) -> None:
        """The stream is closed by whoever opened it."""


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
        with Stream(self._path, SUFFIXES.get(self._path.suffix.lower(), "plain")) as stream:
            items: list[ArchiveItem] = []
            gone: list[Quarantined] = []
            size = 0
            for found in self._found(stream, start.number):
                if isinstance(found, Quarantined):
                    gone.append(found)
                else:
                    items.append(found)
                    size += len(found.raw)
                if size >= CHUNK or gone:
                    number = found.place.number
                    end = start._replace(offset=number, number=number)
                    yield _chunk(end, items, gone, size, stream.consumed)
                    items, gone, size = [], [], 0
            if items:
                yield _chunk(start.next_input(), items, gone, size, stream.consumed)

    def _found(self, stream: Stream, behind: int) -> Iterator[ArchiveItem | Quarantined]:
        """The responses after the first `behind`; at last the damage, if there is any."""
        source = _Source(stream)
        response = self._warc.WarcRecordType.response
        number = 0
        records = iter(self._warc.ArchiveIterator(source, parse_http=False))
        cut = ""
        while not cut:
            try:
                record = next(records, None)
            except (OSError, ValueError, RuntimeError) as error:
                cut = str(error)
                break
            if record is None:
                break
            if record.headers.get("Content-Length") is None:
                cut = "the headers of a record are cut off"
            elif record.record_type == response:
                number += 1
                if number > behind:
                    yield self._item(record, number)
        if source.damage or cut:
            place = Place(str(self._path), "record", max(number, behind) + 1)
            yield Quarantined.of(place, Reason.CORRUPT, source.damage or cut, b"")

    def _item(self, record: WarcRecord, number: int) -> ArchiveItem | Quarantined:
        place = Place(str(self._path), "record", number, record.stream_pos)
        raw = record.reader.read(min(record.content_length, self._limit + 1))
        if len(raw) > self._limit:
            detail = f"a record of {record.content_length} bytes"
            return Quarantined.of(place, Reason.TOO_LONG, detail, raw[:PREVIEW])
        if len(raw) < record.content_length:
            detail = f"cut off after {len(raw)} of {record.content_length} bytes"
            return Quarantined.of(place, Reason.CORRUPT, detail, raw)
        headers = record.headers
        url = headers.get("WARC-Target-URI") or ""
        date, id_ = headers.get("WARC-Date") or "", headers.get("WARC-Record-ID") or ""
        return ArchiveItem(place, url.strip("<>"), date, id_, raw)


def _chunk(
    end: Position, items: list[ArchiveItem], gone: list[Quarantined], size: int, consumed: int
) -> Chunk:
    return Chunk(end, Pages(tuple(items)), size, tuple(gone), consumed=consumed)
