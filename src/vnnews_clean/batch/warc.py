"""WARC files, plain, gzip or Zstandard: their pages and texts, read with FastWARC."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from ..patterns import pattern
from ..quarantine import Reason
from .chunks import CHUNK, PREVIEW, Chunk, Limits, Place, Position, Refused
from .extras import required
from .pages import ArchiveItem, Pages
from .remote import Location
from .streams import SUFFIXES, Stream

if TYPE_CHECKING:
    from fastwarc.warc import WarcRecord

_DOCUMENTS: Final = ("response", "conversion")
"""Types of records that may be documents: pages, and the texts of a WET file."""
_HEADER: Final = pattern(rb"(?<=\n)WARC/1\.\d\r?\n")
"""The first line of a record."""
_LONGEST: Final = 12
"""Bytes of one, and of the line end before it."""
_FRAME: Final = len("WARC/1.0\r\n\r\n")
"""Bytes of a header beside its fields."""
_PROBE: Final = 64
"""Bytes of a body by which the place where it ends is known again."""
_HEAD: Final = 32 * 1024
"""Room for HTTP headers beside a body of the largest size."""


class _Source:
    """A stream as FastWARC likes it: damage looks like the end. What was read last is remembered."""

    def __init__(self, stream: Stream, head: bytes = b"") -> None:
        """`head` was read from the stream before, and comes first."""
        self._stream: Final = stream
        self._head = head
        self._recent = b""
        self._position = stream.position - len(head)
        self.body = self.end = self._position
        """Where the body of the last record begins, and where it ends at the earliest."""

    def read(self, size: int = -1) -> bytes:
        size = size if size >= 0 else CHUNK
        data, self._head = self._head[:size], self._head[size:]
        data = data or self._stream.read(size)
        self._position += len(data)
        self._recent = self._recent[-CHUNK:] + data
        return data

    def tell(self) -> int:
        return self._position

    def ends_with(self, body: bytes) -> bool:
        """Whether the last record, whose body ends with `body`, ends there: an empty line, the next header
        or nothing follows. True where nobody can say.
        """
        end = self.end + _FRAME - (self._position - len(self._recent))
        probe = body[-_PROBE:]
        if end < len(probe) or self._recent[end - len(probe) : end] != probe:
            return True
        behind = self._recent[end : end + _PROBE]
        while len(behind + self._head) < _PROBE and (more := self._stream.read(_PROBE)):
            self._head += more
        behind += self._head[:_PROBE]
        return behind.startswith(b"\r\n\r\n") or b"WARC/".startswith(behind.lstrip(b"\r\n")[:5])

    def close(self) -> None:
        """The stream is closed by whoever opened it."""

    def resumed(self, *, cut: bool) -> _Source | None:
        """From the next header on: behind the last record where something is `cut` there, or inside
        its body where the stream ends before that does. ``None`` if there is none.
        """
        if not cut and self.end <= self._position:
            return None
        known = max(self._position - (self.end if cut else self.body), 0)
        data = self._recent[max(len(self._recent) - known, 0) :] + self._head
        while not (header := _HEADER.search(data)):
            more = self._stream.read(CHUNK)
            if not more:
                return None
            data = data[-_LONGEST:] + more
        return _Source(self._stream, data[header.start() :])


class WarcReader:
    """Hands out responses and conversions; which of them are pages is found out by the workers.

    A damaged member of an archive is one quarantined record; reading goes on behind it. So it does
    at the next header behind what is none, or inside what a wrong length has taken for a body.
    """

    def __init__(self, path: Location, limits: Limits) -> None:
        """Raises `ConfigError` if FastWARC is not installed."""
        self._warc: Final = required("fastwarc.warc", "warc", "WARC files")
        self._path: Final = path
        self._limit: Final = limits.size + _HEAD
        self._passed: Counter[str] = Counter()
        """Records since the last chunk that are no documents."""

    def chunks(self, start: Position) -> Iterator[Chunk]:
        """From `start` on, whose offset counts documents and damages."""
        with Stream(self._path, SUFFIXES.get(self._path.suffix.lower(), "plain")) as stream:
            items: list[ArchiveItem] = []
            gone: list[Refused] = []
            size = 0
            for found in self._found(stream, start.number):
                if isinstance(found, Refused):
                    gone.append(found)
                else:
                    items.append(found)
                    size += len(found.raw)
                if size >= CHUNK or gone:
                    number = found.place.number
                    end = start._replace(offset=number, number=number)
                    yield self._chunk(end, items, gone, size, stream)
                    items, gone, size = [], [], 0
            if items or self._passed:
                yield self._chunk(start.next_input(), items, gone, size, stream)

    def _chunk(
        self,
        end: Position,
        items: list[ArchiveItem],
        gone: list[Refused],
        size: int,
        stream: Stream,
    ) -> Chunk:
        passed, self._passed = self._passed, Counter()
        payload = Pages(tuple(items)) if items else None
        return Chunk(
            end, payload, size, tuple(gone), MappingProxyType(passed), consumed=stream.consumed
        )

    def _found(self, stream: Stream, behind: int) -> Iterator[ArchiveItem | Refused]:
        """What comes after the first `behind` documents and damages."""
        number = 0
        source: _Source | None = _Source(stream)
        while source:
            cut = ""
            for record in self._records(source):
                if isinstance(record, str):
                    cut = record
                    break
                kind = _kind(record)
                if kind in _DOCUMENTS:
                    number += 1
                    if number > behind:
                        yield self._item(record, number, kind, source)
                elif number >= behind:
                    self._passed[f"{kind} record"] += 1
            damage = stream.take_damage()
            if wrong := str(damage or cut):
                number += 1
                if number > behind:
                    place = Place(str(self._path), "record", number)
                    yield Refused.of(place, Reason.CORRUPT, wrong, b"")
            source = _Source(stream) if damage else source.resumed(cut=bool(cut))

    def _records(self, source: _Source) -> Iterator[WarcRecord | str]:
        """The records up to the next damage; at last what is wrong with them, if anything is."""
        records = iter(self._warc.ArchiveIterator(source, parse_http=False))
        while True:
            try:
                record = next(records, None)
            except (OSError, ValueError, RuntimeError) as error:
                yield str(error)
                return
            if record is None:
                return
            if record.headers.get("Content-Length") is None:
                source.end = record.stream_pos + 1
                yield "the headers of a record are cut off"
                return
            source.body = record.stream_pos + _size(record)
            source.end = source.body + record.content_length
            yield record

    def _item(
        self, record: WarcRecord, number: int, kind: str, source: _Source
    ) -> ArchiveItem | Refused:
        place = Place(str(self._path), "record", number, record.stream_pos)
        raw = record.reader.read(min(record.content_length, self._limit + 1))
        if len(raw) > self._limit:
            detail = f"a record of {record.content_length} bytes"
            return Refused.of(place, Reason.TOO_LONG, detail, raw[:PREVIEW])
        if len(raw) < record.content_length:
            detail = f"cut off after {len(raw)} of {record.content_length} bytes"
            return Refused.of(place, Reason.CORRUPT, detail, raw)
        if not source.ends_with(raw):
            detail = f"does not end after the {len(raw)} bytes that its header says"
            return Refused.of(place, Reason.CORRUPT, detail, raw)
        headers = record.headers
        url = headers.get("WARC-Target-URI") or ""
        date, id_ = headers.get("WARC-Date") or "", headers.get("WARC-Record-ID") or ""
        return ArchiveItem(place, url.strip("<>"), date, id_, raw, kind)


def _kind(record: WarcRecord) -> str:
    return (record.headers.get("WARC-Type") or "unnamed").strip().lower()[:40]


def _size(record: WarcRecord) -> int:
    """Bytes of the headers of a record, at least."""
    return sum(len(name) + len(value) + len(": \r\n") for name, value in record.headers)
