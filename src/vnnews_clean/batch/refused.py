"""Files of documents that did not come through: the quarantine, and what filters reject."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Final

from ..errors import InputError
from ..records import as_line
from .chunks import Refused
from .sinks import AppendedFile


class RefusedFile:
    """One line of JSON for every document; only made when there is something to put into it."""

    def __init__(self, path: Path, size: int | None) -> None:
        """Go on at `size` bytes; ``None`` means after whatever is there.

        Raises `InputError` if there is less in the file than that.
        """
        self._path: Final = path
        self._file: AppendedFile | None = None
        if size and not path.exists():
            raise InputError(f"{path} is missing, and its journal says otherwise; use --overwrite")
        if path.exists() and size is not None:
            self._file = AppendedFile(path, size)

    @property
    def size(self) -> int:
        return self._file.size if self._file else 0

    def write(self, entries: Iterable[Refused]) -> None:
        lines = [as_line(entry.as_dict()) for entry in entries]
        if lines:
            if self._file is None:
                there = self._path.stat().st_size if self._path.exists() else 0
                self._file = AppendedFile(self._path, there)
            self._file.append(b"".join(lines))

    def sync(self) -> None:
        if self._file:
            self._file.sync()

    def finish(self) -> None:
        """Leave no empty file behind."""
        self.close()
        if self._file and not self._file.size:
            self._path.unlink(missing_ok=True)

    def close(self) -> None:
        if self._file:
            self._file.close()
