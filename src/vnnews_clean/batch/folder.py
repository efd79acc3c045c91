"""Folders of text and HTML files, one document a file, in the order of their paths."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final, NoReturn

from ..quarantine import Reason
from .chunks import CHUNK, Chunk, Limits, Place, Position, Refused
from .pages import MARKUP_SUFFIXES, TEXT_SUFFIXES, FileItem, Pages
from .remote import Location, Remote

_PER_CHUNK: Final = 256


def documents(path: Path) -> Iterator[tuple[str, Path]]:
    """Every text and HTML file at `path` with its name inside it. Hidden ones are passed over.

    One folder's list of names is all that is held at a time. Raises `OSError` for a folder that
    cannot be read.
    """
    if not path.is_dir():
        yield path.name, path
        return
    for folder, subfolders, names in os.walk(path, onerror=unreadable):
        subfolders[:] = sorted(name for name in subfolders if not name.startswith("."))
        for name in sorted(names):
            file = Path(folder, name)
            known = file.suffix.lower() in MARKUP_SUFFIXES | TEXT_SUFFIXES
            if known and not name.startswith(".") and file.is_file():
                yield file.relative_to(path).as_posix(), file


def unreadable(error: OSError) -> NoReturn:
    """Raise what `os.walk` would pass over in silence: a folder that cannot be read."""
    raise error


class FolderReader:
    """Reads the files of a folder, or a single file, into chunks."""

    def __init__(self, path: Location, limits: Limits) -> None:
        self._path: Final = path
        self._limit: Final = limits.size

    def _documents(self) -> Iterable[tuple[str, Location]]:
        here = self._path
        return [(here.name, here)] if isinstance(here, Remote) else documents(here)

    def chunks(self, start: Position) -> Iterator[Chunk]:
        """From `start` on, whose offset counts files."""
        items: list[FileItem] = []
        gone: list[Refused] = []
        size = consumed = 0
        for number, (name, path) in enumerate(self._documents(), 1):
            if number <= start.number:
                continue
            place = Place(str(path), "file", number)
            try:
                with path.open("rb") as file:
                    raw = file.read(self._limit + 1)
            except OSError as error:
                gone.append(Refused.of(place, Reason.CORRUPT, str(error.strerror), b""))
            else:
                items.append(FileItem(place, name, raw))
                size += len(raw)
            if size >= CHUNK or len(items) >= _PER_CHUNK or gone:
                consumed += size
                end = start._replace(offset=number, number=number)
                yield Chunk(end, Pages(tuple(items)), size, tuple(gone), consumed=consumed)
                items, gone, size = [], [], 0
        if items:
            end = start.next_input()
            yield Chunk(end, Pages(tuple(items)), size, consumed=consumed + size)
