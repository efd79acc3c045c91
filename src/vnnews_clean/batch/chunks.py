"""What travels between the parent and the workers.

A reader cuts its input into `Chunk`s, always at the same places, whatever was read before. A
worker turns a chunk's payload into an `Outcome`. Sizes are bytes.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final, Literal, NamedTuple, Protocol

from ..cleaner import Cleaner
from ..corpusrow import Fact, Format
from ..records import Json
from .filters import Filters
from .tally import Tally

CHUNK: Final = 1 << 20
"""Raw size of a chunk: large enough to make the way to a worker cheap, small enough to hold many."""
PREVIEW: Final = 64 * 1024
"""How much of a document is quoted in the quarantine when it is too long to be read at all."""

Packing = Literal["plain", "gz", "zst"]
Unit = Literal["line", "record", "row", "file"]


class Place(NamedTuple):
    """Where a document stands in its input."""

    file: str
    unit: Unit
    number: int
    """Counted from 1: lines, WARC records, rows or files."""
    offset: int | None = None
    """Of the line or the record in the decompressed input, in bytes."""

    def __str__(self) -> str:
        return self.file if self.unit == "file" else f"{self.file}, {self.unit} {self.number}"


class Refused(NamedTuple):
    """A document that did not come through: one line of the quarantine, or of what is rejected."""

    place: Place
    reason: str
    detail: str
    raw: bytes
    size: int
    sha256: str
    documents: int = 1
    """More than one where a piece of a table cannot be read."""

    @classmethod
    def of(cls, place: Place, reason: str, detail: str, raw: bytes) -> Refused:
        return cls(place, reason, detail, raw, len(raw), hashlib.sha256(raw).hexdigest())

    def as_dict(self) -> dict[str, Json]:
        """Ready for JSON; bytes that are no UTF-8 come as ``input_base64``."""
        entry: dict[str, Json] = {"file": self.place.file}
        if self.place.unit != "file":
            entry[self.place.unit] = self.place.number
        if self.place.offset is not None:
            entry["offset"] = self.place.offset
        entry |= {
            "reason": str(self.reason),
            "detail": self.detail,
            "sha256": self.sha256,
            "bytes": self.size,
        }
        if self.documents != 1:
            entry["documents"] = self.documents
        if len(self.raw) < self.size:
            entry["truncated"] = True
        try:
            entry["input"] = self.raw.decode()
        except UnicodeDecodeError:
            entry["input_base64"] = base64.b64encode(self.raw).decode()
        return entry


@dataclass(frozen=True, slots=True)
class Fields:
    """Names of the fields to read and to write."""

    text: str = "text"
    html: str | None = None
    """Where the page is; its article is written to `text`."""
    url: str = "url"
    add: tuple[tuple[Fact, str], ...] = ()
    """What to add, and under which name."""
    removals_as_json: bool = False
    """Whether a column of removals holds JSON, not lists of structures."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What one document may cost."""

    seconds: float = 10.0
    memory: int = 1 << 30
    """Bytes of data that a worker process may hold."""
    size: int = 16 << 20
    """Bytes of a document as it comes in."""


@dataclass(frozen=True, slots=True)
class Setup:
    """All that a worker needs to know. Everything in it can change an output."""

    cleaner: Cleaner
    fields: Fields = Fields()
    limits: Limits = Limits()
    filters: Filters = field(default_factory=Filters)
    format: Format = "text"
    """What the article is written as."""
    pages: bool = False
    """Whether there may be HTML among the inputs, so that a worker gets ready for it."""
    review: bool = False
    """Whether samples are gathered for a report."""


Added = Mapping[str, Json]


class Row(NamedTuple):
    """A cleaned row of a table: which one of the slice it was, the article, what is added."""

    row: int
    text: str
    added: Added


Piece = bytes | Row
"""A cleaned document: a line of JSON with its line break, or a row of a table."""


class Opened(NamedTuple):
    """A document, read: what is to be cleaned, and how to write the outcome."""

    content: str | bytes
    markup: bool
    url: str
    write: Callable[[str, Added], Piece]
    """From the article and the added fields, the piece; may raise `QuarantinedError`."""


class Passed(NamedTuple):
    """What is no document: an empty line, a picture in an archive."""

    what: str


class Item(Protocol):
    """One document of a chunk, not yet looked into."""

    @property
    def place(self) -> Place: ...
    @property
    def raw(self) -> bytes: ...
    def open(self, fields: Fields, limits: Limits) -> Opened | Passed:
        """The document, or what it is instead of one. Raises `QuarantinedError`."""
        ...


class Payload(Protocol):
    """The documents of a chunk, packed for the way to a worker."""

    def items(self) -> Iterator[Item]: ...
    def singles(self) -> Iterator[Payload]:
        """The same documents, each in a payload of its own."""
        ...


class Position(NamedTuple):
    """Where reading goes on: in which input, where in it, and how many documents came before."""

    input: int = 0
    offset: int = 0
    """In the unit of the reader: bytes, records, row groups or files."""
    number: int = 0
    """Lines, records, rows or files of this input that are behind."""

    def next_input(self) -> Position:
        return Position(self.input + 1)


@dataclass(frozen=True, slots=True)
class Chunk:
    """A piece of input: some documents, and where the next chunk begins."""

    end: Position
    payload: Payload | None = None
    size: int = 0
    """Bytes that the chunk holds in memory."""
    rejected: tuple[Refused, ...] = ()
    """Documents that the reader itself refused."""
    passed: Mapping[str, int] = field(default_factory=dict)
    """Records that the reader passed over, by their type."""
    table: object = None
    """What of a table stays with the parent while the texts are cleaned."""
    settled: bool = True
    """False where reading cannot go on after a kill: in the middle of a row group."""
    consumed: int = 0
    """Bytes of the input file that are behind, for the progress bar."""


@dataclass(slots=True)
class Outcome:
    """What became of a chunk."""

    pieces: Sequence[Piece]
    quarantined: list[Refused]
    tally: Tally
    rejected: list[Refused] = field(default_factory=list)
    """What the filters did not want."""
    packed: bytes | None = None
    """`pieces` as the bytes to be written, when a worker has packed them already."""
