"""One line on the terminal that says how far a run has come."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from contextlib import suppress
from time import monotonic
from typing import Final, Protocol, TextIO

from ..errors import counted
from .tally import Tally

_INTERVAL: Final = 0.2
_MEGABYTE: Final = 1e6


class Progress(Protocol):
    """Is told about every chunk that is written."""

    def update(self, source: int, consumed: int, tally: Tally) -> None:
        """`consumed` bytes of the input number `source` are behind, and all inputs before it."""
        ...

    def close(self) -> None: ...


class Silence:
    """No terminal, no progress."""

    def update(self, source: int, consumed: int, tally: Tally) -> None:
        """Say nothing."""

    def close(self) -> None:
        """Nothing to tidy up."""


class Line:
    """Documents, megabytes, rate, time left and quarantined, on one line that is written over."""

    def __init__(self, terminal: TextIO, sizes: Sequence[int]) -> None:
        """`sizes` are those of the inputs, in bytes; 0 where nobody knows."""
        self._terminal: Final = terminal
        self._sizes: Final = sizes
        self._total: Final = sum(sizes) if all(sizes) else 0
        self._start: tuple[float, int, int] | None = None
        self._shown = 0.0

    def update(self, source: int, consumed: int, tally: Tally) -> None:
        now = monotonic()
        consumed += sum(self._sizes[:source])
        if self._start is None:  # a resumed run begins in the middle
            self._start = now, consumed, tally.documents
        if now - self._shown < _INTERVAL:
            return
        self._shown = now
        began, first, before = self._start
        elapsed = max(now - began, 1e-3)
        speed = (consumed - first) / elapsed
        parts = [
            documents(tally.documents),
            f"{consumed / _MEGABYTE:,.1f}{self._of()} MB",
            f"{(tally.documents - before) / elapsed:,.0f}/s",
            f"{speed / _MEGABYTE:.1f} MB/s",
        ]
        if self._total > consumed and speed > 0:
            parts.append(f"{duration((self._total - consumed) / speed)} left")
        if tally.quarantined:
            parts.append(f"{tally.quarantined:,} quarantined")
        line = "  ".join(parts)[: shutil.get_terminal_size().columns - 1]
        self._tell(line)

    def close(self) -> None:
        """Leave the line empty for what comes next."""
        if self._shown:
            self._tell("")

    def _tell(self, line: str) -> None:
        """A terminal that was closed ends no run: it goes on with nobody looking."""
        with suppress(OSError):
            self._terminal.write(f"\r\x1b[K{line}")
            self._terminal.flush()

    def _of(self) -> str:
        return f" of {self._total / _MEGABYTE:,.1f}" if self._total else ""


def documents(count: int) -> str:
    """``1 document``, ``2,000 documents``."""
    return counted(count, "document")


def duration(seconds: float) -> str:
    """Hours, minutes and seconds: ``1:02:03`` or ``2:03``."""
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"
