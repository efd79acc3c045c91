"""JSON lines: cut into chunks by the parent, read line by line in the workers."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path
from typing import Final, NamedTuple

from ..errors import InputError
from ..records import Field, Record, parse
from ..rejected import Reason, RejectedError
from .chunks import (
    CHUNK,
    PREVIEW,
    Added,
    Chunk,
    Fields,
    Limits,
    Opened,
    Packing,
    Place,
    Position,
    Quarantined,
)
from .streams import Source, Stream

_BOM: Final = b"\xef\xbb\xbf"
_BOMB_SIZE: Final = 1 << 30
_BOMB_RATIO: Final = 500
"""A single line that is longer than `_BOMB_SIZE` and so much larger than the file it comes from."""


class Line(NamedTuple):
    """One line, as it stands in the file."""

    place: Place
    raw: bytes

    def open(self, fields: Fields, limits: Limits) -> Opened | None:
        """The document in the line; ``None`` for an empty one. Raises `RejectedError`."""
        if not self.raw.strip():
            return None
        if len(self.raw) > limits.size:
            raise RejectedError(Reason.TOO_LONG, f"longer than {limits.size} bytes")
        try:
            record = parse(self.raw.decode())
        except UnicodeDecodeError as error:
            raise RejectedError(
                Reason.NOT_UTF8, f"{error.reason} at byte {error.start + 1}"
            ) from None
        content = _string(record, fields.html or fields.text)
        if fields.html:
            record.find(fields.text)  # it will be written: there must not be two of them
        url = record.find(fields.url)

        def write(text: str, added: Added) -> bytes:
            values = (
                dict(added) if text == content and not fields.html else {fields.text: text, **added}
            )
            if not values:
                return self.raw + b"\n"
            for key in added:
                if record.find(key):
                    raise RejectedError(
                        Reason.KEY_EXISTS, f'there is a field "{key}" already; rename the added one'
                    )
            return record.with_values(values).encode() + b"\n"

        found = url.value if url and isinstance(url.value, str) else ""
        return Opened(content, bool(fields.html), found, write)


def _string(record: Record, key: str) -> str:
    field = record.find(key)
    if field is None:
        raise RejectedError(Reason.MISSING_KEY, f'no field "{key}"')
    if not isinstance(field.value, str):
        raise RejectedError(Reason.WRONG_TYPE, f'"{key}" is {_type(field)}, not a string')
    try:
        field.value.encode()
    except UnicodeEncodeError as error:
        raise RejectedError(
            Reason.LONE_SURROGATE, f'"{key}" has half a character at offset {error.start}'
        ) from None
    return field.value


def _type(field: Field) -> str:
    match field.value:
        case None:
            return "null"
        case bool():
            return "a truth value"
        case dict():
            return "an object"
        case list():
            return "a list"
        case _:
            return "a number"


class Lines(NamedTuple):
    """A run of whole lines, with the place of the first."""

    first: Place
    data: bytes

    def items(self) -> Iterator[Line]:
        file, unit, number, offset = self.first
        assert offset is not None
        for raw in self.data.removesuffix(b"\n").split(b"\n"):
            yield Line(Place(file, unit, number, offset), raw)
            number += 1
            offset += len(raw) + 1

    def singles(self) -> Iterator[Lines]:
        return (Lines(line.place, line.raw) for line in self.items())


class Span(NamedTuple):
    """Whole lines of a file that is not packed: a worker reads them itself."""

    first: Place
    size: int

    def read(self) -> Lines:
        assert self.first.offset is not None
        with Path(self.first.file).open("rb", buffering=0) as file:
            file.seek(self.first.offset)
            return Lines(self.first, file.read(self.size))

    def items(self) -> Iterator[Line]:
        return self.read().items()

    def singles(self) -> Iterator[Lines]:
        return self.read().singles()


class LineReader:
    """Cuts a file of JSON lines into chunks of about `CHUNK` bytes, always at the same places."""

    def __init__(
        self, path: Path, packing: Packing, limits: Limits, pipe: Source | None = None
    ) -> None:
        self._name: Final = str(path)
        self._stream: Final = Stream(path, packing, pipe)
        self._spans: Final = packing == "plain" and pipe is None and path.is_file()
        self._limit: Final = limits.size

    def chunks(self, start: Position) -> Iterator[Chunk]:
        """From `start` on, whose offset is in decompressed bytes."""
        with self._stream as stream:
            stream.skip_to(start.offset)
            at, rest = start, b""
            while True:
                try:
                    rest += stream.read(max(CHUNK - len(rest), 0))
                    rest = self._to_line_end(rest)
                except InputError as error:
                    yield self._damaged(at, rest, str(error))
                    return
                if not rest:
                    return
                if at.offset == 0 and rest.startswith(_BOM):
                    rest = rest[len(_BOM) :]
                    at = at._replace(offset=len(_BOM))
                cut = rest.rfind(b"\n") + 1
                if not cut and len(rest) > self._limit:
                    chunk, rest = self._too_long(at, rest)
                else:
                    cut = cut or len(rest)
                    chunk, rest = self._chunk(at, rest, cut), rest[cut:]
                yield chunk
                at = chunk.end
                if at.input != start.input:
                    return

    def _to_line_end(self, data: bytes) -> bytes:
        """`data` and more, until there is a line end in it, or the limit or the end is reached."""
        parts = [data]
        size = len(data)
        while b"\n" not in parts[-1] and size <= self._limit:
            part = self._stream.read(CHUNK)
            if not part:
                break
            parts.append(part)
            size += len(part)
        return b"".join(parts)

    def _chunk(self, at: Position, data: bytes, size: int) -> Chunk:
        lines = data.count(b"\n", 0, size) + (data[size - 1 : size] != b"\n")
        end = at._replace(offset=at.offset + size, number=at.number + lines)
        place = self._place(at)
        payload = Span(place, size) if self._spans else Lines(place, data[:size])
        return Chunk(end, payload, size, consumed=self._stream.consumed)

    def _too_long(self, at: Position, head: bytes) -> tuple[Chunk, bytes]:
        """Pass over a line whose end is not in sight. Returns its chunk, and what was read behind."""
        digest = hashlib.sha256(head)
        size, rest = len(head), b""
        reason, detail = Reason.TOO_LONG, f"longer than {self._limit} bytes"
        while True:
            try:
                block = self._stream.read(CHUNK)
            except InputError as error:
                reason, detail = Reason.CORRUPT, str(error)
                break
            line, newline, rest = block.partition(b"\n")
            digest.update(line)
            size += len(line)
            if newline or not block:
                break
            if self._is_bomb(size):
                reason, detail = (
                    Reason.BOMB,
                    f"one line of more than {size} bytes; the rest is left",
                )
                break
        gone = Quarantined(
            self._place(at), reason, detail, head[:PREVIEW], size, digest.hexdigest()
        )
        end = at._replace(offset=at.offset + size + 1, number=at.number + 1)
        if reason is not Reason.TOO_LONG:
            end = at.next_input()
        return Chunk(end, None, PREVIEW, (gone,), consumed=self._stream.consumed), rest

    def _is_bomb(self, size: int) -> bool:
        packed = self._stream.packing != "plain"
        return packed and size > max(_BOMB_SIZE, _BOMB_RATIO * self._stream.consumed)

    def _damaged(self, at: Position, head: bytes, detail: str) -> Chunk:
        gone = Quarantined.of(self._place(at), Reason.CORRUPT, detail, head[:PREVIEW])
        return Chunk(at.next_input(), None, PREVIEW, (gone,))

    def _place(self, at: Position) -> Place:
        return Place(self._name, "line", at.number + 1, at.offset)
