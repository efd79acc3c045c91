"""JSON lines: cut into chunks by the parent, read line by line in the workers."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path
from typing import Final, NamedTuple

from ..patterns import pattern
from ..quarantine import QuarantinedError, Reason
from ..records import Field, Record, parse
from .chunks import (
    CHUNK,
    PREVIEW,
    Added,
    Chunk,
    Fields,
    Limits,
    Opened,
    Packing,
    Passed,
    Place,
    Position,
    Refused,
)
from .identity import ChangedError, Stamp
from .members import BOMB_RATIO, BOMB_SIZE, Damage
from .remote import Location
from .streams import Source, Stream

_BOM: Final = b"\xef\xbb\xbf"


_HALF: Final = pattern(rb"\\(?=u)")
"""What half a character is written with: the file itself is UTF-8, which has none. By one character,
which is looked for many times as fast as two are."""
_SHOWN: Final = 20
"""Keys that are named where the wanted one is missing."""


class Line(NamedTuple):
    """One line, as it stands in the file."""

    file: str
    number: int
    """Counted from 1."""
    offset: int
    raw: bytes

    @property
    def place(self) -> Place:
        return Place(self.file, "line", self.number, self.offset)

    def open(self, fields: Fields, limits: Limits) -> Opened | Passed:
        """The document in the line. Raises `QuarantinedError`."""
        if not self.raw.strip():
            return Passed("empty line")
        if len(self.raw) > limits.size:
            raise QuarantinedError(Reason.TOO_LONG, f"longer than {limits.size} bytes")
        try:
            record = parse(self.raw.decode())
        except UnicodeDecodeError as error:
            raise QuarantinedError(
                Reason.NOT_UTF8, f"{error.reason} at byte {error.start + 1}"
            ) from None
        content = _string(record, fields.html or fields.text)
        if _HALF.search(self.raw):
            _check_whole(content, fields.html or fields.text)
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
                    raise QuarantinedError(
                        Reason.KEY_EXISTS, f'there is a field "{key}" already; rename the added one'
                    )
            return record.with_values(values) + b"\n"

        found = url.value if url and isinstance(url.value, str) else ""
        return Opened(content, bool(fields.html), found, write)


def _string(record: Record, key: str) -> str:
    field = record.find(key)
    if field is None:
        there = ", ".join(f'"{name[:40]}"' for name, _ in record.fields[:_SHOWN]) or "none at all"
        raise QuarantinedError(Reason.MISSING_KEY, f'no field "{key}"; there are: {there}')
    if not isinstance(field.value, str):
        raise QuarantinedError(Reason.WRONG_TYPE, f'"{key}" is {_type(field)}, not a string')
    return field.value


def _check_whole(content: str, key: str) -> None:
    """Raises `QuarantinedError` for half a character; UTF-16 finds it in a third of the time."""
    try:
        content.encode("utf-16-le")
    except UnicodeEncodeError as error:
        raise QuarantinedError(
            Reason.LONE_SURROGATE, f'"{key}" has half a character at offset {error.start}'
        ) from None


def _type(field: Field) -> str:
    match field.value:
        case None:
            return "null"
        case bool():
            return "a truth value"
        case tuple():
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
        file, _, number, offset = self.first
        assert offset is not None
        data, start = self.data, 0
        size = len(data) - data.endswith(b"\n")
        while (end := data.find(b"\n", start, size)) >= 0:
            yield Line(file, number, offset + start, data[start:end])
            number += 1
            start = end + 1
        yield Line(file, number, offset + start, data[start:size])

    def singles(self) -> Iterator[Lines]:
        return (Lines(line.place, line.raw) for line in self.items())


class Span(NamedTuple):
    """Whole lines of a file that is not packed: a worker reads them itself."""

    first: Place
    size: int
    stamp: Stamp
    """Of the file when reading began."""

    def read(self) -> Lines:
        """Raises `ChangedError` if the file is not what it was."""
        assert self.first.offset is not None
        try:
            with Path(self.first.file).open("rb", buffering=0) as file:
                file.seek(self.first.offset)
                data = file.read(self.size)
                while len(data) < self.size and (more := file.read(self.size - len(data))):
                    data += more
                if len(data) < self.size or Stamp.of(file.fileno()) != self.stamp:
                    raise ChangedError(self.first.file)
        except FileNotFoundError:
            raise ChangedError(self.first.file) from None
        return Lines(self.first, data)

    def items(self) -> Iterator[Line]:
        return self.read().items()

    def singles(self) -> Iterator[Lines]:
        return self.read().singles()


class LineReader:
    """Cuts a file of JSON lines into chunks of about `CHUNK` bytes, always at the same places."""

    def __init__(
        self,
        path: Location,
        packing: Packing,
        limits: Limits,
        pipe: Source | None = None,
    ) -> None:
        self._name: Final = str(path)
        self._stream: Final = Stream(path, packing, pipe)
        self._stamp: Final = (
            Stamp.of(self._stream.file.fileno())
            if packing == "plain"
            and self._stream.file
            and isinstance(path, Path)
            and path.is_file()
            else None
        )
        self._limit: Final = limits.size

    def chunks(self, start: Position) -> Iterator[Chunk]:
        """From `start` on, whose offset is in decompressed bytes.

        A damage, and the line that it tears, are refused with the chunk that comes after them.
        """
        gone: list[Refused] = []
        with self._stream as stream:
            stream.skip_to(start.offset)
            at, rest = start, b""
            while True:
                rest += stream.read(max(CHUNK - len(rest), 0))
                rest = self._to_line_end(rest)
                if at.offset == 0 and rest.startswith(_BOM):
                    rest = rest[len(_BOM) :]
                    at = at._replace(offset=len(_BOM))
                cut = rest.rfind(b"\n") + 1
                if not cut and (damage := stream.take_damage()):
                    at, rest = self._torn(at, rest, gone), b""
                    gone.append(self._damaged(at, damage))
                    continue
                if not rest:
                    break
                if not cut and len(rest) > self._limit:
                    chunk, rest = self._too_long(at, rest, gone)
                else:
                    cut = cut or len(rest)
                    chunk, rest = self._chunk(at, rest, cut, gone), rest[cut:]
                gone = []
                yield chunk
                at = chunk.end
                if at.input != start.input:
                    return
            if gone:
                yield Chunk(at.next_input(), None, 0, tuple(gone))

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

    def _chunk(self, at: Position, data: bytes, size: int, gone: list[Refused]) -> Chunk:
        lines = data.count(b"\n", 0, size) + (data[size - 1 : size] != b"\n")
        end = at._replace(offset=at.offset + size, number=at.number + lines)
        place = self._place(at)
        payload = Span(place, size, self._stamp) if self._stamp else Lines(place, data[:size])
        return Chunk(end, payload, size, tuple(gone), consumed=self._stream.consumed)

    def _too_long(self, at: Position, head: bytes, before: list[Refused]) -> tuple[Chunk, bytes]:
        """Pass over a line whose end is not in sight. Returns its chunk, and what was read behind."""
        digest = hashlib.sha256(head)
        size, rest = len(head), b""
        reason, detail = Reason.TOO_LONG, f"longer than {self._limit} bytes"
        while True:
            block = self._stream.read(CHUNK)
            line, newline, rest = block.partition(b"\n")
            digest.update(line)
            size += len(line)
            if newline or not block:
                break
            if self._is_bomb(size):
                reason = Reason.BOMB
                detail = f"one line of more than {size} bytes; the rest is left"
                break
        gone = Refused(self._place(at), reason, detail, head[:PREVIEW], size, digest.hexdigest())
        end = at._replace(offset=at.offset + size + bool(newline), number=at.number + 1)
        if reason is Reason.BOMB:
            end = at.next_input()
        return Chunk(end, None, PREVIEW, (*before, gone), consumed=self._stream.consumed), rest

    def _is_bomb(self, size: int) -> bool:
        packed = self._stream.packing != "plain"
        return packed and size > max(BOMB_SIZE, BOMB_RATIO * self._stream.consumed)

    def _torn(self, at: Position, rest: bytes, gone: list[Refused]) -> Position:
        """Refuse the beginning of a line that ends in a damage."""
        if not rest:
            return at
        place, detail = self._place(at), "torn off by damage"
        gone.append(Refused.of(place, Reason.CORRUPT, detail, rest[:PREVIEW]))
        return at._replace(offset=at.offset + len(rest), number=at.number + 1)

    def _damaged(self, at: Position, damage: Damage) -> Refused:
        return Refused.of(self._place(at), Reason.CORRUPT, str(damage), b"")

    def _place(self, at: Position) -> Place:
        return Place(self._name, "line", at.number + 1, at.offset)
