"""The quarantine: one line of JSON for every document that did not come through."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from .chunks import Quarantined
from .sinks import AppendedFile


class Quarantine:
    """A file that is only made when there is something to put into it."""

    def __init__(self, path: Path, size: int | None) -> None:
        """Go on at `size` bytes; ``None`` means after whatever is there."""
        self._path: Final = path
        self._file: AppendedFile | None = None
        if path.exists() and size is not None:
            self._file = AppendedFile(path, size)

    @property
    def size(self) -> int:
        return self._file.size if self._file else 0

    def write(self, entries: Iterable[Quarantined]) -> None:
        lines = [json.dumps(e.as_dict(), ensure_ascii=False).encode() + b"\n" for e in entries]
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
