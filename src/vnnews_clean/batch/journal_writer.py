"""Journals on their way to the disk, so that no worker waits for it."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import Final

from .sinks import put


class JournalWriter:
    """Makes outputs durable, then the journal that speaks of them: one at a time, in a thread."""

    def __init__(self, path: Path, *syncs: Callable[[], None]) -> None:
        self._path: Final = path
        self._syncs: Final = syncs
        self._thread: Final = ThreadPoolExecutor(1, "journal")
        self._last: Future[None] | None = None

    @property
    def idle(self) -> bool:
        """Whether the last note is on the disk. Raises what has kept it from there."""
        if self._last and self._last.done():
            self.wait()
        return self._last is None

    def note(self, journal: str) -> None:
        """Begin to write down a journal, as it is when this is called."""
        self.wait()
        self._last = self._thread.submit(self._write_down, journal)

    def wait(self) -> None:
        """Return when everything is on the disk. Raises `OSError` if it cannot be."""
        if self._last:
            last, self._last = self._last, None
            last.result()

    def close(self) -> None:
        self._thread.shutdown()

    def _write_down(self, journal: str) -> None:
        for sync in self._syncs:
            sync()
        put(self._path, journal.encode())
