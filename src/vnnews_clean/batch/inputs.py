"""Which format an input has, and the reader for it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path, PurePath
from typing import Final, Protocol, get_args

from ..errors import ConfigError, InputError, nearest
from .chunks import Chunk, Fields, Limits, Packing, Position
from .folder import FolderReader, documents
from .heads import SIZE, Peeked, told_by_head
from .identity import Stamp, file_fingerprint, folder_fingerprint
from .lines import LineReader
from .pages import MARKUP_SUFFIXES, TEXT_SUFFIXES
from .parquet import DamagedError
from .remote import Location, Remote
from .stores import is_url, public
from .streams import SUFFIXES, Source
from .table import TableReader, Unreadable
from .warc import WarcReader

STANDARD: Final = "-"
OUTPUTS: Final = ("jsonl", "jsonl.gz", "jsonl.zst", "parquet")
FORMATS: Final = (*OUTPUTS, "warc", "files")
_JSONL: Final = frozenset({".jsonl", ".ndjson"})
_WARC: Final = frozenset({".warc", ".wet"})
_PARQUET: Final = frozenset({".parquet", ".pq"})


class Reader(Protocol):
    """Cuts one input into chunks."""

    def chunks(self, start: Position) -> Iterator[Chunk]: ...


@dataclass(frozen=True, slots=True)
class Input:
    """One input and its format."""

    path: Location
    format: str
    below: str = ""
    """Its path in the folder of shards that it was found in."""
    wrong: str = ""
    """Why it cannot be read at all, where its first bytes say so."""

    @property
    def standard(self) -> bool:
        """Standard input, which can be read only once."""
        return str(self.path) == STANDARD

    @property
    def on_disk(self) -> Path | None:
        """The path of a file or folder of this machine."""
        return None if self.standard or isinstance(self.path, Remote) else self.path

    @property
    def size(self) -> int:
        """Bytes to read, for the progress bar."""
        if self.standard:
            return 0
        if isinstance(self.path, Remote):
            return self.path.size()
        if self.format == "files":
            return sum(path.stat().st_size for _, path in documents(self.path))
        return self.path.stat().st_size

    def stamp(self) -> object:
        """What the input is just now: equal as long as it does not change. Raises `InputError`."""
        if self.standard:
            return None
        if isinstance(self.path, Remote):
            return self.path.fingerprint()
        try:
            return Stamp.of(self.path) if self.path.is_file() else self.fingerprint()
        except OSError as error:
            raise InputError(f"{self.path}: {error.strerror}") from error

    def fingerprint(self) -> str:
        """What tells the input from a changed one. Raises `InputError`."""
        if isinstance(self.path, Remote):
            return self.path.fingerprint()
        try:
            if self.path.is_dir():
                return folder_fingerprint(documents(self.path))
            return file_fingerprint(self.path)
        except OSError as error:
            raise InputError(f"{error.filename or self.path}: {error.strerror}") from error

    def check(self, fields: Fields) -> None:
        """Raises `InputError` for what is no JSON lines for certain, and for a table on the disk whose rows
        cannot become any. One that is damaged costs itself alone.
        """
        if self.wrong:
            raise InputError(f"{self.path}: {self.wrong}")
        if self.format == "parquet" and self.on_disk:
            with suppress(DamagedError):
                TableReader(self.path, fields, as_lines=True)

    def reader(
        self, fields: Fields, limits: Limits, stdin: Source | None = None, *, as_lines: bool = True
    ) -> Reader:
        """The rows of a table come for a table of the same columns, or `as_lines` of JSON.

        Raises `ConfigError` if a package is missing, `InputError` if the file is.
        """
        match self.format:
            case "parquet":
                try:
                    return TableReader(self.path, fields, as_lines=as_lines)
                except DamagedError as error:
                    return Unreadable(self.path, error)
            case "warc":
                return WarcReader(self.path, limits)
            case "files":
                return FolderReader(self.path, limits)
            case _:
                if not stdin:
                    return LineReader(self.path, packing_of(self.format), limits)
                pipe = Peeked(stdin)
                head = told_by_head(pipe.head, self.format)
                if head.wrong:
                    raise InputError(f"standard input {head.wrong}")
                return LineReader(self.path, packing_of(head.format), limits, pipe)


def find_input(name: str, format: str | None = None) -> Input:
    """The input of that name; its suffix tells the format unless `format` does. Whether JSON lines are
    packed is told by the file itself.

    Raises `ConfigError` for a format that is not known, `InputError` for a file that is not there.
    """
    if is_url(name):
        return _elsewhere(Remote(name), format)
    path = Path(name)
    if name != STANDARD and not path.exists():
        raise InputError(f"{name}: no such file or folder")
    found = format or ("jsonl" if name == STANDARD else _by_suffix(path))
    if found not in FORMATS:
        raise ConfigError(f'unknown format "{found}"{nearest(found, FORMATS)}')
    if name == STANDARD and not found.startswith("jsonl"):
        raise ConfigError("standard input is JSON lines")
    if path.is_dir() and found != "files":
        raise InputError(f"{name}: a folder, not a file of the format {found}")
    if name != STANDARD and not (path.is_file() or path.is_dir()):
        raise InputError(f"{name}: is no regular file; what comes through a pipe is read from -")
    if found.startswith("jsonl") and name != STANDARD:
        with suppress(OSError), path.open("rb") as file:  # whoever reads it says what is wrong
            head = told_by_head(file.read(SIZE), found)
            return Input(path, head.format, wrong=head.wrong)
    if found == "files" and next(documents(path), None) is None:
        known = " ".join(sorted(TEXT_SUFFIXES | MARKUP_SUFFIXES))
        raise InputError(f"{name}: no text or HTML files in it ({known})")
    return Input(path, found)


def _elsewhere(remote: Remote, format: str | None) -> Input:
    known = format or _by_suffix(remote)
    if known not in FORMATS:
        raise ConfigError(f'unknown format "{known}"{nearest(known, FORMATS)}')
    remote.check()
    if known.startswith("jsonl"):
        head = told_by_head(remote.head(SIZE), known)
        return Input(remote, head.format, wrong=head.wrong)
    return Input(remote, known)


def _by_suffix(path: Location) -> str:
    plain = path.plain_name if isinstance(path, Remote) else path
    found = "files" if path.is_dir() else format_of(plain)
    if found is None:
        raise ConfigError(f"{path}: unknown suffix; name the format with --input-format")
    return found


def format_of(path: PurePath) -> str | None:
    """The format that the suffixes of a name tell; ``None`` for a name that tells none."""
    if path.suffix.lower() in MARKUP_SUFFIXES | TEXT_SUFFIXES:
        return "files"
    suffixes = [s.lower() for s in path.suffixes]
    packed = SUFFIXES.get(suffixes[-1]) if suffixes else None
    inner = suffixes[-2] if packed and len(suffixes) > 1 else suffixes[-1] if suffixes else ""
    if inner in _WARC:
        return "warc"
    if inner in _JSONL:
        return f"jsonl.{packed}" if packed else "jsonl"
    return "parquet" if inner in _PARQUET and not packed else None


def output_format(name: str, format: str | None = None) -> str:
    """The format of the output: as told, by its suffix, on standard output JSON lines.

    Raises `ConfigError` for one that cannot be written.
    """
    check_here(name)
    found = format or ("jsonl" if name == STANDARD else format_of(PurePath(name)))
    if found not in OUTPUTS:
        raise ConfigError(f"{name}: the output is JSON lines or Parquet; see --output-format")
    if name == STANDARD and found == "parquet":
        raise ConfigError("Parquet goes to a file")
    return found


def check_here(name: str) -> None:
    """Raises `ConfigError` for an output that is no file of this machine."""
    if is_url(name):
        raise ConfigError(
            f"{public(name)}: output goes to files; to write elsewhere run an engine, with"
            " vnnews_clean.spark, .ray, .datatrove or .datasets"
        )


def packing_of(format: str) -> Packing:
    """How a file of that format is packed."""
    packing = format.rpartition(".")[2]
    return next((known for known in get_args(Packing) if known == packing), "plain")
